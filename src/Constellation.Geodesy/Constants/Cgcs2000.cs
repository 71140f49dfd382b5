namespace Constellation.Geodesy;

/// <summary>China Geodetic Coordinate System 2000, the datum of BeiDou: [CGCS2000], [BDS-ICD-B1I] section 3.2.</summary>
public static class Cgcs2000
{
    /// <summary>a, m.</summary>
    public const double SemiMajorAxis = 6_378_137.0;

    /// <summary>1/f.</summary>
    public const double InverseFlattening = 298.257222101;

    /// <summary>GM with the atmosphere, m^3/s^2.</summary>
    public const double GravitationalParameter = 3.986004418e14;

    /// <summary>rad/s.</summary>
    public const double AngularVelocity = 7.292115e-5;

    /// <summary>Second zonal harmonic.</summary>
    public const double J2 = 1.082629832258e-3;
}
