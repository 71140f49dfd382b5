using System.Diagnostics;

namespace Constellation.Cli;

/// <summary>Tells on standard error how far a film is: on a terminal in one line that changes, elsewhere a line every few seconds.</summary>
internal sealed class FilmProgress : IDisposable
{
    private const double SecondsBetweenLines = 5, SecondsBetweenChanges = 0.2;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _live = !Console.IsErrorRedirected;
    private double _last;
    private bool _shown;

    public void Report(int done, int of)
    {
        double now = _clock.Elapsed.TotalSeconds;
        if (now - _last < (_live ? SecondsBetweenChanges : SecondsBetweenLines) && done < of)
        {
            return;
        }

        _last = now;
        string left = done < of ? $", {(of - done) * now / done:0} s left" : "";
        if (_live)
        {
            _shown = true;
            Console.Error.Write($"\rfilm: {done} of {of} pictures{left}        ");
        }
        else if (done < of)
        {
            Console.Error.WriteLine($"film: {done} of {of} pictures{left}");
        }
    }

    public void Dispose()
    {
        if (_shown)
        {
            Console.Error.WriteLine();
        }
    }
}
