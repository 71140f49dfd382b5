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
            GnssSystem system = Scene.Satellites[satellite].System;
            if (n < ranges.Length && Support.TryGetValue(system, out IntegritySupport? support))
            {
                int column = TrackedSatellite.ClockColumnOf(system);
                double rest = AirborneErrors.Variance(line.Z);
                ranges[n++] = new(line, column, (support.Ura * support.Ura) + rest, (support.Ure * support.Ure) + rest, support.NominalBias, support.SatelliteFault);
                constellation[column] = support.ConstellationFault;
            }
        }

        return araim.Solve(ranges[..n], constellation, Allocation);
    }
}
