using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Geometric positions of planets as seen from the geocentre, without light time.</summary>
/// <remarks>
/// The JPL ephemeris DE431 [Folkner14] as polynomials from 1968-05-24 to 2105-10-06: within 0.001 degrees (tested against DE430). Outside,
/// where only their pull of at most 3e-10 m/s^2 would be asked for, the nearest edge holds.
/// </remarks>
public static class Planets
{
    /// <summary>GCRF position, m.</summary>
    public static Position<Gcrf> PositionGcrf(Planet planet, Epoch epoch) => new(At(planet, epoch.SinceJ2000.TotalSeconds));

    /// <summary>GM of the planet with its moons, m^3/s^2: the values of DE430. [Folkner14]</summary>
    public static double GravitationalParameter(Planet planet) => planet switch
    {
        Planet.Venus => 3.24858592000e14,
        Planet.Mars => 4.2828375214e13,
        Planet.Jupiter => 1.26712764800e17,
        Planet.Saturn => 3.7940585200e16,
        _ => throw new ArgumentOutOfRangeException(nameof(planet), planet, "not a planet of the table"),
    };

    internal static Vector3d At(Planet planet, double secondsSinceJ2000)
    {
        ChebyshevTable table = BodyTables.Of(planet);
        return table.Position(Math.Clamp(secondsSinceJ2000, table.First, table.Last)) + Sun.At(secondsSinceJ2000);
    }
}
