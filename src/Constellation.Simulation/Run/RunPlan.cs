using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>When things happen in a run.</summary>
/// <param name="Grid">Epochs of users and results.</param>
/// <param name="Frames">Centres of the rounds of measurements that the control segment takes in, warm-up included.</param>
/// <param name="Truth">What the true orbits and clocks have to cover: all rounds, and light times.</param>
internal sealed record RunPlan(EpochGrid Grid, EpochGrid Frames, EpochSpan Truth)
{
    /// <summary>Half a round of at most 63 s (<see cref="Links.LinkPayload.LongestFrame"/>).</summary>
    public static Duration HalfRound { get; } = Duration.FromSeconds(32);

    /// <summary>Half a round and the longest light time.</summary>
    public static Duration Margin { get; } = Duration.FromSeconds(33);

    public static RunPlan For(ScenarioDefinition scenario, Epoch start, Duration duration)
    {
        EpochGrid grid = EpochGrid.Between(start, start + duration, scenario.Step);
        Duration interval = scenario.Control.Interval;
        long before = Duration.FloorDivide(scenario.Control.WarmUp, interval);
        Epoch first = start - (interval * before);
        long frames = Duration.FloorDivide(grid.Last - first, interval) + 1;
        return new(grid, new EpochGrid(first, interval, checked((int)frames)), new EpochSpan(first - Margin, grid.Last + Margin));
    }

    /// <summary>Where files bound the run and no start is given, the filter warms up on their first hours and users begin after it.</summary>
    /// <exception cref="InputException">The files end too early, or a given schedule of crosslinks is of another time.</exception>
    public static RunPlan For(ScenarioDefinition scenario, TruthFiles files, List<string> notes)
    {
        RunPlan plan = Within(scenario, files, notes);
        if (scenario.Links.Schedule?.Uncovered(plan.Frames.Start, plan.Frames.Last) is { } uncovered)
        {
            notes.Add(uncovered.Severity == Severity.Error ? throw new InputException(uncovered) : uncovered.ToString());
        }

        return plan;
    }

    private static RunPlan Within(ScenarioDefinition scenario, TruthFiles files, List<string> notes)
    {
        if (files.Coverage is not { } coverage)
        {
            return For(scenario, scenario.Start ?? throw new InputException(Diagnostic.Error(
                "CN2151", new SourceSpan(scenario.Name), "the scenario has no start and no file that could give one", "add start = \"2024-09-20T00:00:00GPST\" to [time]")), scenario.Duration);
        }

        Duration interval = scenario.Control.Interval;
        Duration margin = interval * (Duration.FloorDivide(Margin, interval) + 1);
        Epoch start = scenario.Start ?? coverage.First + margin + (interval * Duration.FloorDivide(scenario.Control.WarmUp, interval));
        Duration left = coverage.Last - Margin - start;
        if (left < scenario.Step)
        {
            throw new InputException(Diagnostic.Error(
                "CN4004", new SourceSpan(scenario.Name), $"the files end at {coverage.Last.ToString(TimeScale.Gpst)}, before users could begin after {scenario.Control.WarmUp.TotalSeconds / 3600:0.##} h of warm-up", "give more days, or shorten control.warm_up"));
        }

        if (left < scenario.Duration)
        {
            Duration whole = scenario.Step * Duration.FloorDivide(left, scenario.Step);
            notes.Add($"shortened to {whole.TotalSeconds / 3600:0.##} h: the files end at {coverage.Last.ToString(TimeScale.Gpst)}");
            return For(scenario, start, whole);
        }

        return For(scenario, start, scenario.Duration);
    }

    /// <summary>From the first signal of each round of measurements to the last.</summary>
    public IEnumerable<EpochSpan> Rounds() => Enumerable.Range(0, Frames.Count).Select(i => new EpochSpan(Frames[i] - Margin, Frames[i] + Margin));

    /// <summary>Epochs at which data from files must exist: each round's centre and ends, and every epoch of users.</summary>
    public IEnumerable<Epoch> Needed()
    {
        for (int i = 0; i < Frames.Count; i++)
        {
            yield return Frames[i] - Margin;
            yield return Frames[i];
            yield return Frames[i] + Margin;
        }

        for (int i = 0; i < Grid.Count; i++)
        {
            yield return Grid[i];
        }
    }
}
