using System.Diagnostics;
using Constellation.Simulation;
using Spectre.Console;

namespace Constellation.Cli;

/// <summary>Progress of a run on standard error: a bar with time left on a terminal, a plain line every few seconds elsewhere.</summary>
internal sealed class RunDisplay : IDisposable
{
    private const double SecondsBetweenLines = 5;

    private readonly IAnsiConsole _console;
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread? _drawing;
    private RunProgress _now;
    private double _lastLine;

    public RunDisplay(IAnsiConsole console, bool quiet)
    {
        _console = console;
        Live = !quiet && console.Profile.Out.IsTerminal;
        Plain = !quiet && !Live;
        if (Live)
        {
            _drawing = new Thread(Draw) { IsBackground = true };
            _drawing.Start();
        }
    }

    private bool Live { get; }

    private bool Plain { get; }

    public void Report(RunProgress progress)
    {
        lock (_gate)
        {
            _now = progress;
            if (Plain && _clock.Elapsed.TotalSeconds - _lastLine >= SecondsBetweenLines)
            {
                _lastLine = _clock.Elapsed.TotalSeconds;
                Console.Error.WriteLine($"{progress.Stage}: {100 * progress.Fraction:0} %");
            }
        }
    }

    public void Dispose()
    {
        _end.Set();
        _drawing?.Join();
        _end.Dispose();
    }

    private void Draw() => _console.Progress().AutoClear(true).HideCompleted(false)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            Dictionary<string, ProgressTask> tasks = [];
            while (!_end.Wait(100))
            {
                RunProgress now;
                lock (_gate)
                {
                    now = _now;
                }

                if (now.Stage is null)
                {
                    continue;
                }

                if (!tasks.TryGetValue(now.Stage, out ProgressTask? task))
                {
                    foreach (ProgressTask earlier in tasks.Values)
                    {
                        earlier.Value = earlier.MaxValue;
                    }

                    tasks.Add(now.Stage, task = context.AddTask(now.Stage, maxValue: 1));
                }

                task.Value = now.Fraction;
            }
        });
}
