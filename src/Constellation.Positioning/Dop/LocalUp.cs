using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>The local vertical where only Cartesian coordinates are known.</summary>
internal static class LocalUp
{
    private const double Flattening = 1.0 / 298.257223563;       // WGS 84
    private const double SemiMajorAxis = 6378137.0;

    /// <summary>The normal of the WGS 84 ellipsoid below a point near the Earth's surface; within 1e-8 rad below 100 km of height.</summary>
    /// <remarks>One step of Bowring's formula, [Bowring76].</remarks>
    public static Vector3d At(Position<Itrf> position)
    {
        double p = Math.Sqrt((position.X * position.X) + (position.Y * position.Y));
        if (p < 1.0)
        {
            return new(0.0, 0.0, position.Z < 0.0 ? -1.0 : 1.0);
        }

        const double b = SemiMajorAxis * (1.0 - Flattening);
        const double e2 = Flattening * (2.0 - Flattening);
        const double ep2 = e2 / (1.0 - e2);
        double beta = Math.Atan2(SemiMajorAxis * position.Z, b * p);
        (double s, double c) = Math.SinCos(beta);
        double latitude = Math.Atan2(position.Z + (ep2 * b * s * s * s), p - (e2 * SemiMajorAxis * c * c * c));
        (double sinLat, double cosLat) = Math.SinCos(latitude);
        return new(cosLat * position.X / p, cosLat * position.Y / p, sinLat);
    }
}
