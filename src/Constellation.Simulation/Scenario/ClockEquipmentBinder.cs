using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>Reads what the clocks of satellites have beside them: spares, temperatures, steering.</summary>
/// <param name="participants">Satellites that take part, with the clocks after replacement.</param>
/// <param name="models">Kinds of clocks by the text that a scenario has; where a spare's kind goes, too.</param>
/// <param name="find">A kind of clock by the key of a table and what it says; null where there is none, which is told.</param>
internal sealed class ClockEquipmentBinder(IReadOnlyList<SatelliteDefinition> participants, Dictionary<string, ClockModel> models, Func<TomlTable, string, string, ClockModel?> find)
{
    public ClockSettings Add(ClockSettings clocks, TomlTable table) => clocks with
    {
        Redundancy = Each(table, ScenarioKeys.Redundancy, ScenarioKeys.RedundantSatellites, "spares", Redundancy),
        Thermal = Each(table, ScenarioKeys.Thermal, ScenarioKeys.ThermalSatellites, "a temperature", Temperature),
        Steering = Each(table, ScenarioKeys.Steering, ScenarioKeys.SteeredSatellites, "steering", Steering),
    };

    private List<T> Each<T>(TomlTable clocks, ScenarioTable list, SatellitesKey key, string what, Func<TomlTable, SatelliteId[], T> read)
    {
        List<T> entries = [];
        HashSet<SatelliteId> seen = [];
        foreach (TomlTable table in list.Of(clocks))
        {
            SatelliteId[] satellites = [.. key.Read(table, participants).Select(s => s.Id)];
            if (satellites.Where(s => !seen.Add(s)).ToArray() is { Length: > 0 } twice)
            {
                table.Error(key.Name, "CN2213", $"{string.Join(", ", SatelliteSelector.Describe(twice))} has {what} twice", $"name each satellite in one [[{list.Path}]]");
            }

            entries.Add(read(table, satellites));
        }

        return entries;
    }

    private ClockRedundancy Redundancy(TomlTable table, SatelliteId[] satellites)
    {
        string key = ScenarioKeys.SpareClock.Name, clock = ScenarioKeys.SpareClock.Read(table);
        ClockModel? model = clock.Length == 0 ? null : find(table, key, clock);
        if (model is not null)
        {
            models[clock] = model;
        }

        ClockMonitor monitor = new()
        {
            Interval = ScenarioKeys.MonitorInterval.Read(table),
            PhaseThreshold = ScenarioKeys.MonitorPhase.Read(table),
            FrequencyThreshold = ScenarioKeys.MonitorFrequency.Read(table),
        };
        ClockRedundancy redundancy = new(satellites)
        {
            HotSpares = (int)ScenarioKeys.HotSpares.Read(table),
            ColdSpares = (int)ScenarioKeys.ColdSpares.Read(table),
            SpareClock = model is null ? null : clock,
            SpareModel = model?.Name,
            TakeOver = new()
            {
                PhaseSigma = ScenarioKeys.TakeOverPhase.Read(table),
                HotFrequencySigma = ScenarioKeys.HotFrequency.Read(table),
                ColdFrequencySigma = ScenarioKeys.ColdFrequency.Read(table),
                HotDelay = ScenarioKeys.HotDelay.Read(table),
                ColdDelay = ScenarioKeys.ColdDelay.Read(table),
                WarmUpSigma = ScenarioKeys.WarmUpFrequency.Read(table),
                WarmUpTime = ScenarioKeys.WarmUpTime.Read(table),
            },
            Monitor = ScenarioKeys.Monitor.Read(table) ? monitor : null,
        };
        if (redundancy.Spares is 0 or > ClockRedundancy.MostSpares)
        {
            table.Error(ScenarioKeys.HotSpares.Name, "CN2219", $"{redundancy.Spares} spare clocks", $"give hot_spares or cold_spares, 1 to {ClockRedundancy.MostSpares} together");
        }

        if (redundancy is { Monitor: not null, HotSpares: < 2 })
        {
            table.Error(ScenarioKeys.Monitor.Name, "CN2219", $"a monitoring unit with {redundancy.HotSpares} hot spare{(redundancy.HotSpares == 1 ? "" : "s")} cannot tell which clock is wrong", "give at least two hot_spares, or leave the monitor out");
        }

        return redundancy;
    }

    private ClockTemperature Temperature(TomlTable table, SatelliteId[] satellites)
    {
        ThermalProfile profile = new()
        {
            OrbitSwing = ScenarioKeys.OrbitSwing.Read(table),
            SunAngleSwing = ScenarioKeys.SunAngleSwing.Read(table),
            EclipseDrop = ScenarioKeys.EclipseDrop.Read(table),
            Lag = ScenarioKeys.ThermalLag.Read(table),
        };
        return new(satellites, profile, ScenarioKeys.TemperatureCoefficient.ReadIfGiven(table));
    }

    private static ClockSteering Steering(TomlTable table, SatelliteId[] satellites) => new(satellites, new()
    {
        Interval = ScenarioKeys.SteeringInterval.Read(table),
        TimeConstant = ScenarioKeys.SteeringTime.Read(table),
        MeasurementSigma = ScenarioKeys.SteeringSigma.Read(table),
        Resolution = ScenarioKeys.SteeringResolution.Read(table),
    });
}
