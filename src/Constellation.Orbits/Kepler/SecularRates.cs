using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Rates of the mean elements under J2 alone, first order, rad/s.</summary>
/// <remarks>[Vallado13] eqs. 9-37 to 9-41. Luni-solar rates are not here: they add about 2 % to the node rate of navigation satellites.</remarks>
public readonly record struct SecularRates(double RightAscension, double ArgumentOfPerigee, double MeanAnomaly)
{
    /// <summary>Rate of the argument of latitude of a circular orbit.</summary>
    public double ArgumentOfLatitude => ArgumentOfPerigee + MeanAnomaly;

    public static SecularRates Of(MeanElements elements)
    {
        double n = KeplerianElements.MeanMotion(elements.SemiMajorAxis);
        double eta2 = (1 - elements.Eccentricity) * (1 + elements.Eccentricity);
        double ratio = PhysicalConstants.EarthRadius / (elements.SemiMajorAxis * eta2);
        double k = 0.75 * PhysicalConstants.EarthJ2 * ratio * ratio * n;
        double ci = Math.Cos(elements.Inclination);
        return new(-2 * k * ci, k * ((5 * ci * ci) - 1), n + (k * Math.Sqrt(eta2) * ((3 * ci * ci) - 1)));
    }
}
