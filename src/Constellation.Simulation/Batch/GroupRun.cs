using Constellation.Core;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>Runs of one seed that differ in what does not move satellites: their orbits, schedule, signal paths, noise and, where orbits and clocks are
/// apart in the filter, the covariance of the orbits are made once.</summary>
/// <remarks>Measurements are those of <c>run</c> to the last bit. A filter that follows another one has gains of orbits that differ from its own by what the
/// clocks of the leader change in the leader's orbits, below 1e-10 of them (docs/theory/batch.md, section 4).</remarks>
internal sealed class GroupRun(RunNeeds needs, CancellationToken cancel)
{
    private readonly MessageOrbits _orbits = new();

    /// <summary>What has to be the same for runs to go together; null where a run goes alone.</summary>
    public static string? KeyOf(ScenarioDefinition scenario) =>
        !scenario.Orbits.Source.IsSimulated || !scenario.Clocks.Source.IsSimulated || !scenario.Broadcast.Source.IsSimulated || scenario.Start is null
            ? null
            : ScenarioText.Effective(scenario with { Title = "", Clocks = new(), Broadcast = new(), Users = new(), Network = new(), Failures = new() });

    /// <summary>The summaries of all, in their order; an error stands where a run failed.</summary>
    /// <param name="scenarios">Of one key.</param>
    /// <param name="done">Told after every run.</param>
    public IReadOnlyList<(IReadOnlyList<SummaryRow>? Rows, InputException? Error)> Execute(IReadOnlyList<ScenarioDefinition> scenarios, Action done)
    {
        (IReadOnlyList<SummaryRow>?, InputException?)[] results = new (IReadOnlyList<SummaryRow>?, InputException?)[scenarios.Count];
        MemberRun?[] members = Open(scenarios);
        try
        {
            Together(members);
        }
        catch (InputException)
        {
            // Whose fault it is shows when each runs alone.
            Array.Clear(members);
        }

        for (int i = 0; i < members.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                results[i] = (members[i]?.Summary() ?? Alone(scenarios[i]), null);
            }
            catch (InputException e)
            {
                results[i] = (null, e);
            }

            members[i] = null;
            done();
        }

        return results;
    }

    /// <summary>The first that is never silent leads; those that are, or that cannot be opened, are left to run alone.</summary>
    private MemberRun?[] Open(IReadOnlyList<ScenarioDefinition> scenarios)
    {
        MemberRun?[] members = new MemberRun?[scenarios.Count];
        MemberRun? leader = null;
        for (int i = 0; i < members.Length && scenarios.Count > 1; i++)
        {
            try
            {
                MemberRun member = new(scenarios[i], needs, leader, _orbits, cancel);
                if (member.IsNeverSilent)
                {
                    members[i] = member;
                    leader ??= member;
                }
            }
            catch (InputException)
            {
                // Told again when it runs alone.
            }
        }

        return members;
    }

    private void Together(MemberRun?[] members)
    {
        int[] going = [.. Enumerable.Range(0, members.Length).Where(i => members[i] is not null)];
        if (going.Length < 2)
        {
            Array.Clear(members);
            return;
        }

        MemberRun leader = members[going[0]]!;
        OrbitClockSolver[] filters = [.. going.Select(i => members[i]!.Control.Solver)];
        SharedOrbitFilters? shared = filters[0].OrbitsAreApart ? new(filters) : null;
        LinkFrame?[] frames = new LinkFrame?[going.Length];
        OrbitClockSolution?[] solutions = new OrbitClockSolution?[going.Length];
        FrameParts parts = new();
        for (int k = 0; k < leader.Plan.Frames.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            _orbits.Begin();
            for (int n = 0; n < going.Length; n++)
            {
                frames[n] = n == 0 ? leader.Control.Measure(leader.Plan.Frames[k], parts)
                    : members[going[n]] is { } member ? parts.With(member.Control.LinkTruth.SatelliteClocks, member.Control.LinkTruth.StationClocks) : null;
            }

            shared?.Process(frames, solutions);
            for (int n = 0; n < going.Length; n++)
            {
                if (members[going[n]] is not { } member)
                {
                    continue;
                }

                if ((shared is null ? filters[n].Process(frames[n]!) : solutions[n]) is { } solution)
                {
                    member.Take(k, frames[n]!, solution);
                }
                else
                {
                    members[going[n]] = null;
                }
            }
        }
    }

    private IReadOnlyList<SummaryRow> Alone(ScenarioDefinition scenario)
    {
        if (!scenario.Broadcast.Source.IsSimulated || !scenario.Orbits.Source.IsSimulated || !scenario.Clocks.Source.IsSimulated)
        {
            RunResult result = RunPipeline.Execute(scenario, 1, null, cancel);
            List<SummaryRow> rows = [.. result.Summary];
            if (needs.Cells)
            {
                RunSummary.Cells(rows, result.Users, result.Fixes, scenario.Users.Thresholds);
            }

            return rows;
        }

        MemberRun run = new(scenario, needs, null, null, cancel);
        int frame = 0;
        foreach ((LinkFrame measured, OrbitClockSolution solved) in run.Control.Run(run.Plan.Frames))
        {
            cancel.ThrowIfCancellationRequested();
            run.Take(frame++, measured, solved);
        }

        return run.Summary();
    }
}
