using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>The Doodson arguments of the tides, rad: lunar time, mean longitudes of Moon and Sun, lunar perigee, negative of the node, solar perigee.</summary>
/// <remarks>From the Delaunay arguments of [IERS10] eq. 5.43: s = F + Om, h = s - D, p = s - l, N' = -Om, ps = s - D - l', tau = GMST + pi - s.</remarks>
public readonly record struct TidalArguments(double Tau, double S, double H, double P, double N, double Ps)
{
    /// <param name="epoch">Instant.</param>
    /// <param name="earth">Attitude of the Earth at it: gives the sidereal time within 1e-5 rad, to which tides are blind.</param>
    public static TidalArguments At(Epoch epoch, in EarthRotation earth)
    {
        double t = IauEarthOrientation.Centuries(epoch);
        Span<double> d = stackalloc double[5], rates = stackalloc double[5];
        EarthArguments.Delaunay(t, d, rates);
        Matrix3d m = earth.GcrfToItrf;
        double gmst = Math.Atan2(m.M12 - m.M21, m.M11 + m.M22) + EarthRotationAngle.GmstMinusEra(t);
        double s = d[2] + d[4], h = s - d[3];
        return new(gmst + Math.PI - s, s, h, s - d[0], -d[4], h - d[1]);
    }

    /// <summary>Argument of a wave from its multiples of the six.</summary>
    public double Of(ReadOnlySpan<sbyte> multiples) =>
        (multiples[0] * Tau) + (multiples[1] * S) + (multiples[2] * H) + (multiples[3] * P) + (multiples[4] * N) + (multiples[5] * Ps);
}
