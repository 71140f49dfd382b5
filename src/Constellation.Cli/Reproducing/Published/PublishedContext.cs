using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>What recipes of published numbers work with; results that several of them need are made once.</summary>
internal sealed class PublishedContext
{
    private readonly Lazy<IReadOnlyList<LadderRow>> _ladder;
    private readonly Lazy<IReadOnlyList<SpaceErrorDay>> _days;
    private readonly Dictionary<string, Lazy<RunResult>> _runs = [];

    public PublishedContext(ReproduceRequest request)
    {
        Request = request;
        _ladder = new(() => LadderRecipe.Rows(request.Threads, request.Cancel));
        _days = new(() => [.. new SpaceErrorRows(request.Data, request.Cancel).Days()]);
    }

    public ReproduceRequest Request { get; }

    public int Threads => Request.Threads;

    public CancellationToken Cancel => Request.Cancel;

    /// <summary>BeiDou-3 under one control segment after the other.</summary>
    public IReadOnlyList<LadderRow> Ladder => _ladder.Value;

    /// <summary>Broadcast messages of real days against products; empty without data.</summary>
    public IReadOnlyList<SpaceErrorDay> Days => _days.Value;

    /// <summary>A run of a built-in scenario with two cells of users, for what needs no users.</summary>
    public RunResult Run(string name, params string[] settings)
    {
        Lazy<RunResult> run;
        lock (_runs)
        {
            string key = string.Join('\n', [name, .. settings]);
            if (!_runs.TryGetValue(key, out Lazy<RunResult>? known))
            {
                _runs[key] = known = new(() =>
                {
                    ScenarioDefinition scenario = Scenarios.Read(name, settings);
                    return RunPipeline.Execute(scenario with { Users = scenario.Users with { GridStepDeg = 90 } }, Threads, null, Cancel);
                });
            }

            run = known;
        }

        return run.Value;
    }
}
