using System.Diagnostics;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>How far a long file is, on a terminal: one line that is written over.</summary>
internal sealed class PositionProgress
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly bool _shown = !Console.IsErrorRedirected;
    private TimeSpan _next = s_between;
    private bool _dirty;

    public void Tell(Epoch epoch, int count)
    {
        if (_shown && _since.Elapsed >= _next)
        {
            _next = _since.Elapsed + s_between;
            _dirty = true;
            Console.Error.Write($"\r{epoch.ToString(TimeScale.Gpst, 0)} GPST, {count} epochs");
        }
    }

    public void End()
    {
        if (_dirty)
        {
            Console.Error.Write("\r" + new string(' ', 50) + "\r");
        }
    }
}
