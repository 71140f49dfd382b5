namespace Constellation.Links;

/// <summary>Constants of link ranging and of the filter's own force gradient.</summary>
internal static class PhysicalConstants
{
    /// <summary>Speed of light, m/s: exact (SI).</summary>
    public const double SpeedOfLight = 299_792_458;

    /// <summary>Earth's gravitational parameter, m^3/s^2, EGM2008 (TT-compatible). [IERS10] table 1.1</summary>
    public const double GravitationalParameter = 3.986004415e14;

    /// <summary>Reference radius that belongs to <see cref="J2"/>, m. [IERS10] section 6.1</summary>
    public const double GravityRadius = 6_378_136.3;

    /// <summary>Dynamic form factor of the Earth. [IERS10] table 1.1</summary>
    public const double J2 = 1.0826359e-3;

    /// <summary>Equatorial radius of the ellipsoid that links graze, m: WGS 84, equal to CGCS2000.</summary>
    public const double EquatorialRadius = 6_378_137;

    /// <summary>Flattening of WGS 84.</summary>
    public const double Flattening = 1 / 298.257223563;
}
