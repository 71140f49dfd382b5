namespace Constellation.Geodesy;

/// <summary>Geodetic Reference System 1980, the ellipsoid of the ITRF: [GRS80].</summary>
public static class Grs80
{
    /// <summary>a, m.</summary>
    public const double SemiMajorAxis = 6_378_137.0;

    /// <summary>1/f, derived from the defining J2 and printed to 12 digits.</summary>
    public const double InverseFlattening = 298.257222101;

    /// <summary>GM with the atmosphere, m^3/s^2; 1.5e-7 larger in proportion than today's value.</summary>
    public const double GravitationalParameter = 3.986005e14;

    /// <summary>rad/s.</summary>
    public const double AngularVelocity = 7.292115e-5;

    /// <summary>Second zonal harmonic, a defining constant.</summary>
    public const double J2 = 1.08263e-3;
}
