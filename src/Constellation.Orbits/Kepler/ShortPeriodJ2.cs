using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Short-period J2 terms between mean and osculating motion, first order in J2, zeroth in eccentricity.</summary>
/// <remarks>[Hoots80] section 6, "short-period periodics" of SGP4. A circular orbit stays within 20 m of an integration over six days (tested); terms of order e J2 left out are about 100 m at e = 0.02.</remarks>
internal static class ShortPeriodJ2
{
    public static StateVector Osculating(MeanElements mean, Epoch epoch)
    {
        double a = mean.SemiMajorAxis, e = mean.Eccentricity, n = KeplerianElements.MeanMotion(a);
        (double sinE, double cosE) = Math.SinCos(KeplerEquation.EccentricAnomaly(mean.MeanAnomaly, e));
        double eta = Math.Sqrt((1 - e) * (1 + e)), p = a * eta * eta;
        double r = a * (1 - (e * cosE));
        double rDot = a * n * e * sinE / (1 - (e * cosE)), rvDot = n * a * a * eta / r;
        double u = mean.ArgumentOfPerigee + Math.Atan2(eta * sinE, cosE - e);

        (double s2, double c2) = Math.SinCos(2 * u);
        (double si, double ci) = Math.SinCos(mean.Inclination);
        double k = 0.5 * PhysicalConstants.EarthJ2 * PhysicalConstants.EarthRadius * PhysicalConstants.EarthRadius;
        double k1 = k / p, k2 = k / (p * p), polar = (3 * ci * ci) - 1, s = si * si;
        r = (r * (1 - (1.5 * k2 * eta * polar))) + (0.5 * k1 * s * c2);
        u -= 0.25 * k2 * ((7 * ci * ci) - 1) * s2;
        double node = mean.RightAscension + (1.5 * k2 * ci * s2);
        double inclination = mean.Inclination + (1.5 * k2 * ci * si * c2);
        rDot -= n * k1 * s * s2;
        rvDot += n * k1 * ((s * c2) + (1.5 * polar));

        KeplerianElements plane = new(a, 0, inclination, node, u, 0);
        (Vector3d radial, Vector3d along) = plane.PlaneAxes();
        return new(epoch, ReferenceFrame.Gcrf, r * radial, (rDot * radial) + (rvDot * along));
    }
}
