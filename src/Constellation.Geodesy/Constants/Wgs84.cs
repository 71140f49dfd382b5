namespace Constellation.Geodesy;

/// <summary>World Geodetic System 1984: [WGS84] tables 3.1 and 3.2. GPS messages use the constants of IS-GPS-200 instead.</summary>
public static class Wgs84
{
    /// <summary>a, m.</summary>
    public const double SemiMajorAxis = 6_378_137.0;

    /// <summary>1/f.</summary>
    public const double InverseFlattening = 298.257223563;

    /// <summary>GM with the atmosphere, m^3/s^2.</summary>
    public const double GravitationalParameter = 3.986004418e14;

    /// <summary>Nominal mean angular velocity, rad/s.</summary>
    public const double AngularVelocity = 7.292115e-5;

    /// <summary>Second zonal harmonic of the normal field: -sqrt(5) C20 with C20 = -0.484166774985e-3.</summary>
    public const double J2 = 1.08262982131e-3;
}
