namespace Constellation.Links;

/// <summary>The Earth's attraction as links and their filter need it: for light near the Earth's mass and for the gradient that moves small deviations.</summary>
internal static class LinkGravity
{
    /// <summary>GM, m^3/s^2, of EGM2008: compatible with TT. [IERS10] section 6.1</summary>
    public const double GravitationalParameter = 3.986004415e14;

    /// <summary>Reference radius that belongs to <see cref="J2"/>, m. [IERS10] section 6.1</summary>
    public const double Radius = 6_378_136.3;

    /// <summary>Dynamic form factor of the Earth. [IERS10] table 1.1</summary>
    public const double J2 = 1.0826359e-3;
}
