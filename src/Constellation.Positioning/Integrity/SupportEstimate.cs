using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Integrity support of a system out of its errors.</summary>
/// <param name="System">Which.</param>
/// <param name="Samples">Errors that were bounded.</param>
/// <param name="Support">Bound of integrity by a pair of normal distributions, usual deviation, bias; faults by count, but no less than the typical ones.</param>
/// <param name="Faults">Errors beyond 4.42 deviations of the bound and its bias.</param>
public sealed record SupportEstimate(GnssSystem System, int Samples, IntegritySupport Support, int Faults)
{
    /// <summary>Fewer errors give no bound.</summary>
    public const int Fewest = 100;

    /// <summary>[Blanch12]: a satellite whose error exceeds 4.42 times its bound is faulty.</summary>
    private const double FaultReach = 4.42;

    /// <summary>From the errors of all satellites of a system, each seen from under the satellite and from four points of the rim of the visible Earth.</summary>
    /// <param name="satellites">Of the scene.</param>
    /// <param name="snapshots">By epoch.</param>
    /// <param name="errors">[epoch][satellite].</param>
    public static IReadOnlyList<SupportEstimate> Of(IReadOnlyList<SatelliteId> satellites, IReadOnlyList<SatelliteSnapshot> snapshots, IReadOnlyList<SpaceError[]> errors)
    {
        SortedDictionary<GnssSystem, List<double>> ranges = [];
        for (int k = 0; k < snapshots.Count; k++)
        {
            for (int i = 0; i < snapshots[k].Count; i++)
            {
                (int s, Position<Itrf> there) = snapshots[k][i];
                if (errors[k][s].IsKnown)
                {
                    List<double> own = ranges.TryGetValue(satellites[s].System, out List<double>? list) ? list : ranges[satellites[s].System] = [];
                    own.AddRange(Seen(there.Vector, errors[k][s]));
                }
            }
        }

        return [.. ranges.Where(r => r.Value.Count >= 5 * Fewest).Select(r => From(r.Key, [.. r.Value], ranges.Count == 1))];
    }

    private static SupportEstimate From(GnssSystem system, double[] errors, bool alone)
    {
        GaussianBound bound = GaussianBound.Paired(errors);
        double usual = Math.Sqrt(errors.Average(e => e * e)), centimetre = 0.01, sigma = Math.Max(bound.Sigma, centimetre);
        int faults = errors.Count(e => Math.Abs(e) > bound.Bias + (FaultReach * sigma));
        IntegritySupport typical = IntegritySupport.For(alone);
        return new(system, errors.Length, new(sigma, Math.Clamp(usual, centimetre, sigma), bound.Bias, Math.Max(typical.SatelliteFault, (double)faults / errors.Length), typical.ConstellationFault), faults);
    }

    /// <summary>The error in range at the nadir and at the rim, where the line of sight is as far off it as the Earth is wide.</summary>
    private static IEnumerable<double> Seen(Vector3d satellite, SpaceError error)
    {
        Vector3d radial = satellite.Unit(), side = radial.Cross(Math.Abs(radial.Z) < 0.9 ? new Vector3d(0, 0, 1) : new Vector3d(1, 0, 0)).Unit(), other = radial.Cross(side);
        double sin = PhysicalConstants.EarthRadius / satellite.Norm, cos = Math.Sqrt(1.0 - (sin * sin));
        yield return error.Orbit.Dot(radial) - error.Clock;
        foreach (Vector3d way in (Vector3d[])[side, other, -1.0 * side, -1.0 * other])
        {
            yield return error.Orbit.Dot((cos * radial) + (sin * way)) - error.Clock;
        }
    }
}
