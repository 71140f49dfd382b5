using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What the pole's motion about its secular place does to C21 and S21: through the solid Earth [IERS10] section 6.4, and through the oceans, eq. 6.24.</summary>
internal sealed class PoleTides(IEarthOrientation source, bool solid, bool ocean) : IGravityChange
{
    public int Degree => 2;

    public void Add(Epoch epoch, in EarthRotation earth, HarmonicTables tables, Span<double> coefficients)
    {
        (double x, double y) = PolarMotion.Of(source, epoch);
        (double meanX, double meanY) = PolarMotion.Secular(epoch);
        double m1 = (x - meanX) / Angles.Arcsecond, m2 = -(y - meanY) / Angles.Arcsecond;
        int entry = 2 * tables.Entry(2, 1);
        if (solid)
        {
            coefficients[entry] += -1.333e-9 * (m1 + (0.0115 * m2));
            coefficients[entry + 1] += -1.333e-9 * (m2 - (0.0115 * m1));
        }

        if (ocean)
        {
            coefficients[entry] += -2.1778e-10 * (m1 - (0.01724 * m2));
            coefficients[entry + 1] += -1.7232e-10 * (m2 - (0.03365 * m1));
        }
    }
}
