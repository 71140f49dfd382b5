using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Advanced RAIM of a scene with an airborne two-frequency receiver.</summary>
/// <param name="Scene">Who, when, which satellites.</param>
/// <param name="Support">Integrity support by system; a system that is missing here is not used.</param>
/// <param name="Allocation">Of the operation.</param>
public sealed record ProtectionField(PointScene Scene, IReadOnlyDictionary<GnssSystem, IntegritySupport> Support, IntegrityAllocation Allocation)
{
    /// <summary>Levels of one user at one epoch.</summary>
    /// <param name="araim">Of the calling thread.</param>
    /// <param name="sky">Of the user.</param>
    /// <param name="satellites">Of the epoch.</param>
    public ProtectionLevels At(Araim araim, UserSky sky, SatelliteSnapshot satellites)
    {
        Span<MonitoredRange> ranges = stackalloc MonitoredRange[64];
        Span<double> constellation = stackalloc double[8];
        constellation.Clear();
        int n = 0;
        foreach ((int satellite, Vector3d line) in sky.Look(satellites))
        {
            if (n < ranges.Length && TryRange(satellite, line, constellation, out MonitoredRange range))
            {
                ranges[n++] = range;
            }
        }

        return araim.Solve(ranges[..n], constellation, Allocation);
    }

    /// <summary>The range of a satellite in view; false where the support does not cover its system.</summary>
    /// <param name="satellite">Of the scene.</param>
    /// <param name="line">East, north, up.</param>
    /// <param name="constellation">Takes the fault of its constellation.</param>
    /// <param name="range">Only where true is returned.</param>
    internal bool TryRange(int satellite, Vector3d line, Span<double> constellation, out MonitoredRange range)
    {
        GnssSystem system = Scene.Satellites[satellite].System;
        if (!Support.TryGetValue(system, out IntegritySupport? support))
        {
            range = default;
            return false;
        }

        int column = TrackedSatellite.ClockColumnOf(system);
        double rest = AirborneErrors.Variance(line.Z);
        constellation[column] = support.ConstellationFault;
        range = new(line, column, (support.Ura * support.Ura) + rest, (support.Ure * support.Ure) + rest, support.NominalBias, support.SatelliteFault);
        return true;
    }
}
