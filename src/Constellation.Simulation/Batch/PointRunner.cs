using Constellation.Core;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>Runs some points of a sweep with one seed.</summary>
public sealed class PointRunner(SweepDefinition sweep)
{
    private readonly RunNeeds _needs = RunNeeds.Of(sweep);
    private readonly HashSet<string> _metrics = [.. sweep.Metrics];
    private readonly EnduranceFigures _endurance = new();

    /// <summary>Outcomes in the order of the points.</summary>
    /// <param name="points">Indices.</param>
    /// <param name="seed">Of every one of them.</param>
    /// <param name="done">Told after every run, from the calling thread.</param>
    /// <param name="cancel">Ends the work between steps.</param>
    public IReadOnlyList<BatchOutcome> Run(IReadOnlyList<int> points, long seed, Action done, CancellationToken cancel)
    {
        BatchOutcome?[] outcomes = new BatchOutcome?[points.Count];
        List<(int Place, ScenarioDefinition Scenario, string? Key)> open = [];
        for (int i = 0; i < points.Count; i++)
        {
            ReadResult<ScenarioDefinition> read = sweep.ScenarioOf(sweep.Points[points[i]], seed);
            if (read.Succeeded)
            {
                open.Add((i, read.Value!, GroupRun.KeyOf(read.Value!)));
            }
            else
            {
                outcomes[i] = Failed(points[i], seed, read.Diagnostics.First(d => d.Severity == Severity.Error));
                done();
            }
        }

        foreach (IGrouping<string, (int Place, ScenarioDefinition Scenario, string? Key)> group in open.GroupBy(o => o.Key ?? "alone " + o.Place))
        {
            (int Place, ScenarioDefinition Scenario, string? Key)[] members = [.. group];
            IReadOnlyList<(IReadOnlyList<SummaryRow>? Rows, InputException? Error)> results = new GroupRun(_needs, cancel).Execute([.. members.Select(m => m.Scenario)], done);
            for (int n = 0; n < members.Length; n++)
            {
                int point = points[members[n].Place];
                outcomes[members[n].Place] = results[n].Rows is { } rows
                    ? new(point, seed, Kept(point, seed, [.. rows, .. _endurance.Of(members[n].Scenario, sweep.Metrics, cancel)]), null)
                    : Failed(point, seed, results[n].Error!.Diagnostics[0]);
            }
        }

        return outcomes!;
    }

    /// <summary>What a row of a summary is about.</summary>
    public static SweepScopes ScopeOf(string name) =>
        name is RunSummary.All or RunSummary.WorstSite or RunSummary.WorstCell ? SweepScopes.All
        : Enum.GetNames<OrbitClass>().Contains(name, StringComparer.OrdinalIgnoreCase) ? SweepScopes.Class
        : SatelliteId.TryParse(name, null, out _) ? SweepScopes.Satellite
        : Region.Standard.Any(r => r.Name == name) ? SweepScopes.Region
        : CellMap.IsCell(name) ? SweepScopes.Cell : SweepScopes.Site;

    private List<BatchRow> Kept(int point, long seed, IReadOnlyList<SummaryRow> rows)
    {
        List<BatchRow> kept = [];
        foreach (SummaryRow row in rows)
        {
            SweepScopes scope = ScopeOf(row.Scope);
            if (_metrics.Contains(row.Metric) && (sweep.Scopes & scope) != 0 && (scope != SweepScopes.Region || _needs.Grid) && (row.Scope != RunSummary.WorstCell || _needs.Grid))
            {
                kept.Add(new(point, seed, scope, row.Scope, row.Metric, row.Value, row.Unit));
            }
        }

        return kept;
    }

    private static BatchOutcome Failed(int point, long seed, Diagnostic diagnostic) =>
        new(point, seed, [], new(point, seed, diagnostic.Code, $"{diagnostic.Where}: {diagnostic.Problem}{(diagnostic.Remedy.Length > 0 ? "; " + diagnostic.Remedy : "")}"));
}
