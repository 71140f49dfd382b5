using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Whether a scenario can lose the ground and go on.</summary>
internal static class AutonomyChecks
{
    /// <summary>Whether its truth can be made piece by piece, and links measure it.</summary>
    public static void CheckTruth(ScenarioDefinition scenario)
    {
        string? problem = !scenario.Orbits.Source.IsSimulated || !scenario.Clocks.Source.IsSimulated ? "orbits or clocks come from files"
            : scenario.Start is null ? "the scenario has no start"
            : null;
        if (problem is not null)
        {
            throw Wrong(scenario, "CN4060", $"a study of months needs a simulated truth: {problem}", "simulate orbits and clocks, and give time.start");
        }

        if (!scenario.Control.Segment.Crosslinks || scenario.Satellites.Count(s => scenario.Links.PayloadOf(s.Id) is not null) < 2)
        {
            throw Wrong(scenario, "CN4061", $"there is nothing to measure: the segment '{scenario.Control.Segment.Name}' has no crosslinks between two satellites", "choose a segment with isl and a payload, such as control.segment=isl+anchor and links.payload=ka-bds3");
        }

        ClockSettings clocks = scenario.Clocks;
        if (clocks.RandomEvents || clocks.MeanTimeToFailure is not null || clocks.Redundancy.Count + clocks.Thermal.Count + clocks.Steering.Count > 0
            || scenario.Faults.Clocks.Any(f => f.Event.NoiseFactor is not null and not 1 || f.Event.Failure))
        {
            throw Wrong(scenario, "CN4064", "clocks are drawn as streams here: without random events, failures, changes of noise, spares, temperature and steering", "leave those keys out of [clocks] and [[faults.clock]]");
        }
    }

    public static void Check(ScenarioDefinition scenario, Duration rowLength)
    {
        CheckTruth(scenario);
        if (scenario.Autonomy.Anchors > (scenario.Control.Segment.AnchorSet is null ? 0 : scenario.Control.Anchors))
        {
            throw Wrong(scenario, "CN4062", $"{scenario.Autonomy.Anchors} anchors are to be kept, the segment '{scenario.Control.Segment.Name}' has {(scenario.Control.Segment.AnchorSet is null ? 0 : scenario.Control.Anchors)}", "raise control.anchors, or lower autonomy.anchors");
        }

        if (rowLength < scenario.Control.Interval || rowLength.TotalDays > Math.Max(1, scenario.Autonomy.Days))
        {
            throw Wrong(scenario, "CN4063", $"rows every {rowLength} are shorter than the rounds every {scenario.Control.Interval}, or longer than {scenario.Autonomy.Days} days", "choose a step between them");
        }
    }

    public static ClockEvent[] EventsOf(ScenarioDefinition scenario, SatelliteId id) => [.. scenario.Faults.Clocks.Where(f => f.Satellite == id).Select(f => f.Event)];

    private static InputException Wrong(ScenarioDefinition scenario, string code, string problem, string remedy) =>
        new(Diagnostic.Error(code, new SourceSpan(scenario.Name), problem, remedy));
}
