using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Geometric position of the Sun as seen from the geocentre: where it is at the epoch, without light time (499 s, 20 arcseconds) and aberration.</summary>
/// <remarks>
/// From 1968-05-24 to 2105-10-06 the JPL ephemeris DE431 [Folkner14] as polynomials, within 3 km (tested against DE430); outside, VSOP87B cut to
/// 51 terms [Bretagnon88], within 3 arcseconds and 2e-5 of the distance.
/// </remarks>
public static class Sun
{
    /// <summary>Share of the Moon in the mass of Earth and Moon: the ratio is 81.30056907. [IERS10] table 1.1.</summary>
    private const double MoonShare = 1 / (1 + 81.30056907);

    /// <summary>GCRF position, m.</summary>
    public static Position<Gcrf> PositionGcrf(Epoch epoch) => new(At(epoch.SinceJ2000.TotalSeconds));

    /// <summary>Velocity relative to the geocentre, on GCRF axes, m/s: within 1 m/s; turned round, that of the Earth about the Sun.</summary>
    public static Vector3d VelocityGcrf(Epoch epoch)
    {
        // Central difference over an hour: the curvature's share is 1e-8 of the velocity.
        const double step = 1800;
        double seconds = epoch.SinceJ2000.TotalSeconds;
        return (At(seconds + step) - At(seconds - step)) / (2 * step);
    }

    internal static Vector3d At(double secondsSinceJ2000) => BodyTables.Sun.Covers(secondsSinceJ2000)
        ? BodyTables.Sun.Position(secondsSinceJ2000) + (MoonShare * BodyTables.Moon.Position(secondsSinceJ2000))
        : SunTheory.PositionGcrf(secondsSinceJ2000);
}
