using Constellation.Core;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>Runs some points of a sweep with one seed.</summary>
public sealed class PointRunner(SweepDefinition sweep)
{
    private readonly RunNeeds _needs = RunNeeds.Of(sweep);
    private readonly PlannedNets _nets = new();
    private readonly HeapWatch _heap = new();
    private readonly HashSet<string> _metrics = [.. sweep.Metrics];
    private readonly EnduranceFigures _endurance = new();

    /// <summary>Outcomes of one seed, in the order of the points.</summary>
    /// <param name="points">Indices.</param>
    /// <param name="seed">Of every one of them.</param>
    /// <param name="done">Told now and then of how many runs, or what part of them, were done, from the calling thread.</param>
    /// <param name="cancel">Ends the work between steps.</param>
    public IReadOnlyList<BatchOutcome> Run(IReadOnlyList<int> points, long seed, Action<double> done, CancellationToken cancel) => Run(points, [seed], done, cancel);

    /// <summary>Outcomes seed by seed, each in the order of the points.</summary>
    /// <param name="points">Indices.</param>
    /// <param name="seeds">Of every one of them.</param>
    /// <param name="done">Told now and then of how many runs, or what part of them, were done, from the calling thread.</param>
    /// <param name="cancel">Ends the work between steps.</param>
    public IReadOnlyList<BatchOutcome> Run(IReadOnlyList<int> points, IReadOnlyList<long> seeds, Action<double> done, CancellationToken cancel)
    {
        BatchOutcome?[] outcomes = new BatchOutcome?[points.Count * seeds.Count];
        List<(int Place, ScenarioDefinition Scenario, string? Key, string Clocks)> open = [];
        for (int i = 0; i < points.Count; i++)
        {
            // Its seed apart a scenario is bound once: nothing else of it hangs on the seed.
            ReadResult<ScenarioDefinition> read = sweep.ScenarioOf(sweep.Points[points[i]], seeds[0]);
            (string? key, string clocks) = read.Succeeded ? (GroupRun.KeyOf(read.Value!), GroupRun.ClocksOf(read.Value!)) : (null, "");
            for (int s = 0; s < seeds.Count; s++)
            {
                int place = (s * points.Count) + i;
                if (read.Succeeded)
                {
                    open.Add((place, read.Value! with { Seed = (ulong)seeds[s] }, key, clocks));
                }
                else
                {
                    outcomes[place] = Failed(points[i], seeds[s], read.Diagnostics.First(d => d.Severity == Severity.Error));
                    done(1);
                }
            }
        }

        foreach (IGrouping<string, (int Place, ScenarioDefinition Scenario, string? Key, string Clocks)> group in open.OrderBy(o => o.Place).GroupBy(o => o.Key ?? "alone " + o.Place))
        {
            (int Place, ScenarioDefinition Scenario, string? Key, string Clocks)[] members = [.. group];
            string[] clocks = [.. members.Select(m => m.Clocks).Distinct()];
            IReadOnlyList<(IReadOnlyList<SummaryRow>? Rows, InputException? Error)> results =
                new GroupRun(_needs, _nets, _heap, cancel).Execute([.. members.Select(m => (m.Scenario, Array.IndexOf(clocks, m.Clocks)))], done);
            for (int n = 0; n < members.Length; n++)
            {
                (int point, long seed) = (points[members[n].Place % points.Count], seeds[members[n].Place / points.Count]);
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
