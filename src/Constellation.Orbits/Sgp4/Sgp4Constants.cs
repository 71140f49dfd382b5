namespace Constellation.Orbits;

/// <summary>The gravity field that SGP4 works with. Element sets are made with <see cref="Wgs72"/>; another field turns them into another orbit.</summary>
/// <remarks>[Vallado06] table 1.</remarks>
public sealed record Sgp4Constants
{
    private Sgp4Constants(string name, double gravitationalParameterKm3, double radiusKm, double j2, double j3, double j4, double? rootOfGm = null)
    {
        (Name, GravitationalParameter, EarthRadius) = (name, gravitationalParameterKm3 * 1e9, radiusKm * 1000);
        (J2, J3, J4) = (j2, j3, j4);
        RootOfGm = rootOfGm ?? (60 / Math.Sqrt(radiusKm * radiusKm * radiusKm / gravitationalParameterKm3));
    }

    /// <summary>WGS-72, the field of the makers of element sets.</summary>
    public static Sgp4Constants Wgs72 { get; } = new("wgs72", 398600.8, 6378.135, 0.001082616, -0.00000253881, -0.00000165597);

    /// <summary>WGS-72 with the rounded root of GM of the first publication [Hoots80].</summary>
    public static Sgp4Constants Wgs72Old { get; } = new("wgs72old", 398600.79964, 6378.135, 0.001082616, -0.00000253881, -0.00000165597, 0.0743669161);

    public static Sgp4Constants Wgs84 { get; } = new("wgs84", 398600.5, 6378.137, 0.00108262998905, -0.00000253215306, -0.00000161098761);

    public string Name { get; }

    /// <summary>GM, m³/s².</summary>
    public double GravitationalParameter { get; }

    /// <summary>Equatorial radius, m.</summary>
    public double EarthRadius { get; }

    public double J2 { get; }

    public double J3 { get; }

    public double J4 { get; }

    /// <summary>The root of GM in Earth radii^1.5 per minute, the units of the model.</summary>
    internal double RootOfGm { get; }
}
