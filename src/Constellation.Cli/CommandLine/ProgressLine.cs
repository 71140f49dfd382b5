using System.Diagnostics;

namespace Constellation.Cli;

/// <summary>Tells on standard error how far long work is: on a terminal in one line that changes, elsewhere a line every few seconds.</summary>
/// <param name="fromTheStart">Whether the first report is told at once; if not, work of a few seconds says nothing.</param>
internal sealed class ProgressLine(bool fromTheStart = false) : IDisposable
{
    private const double SecondsBetweenLines = 5, SecondsBetweenChanges = 0.2;

    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _live = !Console.IsErrorRedirected;
    private double _last = fromTheStart ? double.NegativeInfinity : 0;
    private bool _shown;

    /// <summary>Tells where it is time for it; from any thread.</summary>
    /// <param name="text">By the seconds since the work began.</param>
    /// <param name="inAnyCase">Whether it is told however short the last one is past.</param>
    public void Tell(Func<double, string> text, bool inAnyCase = false)
    {
        lock (_gate)
        {
            double now = _clock.Elapsed.TotalSeconds;
            if (!inAnyCase && now - _last < (_live ? SecondsBetweenChanges : SecondsBetweenLines))
            {
                return;
            }

            _last = now;
            Console.Error.Write(_live ? $"\r{text(now)}\u001b[K" : text(now) + "\n");
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

    /// <summary>A time that is left: "5 s", "12 min", "3.4 h".</summary>
    internal static string Time(double seconds) => seconds < 90 ? FormattableString.Invariant($"{seconds:0} s")
        : seconds < 5400 ? FormattableString.Invariant($"{seconds / 60:0} min")
        : FormattableString.Invariant($"{seconds / 3600:0.0} h");
}
