using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Progress of a batch with its rate and the time left.</summary>
internal sealed class BatchDisplay(bool quiet) : IDisposable
{
    private readonly ProgressLine _line = new(fromTheStart: true);

    public void Report(BatchProgress progress)
    {
        if (!quiet && progress.RunsToDo > 0)
        {
            _line.Tell(seconds => Line(progress, seconds));
        }
    }

    public void Dispose() => _line.Dispose();

    internal static string Line(BatchProgress p, double seconds)
    {
        double rate = p.Runs / Math.Max(seconds, 1e-3);
        string left = p.Runs < 0.5 ? "" : FormattableString.Invariant($", {rate:0.00} runs/s, {ProgressLine.Time((p.RunsToDo - p.Runs) / rate)} left");
        return FormattableString.Invariant($"{p.Shards}/{p.AllShards} shards, {p.Runs:0}/{p.RunsToDo} runs{left}{(p.Failures > 0 ? $", {p.Failures} failed" : "")}");
    }
}
