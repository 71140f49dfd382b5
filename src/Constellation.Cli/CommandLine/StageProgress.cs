using Spectre.Console;

namespace Constellation.Cli;

/// <summary>Progress of a run on standard error: a bar on a terminal, a plain line per stage elsewhere, nothing with <c>--quiet</c>.</summary>
internal sealed class StageProgress
{
    private readonly bool _quiet;
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public StageProgress(bool quiet) => _quiet = quiet;

    /// <summary>Runs <paramref name="work"/>, which reports (stage, fraction).</summary>
    public void Run(Action<Action<string, double>> work)
    {
        if (_quiet)
        {
            work((_, _) => { });
        }
        else if (Console.IsErrorRedirected)
        {
            RunPlain(work);
        }
        else
        {
            RunWithBar(work);
        }
    }

    private static void RunPlain(Action<Action<string, double>> work)
    {
        string? stage = null;
        work((name, _) =>
        {
            if (name != stage)
            {
                stage = name;
                Console.Error.WriteLine($"  {name} ...");
            }
        });
    }

    private void RunWithBar(Action<Action<string, double>> work) =>
        _console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                Dictionary<string, ProgressTask> tasks = [];
                ProgressTask? current = null;
                work((name, fraction) =>
                {
                    if (!tasks.TryGetValue(name, out ProgressTask? task))
                    {
                        current?.Value(1);
                        tasks.Add(name, task = context.AddTask(name, maxValue: 1));
                        current = task;
                    }

                    task.Value(fraction);
                });
                current?.Value(1);
            });
}
