using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Turns the table <c>[faults]</c> into settings; what is wrong goes to the document.</summary>
internal static class FaultBinder
{
    public static FaultSettings Bind(TomlTable table, IReadOnlyList<SatelliteDefinition> chosen, ClockSettings equipment)
    {
        SatelliteId[] participants = [.. chosen.Select(s => s.Id)];
        List<(SatelliteId, ClockEvent, int)> clocks = [];
        foreach (TomlTable fault in ScenarioKeys.ClockFault.Of(table))
        {
            ClockEvent step = new(ScenarioKeys.ClockFaultAt.Read(fault), ScenarioKeys.PhaseStep.Read(fault), ScenarioKeys.FrequencyStep.Read(fault))
            {
                DriftStep = ScenarioKeys.DriftStep.Read(fault),
                TransientFrequency = ScenarioKeys.TransientFrequency.Read(fault),
                TransientTime = ScenarioKeys.TransientTime.Read(fault),
                NoiseFactor = ScenarioKeys.NoiseFactor.Read(fault),
                Failure = ScenarioKeys.Failure.Read(fault),
            };
            int unit = (int)ScenarioKeys.ClockFaultUnit.Read(fault);
            if (ScenarioKeys.ClockFaultSatellite.Read(fault, participants) is { } satellite)
            {
                clocks.Add((satellite, step, unit));
                int spares = equipment.SparesOf(satellite);
                if (unit > spares)
                {
                    fault.Error(ScenarioKeys.ClockFaultUnit.Name, "CN2211", $"{satellite} has no clock {unit}", spares == 0 ? "it has one clock, 0; [[clocks.redundancy]] gives it more" : $"its clocks are 0 to {spares}");
                }
            }
        }

        SortedDictionary<SatelliteId, Vector3d> ephemerides = [];
        foreach (TomlTable fault in ScenarioKeys.EphemerisFault.Of(table))
        {
            Vector3d shift = new(ScenarioKeys.RadialFault.Read(fault), ScenarioKeys.AlongFault.Read(fault), ScenarioKeys.CrossFault.Read(fault));
            AddOnce(ephemerides, ScenarioKeys.EphemerisFaultSatellite, fault, participants, shift);
        }

        List<TerminalFault> links = [];
        foreach (TomlTable fault in ScenarioKeys.LinkFault.Of(table))
        {
            if (LinkFault(fault, ScenarioKeys.LinkFaultSatellite.Read(fault, participants)) is { } read)
            {
                links.Add(read);
            }
        }

        return new FaultSettings { Clocks = clocks, Ephemerides = ephemerides, Links = links, AnchorLostAt = ScenarioKeys.AnchorLostAt.ReadIfGiven(table) };
    }

    private static TerminalFault? LinkFault(TomlTable fault, SatelliteId? satellite)
    {
        TerminalFault read = new(satellite.GetValueOrDefault(), ScenarioKeys.LinkFaultFrom.ReadIfGiven(fault), ScenarioKeys.LinkFaultUntil.ReadIfGiven(fault))
        {
            ReceiveDelay = ScenarioKeys.ReceiveDelay.Read(fault),
            TransmitDelay = ScenarioKeys.TransmitDelay.Read(fault),
            LossProbability = ScenarioKeys.LinkLoss.Read(fault),
            OutlierProbability = ScenarioKeys.LinkOutliers.Read(fault),
            OutlierSigma = ScenarioKeys.LinkOutlierSize.Read(fault),
        };
        if (read is { From: { } from, Until: { } until } && until <= from)
        {
            fault.Error(ScenarioKeys.LinkFaultUntil.Name, "CN2211", "the fault ends before it begins", "exchange from and until");
        }

        if (satellite is not null && read is { ReceiveDelay: 0, TransmitDelay: 0, LossProbability: 0 } && read.OutlierProbability * read.OutlierSigma == 0)
        {
            fault.Error("", "CN2211", $"the fault of {satellite} changes nothing", "give a delay, a loss_probability, or outlier_probability with outlier_m");
        }

        return satellite is null ? null : read;
    }

    private static void AddOnce<T>(SortedDictionary<SatelliteId, T> faults, SatelliteKey key, TomlTable table, IReadOnlyList<SatelliteId> participants, T fault)
    {
        if (key.Read(table, participants) is { } satellite && !faults.TryAdd(satellite, fault))
        {
            table.Error(key.Name, "CN2211", $"{satellite} has two faults of this kind", "add them up in one table");
        }
    }
}
