namespace Constellation.Cli;

/// <summary>Progress of work that is counted, with the time left.</summary>
/// <param name="what">What is made, such as <c>film</c>.</param>
/// <param name="of">What is counted, such as <c>pictures</c>.</param>
internal sealed class CountedProgress(string what, string of) : IDisposable
{
    private readonly ProgressLine _line = new();

    /// <summary>So many are done; from any thread.</summary>
    public void Report(int done, int all) => Report(done, all, (double)done / all);

    /// <summary>The same where things take unequal times.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="all">Of how many.</param>
    /// <param name="share">Of the whole work that is done, 0 to 1.</param>
    /// <param name="note">What was done last, to be told in any case.</param>
    public void Report(int done, int all, double share, string note = "")
    {
        if (note.Length > 0 || done < all)
        {
            _line.Tell(seconds => Text(what, of, done, all, share, seconds) + (note.Length > 0 ? $"; {note}" : ""), inAnyCase: note.Length > 0);
        }
    }

    public void Dispose() => _line.Dispose();

    /// <summary>"film: 3 of 10 pictures, 5 s left".</summary>
    internal static string Text(string what, string of, int done, int all, double share, double seconds) =>
        $"{what}: {done} of {all} {of}" + (share > 0 && done < all ? $", {ProgressLine.Time(seconds * (1 - share) / share)} left" : "");
}
