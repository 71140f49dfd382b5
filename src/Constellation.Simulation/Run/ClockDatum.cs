using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>Takes the common part out of broadcast clock errors where nothing ties them to system time.</summary>
internal static class ClockDatum
{
    /// <summary>At every epoch and system, the median of c dT - w_R R over usable satellites is added to the true clocks. [Montenbruck15]</summary>
    public static void RemoveMedian(SatelliteEpochState[][] states, IReadOnlyList<SatelliteDefinition> satellites)
    {
        SisreWeights[] weights = [.. satellites.Select(s => SisreWeights.For(s.Id.System, s.OrbitClass))];
        foreach (SatelliteEpochState[] epoch in states)
        {
            foreach (IGrouping<GnssSystem, int> system in Enumerable.Range(0, epoch.Length).Where(i => epoch[i].Usable).GroupBy(i => epoch[i].Id.System).ToList())
            {
                double median = Median.Of(system.Select(i => InRange(epoch[i], weights[i])));
                for (int i = 0; i < epoch.Length; i++)
                {
                    if (epoch[i].Id.System == system.Key)
                    {
                        epoch[i] = epoch[i] with { TruthClock = epoch[i].TruthClock + (median / PhysicalConstants.SpeedOfLight) };
                    }
                }
            }
        }
    }

    /// <summary>The same for the estimates of one epoch, one row a satellite; their sigmas stay those of clocks against system time.</summary>
    public static void RemoveMedian(Span<OdtsRow> epoch, IReadOnlyList<SatelliteDefinition> satellites)
    {
        OdtsRow[] rows = epoch.ToArray();
        foreach (IGrouping<GnssSystem, int> system in Enumerable.Range(0, rows.Length).GroupBy(i => rows[i].Satellite.System))
        {
            double median = Median.Of(system.Select(i => rows[i].Clock - (SisreWeights.For(satellites[i].Id.System, satellites[i].OrbitClass).Radial * rows[i].Radial)));
            foreach (int i in system)
            {
                epoch[i] = rows[i] with { Clock = rows[i].Clock - median };
            }
        }
    }

    private static double InRange(in SatelliteEpochState state, SisreWeights weights)
    {
        SignalInSpaceError error = SignalInSpaceError.Of(state);
        return error.Clock - (weights.Radial * error.Radial);
    }
}
