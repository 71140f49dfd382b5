namespace Constellation.Geodesy;

/// <summary>PZ-90.11, the datum of GLONASS: [GLONASS-ICD] table 3.2 and [PZ90.11].</summary>
public static class Pz9011
{
    /// <summary>a, m.</summary>
    public const double SemiMajorAxis = 6_378_136.0;

    /// <summary>1/f.</summary>
    public const double InverseFlattening = 298.25784;

    /// <summary>GM with the atmosphere, m^3/s^2.</summary>
    public const double GravitationalParameter = 3.986004418e14;

    /// <summary>rad/s.</summary>
    public const double AngularVelocity = 7.292115e-5;

    /// <summary>Second zonal harmonic.</summary>
    public const double J2 = 1.08262575e-3;
}
