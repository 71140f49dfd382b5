using System.Diagnostics;

namespace Constellation.Cli;

/// <summary>Tells on standard error how far long work is and how much time is left: on a terminal in one line that changes, elsewhere a line every few seconds. Work of a few seconds says nothing.</summary>
/// <param name="what">What is made, such as <c>film</c>.</param>
/// <param name="of">What is counted, such as <c>pictures</c>.</param>
internal sealed class ProgressLine(string what, string of) : IDisposable
{
    private const double SecondsBetweenLines = 5, SecondsBetweenChanges = 0.2;

    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _live = !Console.IsErrorRedirected;
    private double _last;
    private bool _shown;

    /// <summary>So many are done; from any thread.</summary>
    public void Report(int done, int all) => Report(done, all, (double)done / all);

    /// <summary>The same where things take unequal times.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="all">Of how many.</param>
    /// <param name="share">Of the whole work that is done, 0 to 1.</param>
    /// <param name="note">What was done last, to be told in any case.</param>
    public void Report(int done, int all, double share, string note = "")
    {
        lock (_gate)
        {
            double now = _clock.Elapsed.TotalSeconds;
            if (note.Length == 0 && (done >= all || now - _last < (_live ? SecondsBetweenChanges : SecondsBetweenLines)))
            {
                return;
            }

            _last = now;
            string text = Text(what, of, done, all, share, now) + (note.Length > 0 ? $"; {note}" : "");
            Console.Error.Write(_live ? $"\r{text}\u001b[K" : text + "\n");
            _shown = _live;
        }
    }

    public void Dispose()
    {
        if (_shown)
        {
            Console.Error.Write("\r\u001b[K");
            _shown = false;
        }
    }

    /// <summary>"film: 3 of 10 pictures, 5 s left".</summary>
    internal static string Text(string what, string of, int done, int all, double share, double seconds) =>
        $"{what}: {done} of {all} {of}" + (share > 0 && done < all ? $", {BatchDisplay.Time(seconds * (1 - share) / share)} left" : "");
}
