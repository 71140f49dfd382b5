using Constellation.Core;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>Runs that differ in seeds and in what does not move satellites, round after round beside each other: orbits and their links of one seed, schedules and the
/// covariances of the filters are made once.</summary>
/// <remarks>Measurements are those of <c>run</c> to the last bit. A filter that follows another one has gains that differ from its own by what estimates differ in
/// (docs/theory/batch.md, section 4).</remarks>
internal sealed class GroupRun(RunNeeds needs, PlannedNets nets, HeapWatch heap, CancellationToken cancel)
{
    /// <summary>What has to be the same for runs to go together; null where a run goes alone.</summary>
    public static string? KeyOf(ScenarioDefinition scenario) =>
        !IsSimulated(scenario) || scenario.Start is null ? null : ScenarioText.Effective(scenario with { Title = "", Seed = 0, Clocks = new(), Broadcast = new(), Users = new(), Network = new(), Failures = new() });

    /// <summary>What has to be the same, beyond the key, for filters to weigh clocks alike.</summary>
    public static string ClocksOf(ScenarioDefinition scenario) => ScenarioText.Effective(scenario with { Title = "", Seed = 0, Broadcast = new(), Users = new(), Network = new(), Failures = new() });

    /// <summary>The summaries of all, in their order; an error stands where a run failed.</summary>
    /// <param name="scenarios">Of one key, with a number that is the same for those whose <see cref="ClocksOf"/> are.</param>
    /// <param name="done">Told of how many runs, or what part of them, were done.</param>
    /// <remarks>Of an error of the program among several runs nobody knows whose it is: each is run again by itself, and the one that has it fails alone.</remarks>
    public IReadOnlyList<(IReadOnlyList<SummaryRow>? Rows, InputException? Error)> Execute(IReadOnlyList<(ScenarioDefinition Scenario, int Clocks)> scenarios, Action<double> done)
    {
        double told = 0;
        try
        {
            return All(scenarios, part =>
            {
                told += part;
                done(part);
            });
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            done(-told);
            if (scenarios.Count > 1)
            {
                return [.. scenarios.Select(s => Execute([s], done)[0])];
            }

            done(1);
            Exception cause = e.GetBaseException();
            return [(null, cause as InputException ?? new InputException(Diagnostic.Error(
                "CN9001", new SourceSpan(scenarios[0].Scenario.Name), $"internal error: {cause.GetType().Name}: {cause.Message}", "please report it with the sweep and its files")))];
        }
    }

    private (IReadOnlyList<SummaryRow>? Rows, InputException? Error)[] All(IReadOnlyList<(ScenarioDefinition Scenario, int Clocks)> scenarios, Action<double> done)
    {
        (IReadOnlyList<SummaryRow>?, InputException?)[] results = new (IReadOnlyList<SummaryRow>?, InputException?)[scenarios.Count];
        MemberRun?[] members = new MemberRun?[scenarios.Count];
        if (IsSimulated(scenarios[0].Scenario))
        {
            Open(scenarios, members, results);
            List<int> together = [.. Enumerable.Range(0, members.Length).Where(i => members[i] is { IsNeverSilent: true })];
            Together([.. together.Select(i => members[i]!)], [.. together.Select(i => scenarios[i].Clocks)], done);
        }

        for (int i = 0; i < members.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                results[i] = results[i].Item2 is not null ? results[i]
                    : members[i] is not { } member ? (OnFiles(scenarios[i].Scenario), null)
                    : member.IsNeverSilent ? Outcome(member) : Alone(member);
            }
            catch (InputException e)
            {
                results[i] = (null, e);
            }

            if (members[i] is not { IsNeverSilent: true })
            {
                done(1);
            }

            members[i] = null;
            heap.Look();
        }

        return results;
    }

    private static bool IsSimulated(ScenarioDefinition scenario) =>
        scenario.Orbits.Source.IsSimulated && scenario.Clocks.Source.IsSimulated && scenario.Broadcast.Source.IsSimulated;

    private void Open(IReadOnlyList<(ScenarioDefinition Scenario, int Clocks)> scenarios, MemberRun?[] members, (IReadOnlyList<SummaryRow>?, InputException? Error)[] results)
    {
        GroupShare? shared = null;
        for (int i = 0; i < members.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            ScenarioDefinition scenario = scenarios[i].Scenario;
            try
            {
                shared ??= new(KeyOf(scenario) is { } key && PlannedNet.CanBeKept(scenario) ? nets.Of(key, () => PlannedNet.Of(scenario, forShards: true)) : PlannedNet.Of(scenario, forShards: false));
                members[i] = new(scenario, needs, shared, cancel);
                heap.Look();
            }
            catch (InputException e)
            {
                results[i] = (null, e);
            }
        }
    }

    /// <summary>Filters of one seed that have the same links come one after the other: the first of them measures for all.</summary>
    private void Together(MemberRun[] members, int[] clocks, Action<double> done)
    {
        if (members.Length == 0)
        {
            return;
        }

        // Who measures for all of a seed. Seeds that lose slots of their own have no links in common: the few rounds before the first lost slot would change gains and save nothing.
        int[] first = [.. members.Select(m => Array.FindIndex(members, other => other.Seed == m.Seed))];
        bool oneNet = !LosesSlotsByChance(members[0].Scenario, members[0].Control.System);
        int[][] nets = [.. Enumerable.Range(0, members.Length).GroupBy(i => oneNet ? 0 : first[i]).Select(net => net.ToArray())];
        FiltersInStep[] filters = [.. nets.Select(net => new FiltersInStep(
            [.. net.Select(i => members[i].Control.Solver)], [.. net.Select(i => first[i])], [.. net.Select(i => members[i].IsUneventful ? clocks[i] : -1 - i)]))];
        FrameParts?[] parts = [.. first.Select((f, n) => f == n ? new FrameParts() : null)];
        LinkFrame[] frames = new LinkFrame[members.Length];
        RunPlan plan = members[0].Plan;
        for (int k = 0; k < plan.Frames.Count && members.Any(m => m.Error is null); k++)
        {
            cancel.ThrowIfCancellationRequested();
            for (int n = 0; n < members.Length; n++)
            {
                frames[n] = parts[n] is { } own ? members[n].Control.Measure(plan.Frames[k], own) : members[n].MeasureLike(parts[first[n]]!);
            }

            members[0].BeginRound();
            foreach ((int[] net, FiltersInStep step) in nets.Zip(filters))
            {
                OrbitClockSolution[] solutions = step.Process([.. net.Select(i => frames[i])]);
                for (int n = 0; n < net.Length; n++)
                {
                    members[net[n]].Take(k, frames[net[n]], solutions[n]);
                }
            }

            heap.Look();
            done((double)members.Length / plan.Frames.Count);
        }
    }

    /// <summary>Whether seeds lose slots each for itself.</summary>
    private static bool LosesSlotsByChance(ScenarioDefinition scenario, LinkSystem system) => scenario.Links.LostSlotsSeed is null
        && (system.Satellites.Any(s => s.Payload?.Errors.LossProbability > 0) || system.Payload?.Errors.LossProbability > 0 || scenario.Faults.Links.Any(f => f.LossProbability > 0));

    /// <summary>Figures of losses and years are left to whoever has them of all points.</summary>
    private List<SummaryRow> OnFiles(ScenarioDefinition scenario)
    {
        RunResult result = RunPipeline.Execute(scenario with { Failures = new() }, 1, null, cancel);
        List<SummaryRow> rows = [.. result.Summary];
        if (needs.Cells)
        {
            RunSummary.Cells(rows, result.Users, result.Fixes, scenario.Users.Thresholds);
        }

        return rows;
    }

    /// <summary>Its silence changes the schedule: it has one of its own, and a filter that nobody shares.</summary>
    private (IReadOnlyList<SummaryRow>? Rows, InputException? Error) Alone(MemberRun opened)
    {
        ScenarioDefinition scenario = opened.Scenario;
        MemberRun run = new(scenario, needs, new GroupShare(PlannedNet.Of(scenario, forShards: false)), cancel);
        Together([run], [0], static _ => { });
        return Outcome(run);
    }

    private static (IReadOnlyList<SummaryRow>? Rows, InputException? Error) Outcome(MemberRun member) => member.Error is { } error ? (null, error) : (member.Summary(), null);
}
