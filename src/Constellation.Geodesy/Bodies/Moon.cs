using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Geometric position of the Moon as seen from the geocentre: where it is at the epoch, without light time (1.3 s, 0.7 arcseconds).</summary>
/// <remarks>
/// From 1968-05-24 to 2105-10-06 the JPL ephemeris DE431 [Folkner14] as polynomials, within 50 m (tested against DE430); outside, ELP 2000-82 cut
/// to 82 terms [Meeus98], within 15 arcseconds and 30 km.
/// </remarks>
public static class Moon
{
    /// <summary>GCRF position, m.</summary>
    public static Position<Gcrf> PositionGcrf(Epoch epoch) => new(At(epoch.SinceJ2000.TotalSeconds));

    internal static Vector3d At(double secondsSinceJ2000) =>
        BodyTables.Moon.Covers(secondsSinceJ2000) ? BodyTables.Moon.Position(secondsSinceJ2000) : MoonTheory.PositionGcrf(secondsSinceJ2000);
}
