using System.Diagnostics;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Progress of a batch on standard error with its rate and the time left: one line that is written over on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class BatchDisplay(bool quiet) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _live = !quiet && !Console.IsErrorRedirected;
    private double _last = double.NegativeInfinity;

    public void Report(BatchProgress progress)
    {
        lock (_gate)
        {
            double now = _clock.Elapsed.TotalSeconds;
            if (quiet || progress.RunsToDo == 0 || now - _last < (_live ? 0.2 : 5))
            {
                return;
            }

            _last = now;
            string text = Line(progress, now);
            Console.Error.Write(_live ? $"\r{text}\u001b[K" : text + "\n");
        }
    }

    public void Dispose()
    {
        if (_live)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }

    internal static string Line(BatchProgress p, double seconds)
    {
        double rate = p.Runs / Math.Max(seconds, 1e-3);
        string left = p.Runs < 0.5 ? "" : FormattableString.Invariant($", {rate:0.00} runs/s, {Time((p.RunsToDo - p.Runs) / rate)} left");
        return FormattableString.Invariant($"{p.Shards}/{p.AllShards} shards, {p.Runs:0}/{p.RunsToDo} runs{left}{(p.Failures > 0 ? $", {p.Failures} failed" : "")}");
    }

    internal static string Time(double seconds) => seconds < 90 ? FormattableString.Invariant($"{seconds:0} s")
        : seconds < 5400 ? FormattableString.Invariant($"{seconds / 60:0} min")
        : FormattableString.Invariant($"{seconds / 3600:0.0} h");
}
