using Constellation.Clocks;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Whether what clocks have beside them goes together with the rest of a scenario.</summary>
internal static class ClockChecks
{
    /// <summary>Every state of a clock looks at every event before it.</summary>
    private const double MostEvents = 1e4;

    public static void Check(ScenarioDefinition scenario, TomlTable clocks)
    {
        Drawn(scenario, clocks);
        Chance(scenario, clocks);
        Temperatures(scenario, clocks);
    }

    private static void Drawn(ScenarioDefinition scenario, TomlTable clocks)
    {
        ClockSettings s = scenario.Clocks;
        (bool Given, string Key)[] needs =
        [
            (s.Redundancy.Count > 0, ScenarioKeys.Redundancy.Split.Name), (s.Thermal.Count > 0, ScenarioKeys.Thermal.Split.Name), (s.Steering.Count > 0, ScenarioKeys.Steering.Split.Name),
            (s.RandomEvents, ScenarioKeys.RandomEvents.Name), (s.MeanTimeToFailure is not null, ScenarioKeys.MeanTimeToFailure.Name),
        ];
        foreach ((bool given, string key) in needs)
        {
            if (given && !s.Source.IsSimulated)
            {
                clocks.Error(key, "CN2219", $"'clocks.{key}' is for drawn clocks, and these are read from files", "leave it out, or set clocks.source = \"simulated\"");
            }
        }

        if (s.Thermal.Count > 0 && !scenario.Orbits.Source.IsSimulated)
        {
            clocks.Error(ScenarioKeys.Thermal.Split.Name, "CN2219", "temperatures follow simulated orbits, and these are read from files", "leave [[clocks.thermal]] out, or set orbits.source = \"simulated\"");
        }
    }

    private static void Chance(ScenarioDefinition scenario, TomlTable clocks)
    {
        ClockModel[] kinds = [.. scenario.Satellites.Select(s => s.Clock).Concat(scenario.Clocks.Redundancy.Select(r => r.SpareModel).OfType<string>()).Distinct()
            .Where(scenario.ClockModels.ContainsKey).Select(k => scenario.ClockModels[k])];
        if (scenario.Clocks is { RandomEvents: true, MeanTimeToFailure: null } && kinds.Length > 0 && kinds.All(k => k.Events is null))
        {
            clocks.Error(
                ScenarioKeys.RandomEvents.Name, "CN2219", $"none of the clocks has rates of events: {string.Join(", ", kinds.Select(k => k.Name))}",
                "replace clocks by ones whose file has a table [events], or give mean_time_to_failure or [[faults.clock]]");
        }

        double length = (scenario.Duration + scenario.Control.WarmUp).TotalSeconds;
        foreach (ClockModel kind in kinds)
        {
            ClockEventRates rates = scenario.Clocks.RatesOf(kind) ?? new();
            Duration?[] intervals = [rates.PhaseJumpInterval, rates.FrequencyStepInterval, rates.DriftChangeInterval, rates.NoiseChangeInterval, rates.LampInterval];
            if (intervals.Sum(i => i is { } mean ? length / mean.TotalSeconds : 0) > MostEvents)
            {
                clocks.Error(ScenarioKeys.RandomEvents.Name, "CN2208", $"more than {MostEvents:0e0} events of a clock '{kind.Name}' are to be expected", "choose rarer events or a shorter duration");
            }
        }
    }

    private static void Temperatures(ScenarioDefinition scenario, TomlTable clocks)
    {
        IReadOnlyList<TomlTable> tables = ScenarioKeys.Thermal.Of(clocks);
        foreach ((ClockTemperature thermal, TomlTable table) in scenario.Clocks.Thermal.Zip(tables))
        {
            ClockModel[] kinds = [.. scenario.Satellites.Where(s => thermal.Satellites.Contains(s.Id)).Select(s => s.Clock).Distinct().Where(scenario.ClockModels.ContainsKey).Select(k => scenario.ClockModels[k])];
            if (thermal.Coefficient is null && kinds.FirstOrDefault(k => k.TemperatureCoefficient == 0) is { } none)
            {
                table.Error(ScenarioKeys.TemperatureCoefficient.Name, "CN2219", $"clock '{none.Name}' has no temperature coefficient", "give temperature_per_k");
            }

            if (thermal.Profile is { OrbitSwing: 0, SunAngleSwing: 0, EclipseDrop: 0 })
            {
                table.Error(ScenarioKeys.OrbitSwing.Name, "CN2219", "the temperature does not change", "give orbit_swing_k, sun_angle_swing_k or eclipse_drop_k");
            }
        }
    }
}
