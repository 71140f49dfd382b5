using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Tests.Orbits.Numerical.Forces;

public class HarmonicSumsTests
{
    private const double Gm = 3.986004415e14, Radius = 6378136.3;

    public static TheoryData<double, double, double> Places => new()
    {
        { 1.2e7, -0.9e7, 2.1e7 }, { -2.0e7, 1.7e7, -0.4e7 }, { 0, 0, 2.66e7 }, { 1e-3, 0, -2.66e7 }, { 4.2164e7, 0, 0 }, { -3e6, 2e6, 6.1e6 },
    };

    /// <summary>The potential as textbooks print it, Legendre functions by their unnormalised recursion, differenced numerically.</summary>
    [Theory, MemberData(nameof(Places))]
    public void Acceleration_is_the_slope_of_the_potential_as_printed(double x, double y, double z)
    {
        const double h = 400;
        Vector3d p = new(x, y, z);
        foreach (int degree in new[] { 2, 3, 8, 12, 20 })
        {
            Vector3d slope = new(Slope(degree, p, new(h, 0, 0)), Slope(degree, p, new(0, h, 0)), Slope(degree, p, new(0, 0, h)));
            // Rounding of a potential of 1e5 m^2/s^2 (degrees from 2 on) over 400 m, and the fifth derivative: measured 3e-14.
            Check.Within(Tolerance.Of(1e-12, "m/s^2", "differences over 400 m"), slope, new EarthGravity(degree).AccelerationItrf(p), $"degree {degree}");
        }
    }

    [Theory, MemberData(nameof(Places))]
    public void Gradient_is_the_slope_of_the_acceleration(double x, double y, double z)
    {
        Vector3d p = new(x, y, z);
        HarmonicTables tables = HarmonicTables.To(12);
        double[] packed = tables.Pack(GravityField.Egm2008);
        Matrix3d g = HarmonicSums.Gradient(tables, packed, Gm, Radius, p);
        double h = 2e-5 * p.Norm;
        Vector3d Column(Vector3d d) => (8 * (At(p + d) - At(p - d)) - (At(p + (2 * d)) - At(p - (2 * d)))) / (12 * d.Norm);
        Vector3d At(Vector3d q) => HarmonicSums.Acceleration(tables, packed, Gm, Radius, q);
        Matrix3d expected = Matrix3d.FromRows(Column(new(h, 0, 0)), Column(new(0, h, 0)), Column(new(0, 0, h)));
        double size = expected.Row1.Norm + expected.Row2.Norm + expected.Row3.Norm;
        Tolerance rounding = Tolerance.Of(1e-9 * size, "1/s^2", "differences of 2e-5 of the distance: rounding 1e-11, fifth derivative 1e-16 of the whole");
        Check.Within(rounding, expected.Row1, g.Row1, "row 1");
        Check.Within(rounding, expected.Row2, g.Row2, "row 2");
        Check.Within(rounding, expected.Row3, g.Row3, "row 3");
        Check.Within(Tolerance.Of(1e-14 * size, "1/s^2", "Laplace's equation, to rounding"), 0, g.M11 + g.M22 + g.M33, "trace");
    }

    /// <summary>
    /// Two equal masses on either side of the centre: the field is known in closed form, its coefficients are Legendre functions of their place. At degree
    /// 1000, just outside them, no term is below the rounding of the one before, and the pole must not hurt.
    /// </summary>
    [Theory]
    [InlineData(60, 0.5, 0.7, 1.0, 0.3, 0.2)]
    [InlineData(200, 0.8, -0.4, 1.05, 0.5, 1.1)]
    [InlineData(1000, 0.95, 0.3, 1.01, 0.31, 0.9)]
    [InlineData(1000, 0.95, 1.5, 1.01, 1.5707, -2.0)]
    [InlineData(1000, 0.95, 0.0, 1.01, -1.57079632679, 0.1)]
    public void High_degrees_add_up_to_two_displaced_masses(int degree, double depth, double massLatitude, double distance, double latitude, double longitude)
    {
        const double massLongitude = 0.6;
        HarmonicTables tables = HarmonicTables.To(degree);
        double[] packed = new double[2 * tables.Count];
        for (int m = 0; m <= degree; m++)
        {
            double[] legendre = Normalised(m, degree, Math.Sin(massLatitude));
            (double sin, double cos) = Math.SinCos(m * massLongitude);
            for (int n = Math.Max(2, m); n <= degree; n++)
            {
                double value = n % 2 == 0 ? Math.Pow(depth, n) * legendre[n] / ((2 * n) + 1) : 0;
                (packed[2 * tables.Entry(n, m)], packed[(2 * tables.Entry(n, m)) + 1]) = (value * cos, value * sin);
            }
        }

        Vector3d place = depth * Radius * Direction(massLatitude, massLongitude), p = distance * Radius * Direction(latitude, longitude);
        Vector3d expected = (0.5 * (PointMass.Pull(p - place, Gm) + PointMass.Pull(p + place, Gm))) - PointMass.Pull(p, Gm);
        double left = Math.Pow(depth / distance, degree) * degree * degree;
        Check.Within(Tolerance.Of((1e-11 + (3 * left)) * Gm / (Radius * Radius), "m/s^2", "rounding of half a million terms; the degrees beyond"),
            expected, HarmonicSums.Acceleration(tables, packed, Gm, Radius, p));
    }

    [Fact]
    public void A_field_refuses_what_is_no_whole_degree()
    {
        Assert.Throws<ArgumentException>(() => new GravityField("x", Gm, Radius, TideSystem.TideFree, new double[7], new double[7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarthGravity(21));
        Assert.Equal(20, GravityField.Egm2008.Degree);
        Assert.Equal(-0.484165143790815e-03, GravityField.Egm2008.C(2, 0));
    }

    private static Vector3d Direction(double latitude, double longitude)
    {
        (double sp, double cp) = Math.SinCos(latitude);
        (double sl, double cl) = Math.SinCos(longitude);
        return new(cp * cl, cp * sl, sp);
    }

    private static double Slope(int degree, Vector3d p, Vector3d d) =>
        ((8 * (Potential(degree, p + d) - Potential(degree, p - d))) - (Potential(degree, p + (2 * d)) - Potential(degree, p - (2 * d)))) / (12 * d.Norm);

    private static double Potential(int degree, Vector3d p)
    {
        GravityField field = GravityField.Egm2008;
        double r = p.Norm, longitude = Math.Atan2(p.Y, p.X), sum = 0;
        for (int m = 0; m <= degree; m++)
        {
            double[] legendre = Normalised(m, degree, p.Z / r);
            for (int n = Math.Max(2, m); n <= degree; n++)
            {
                sum += Math.Pow(Radius / r, n) * legendre[n] * ((field.C(n, m) * Math.Cos(m * longitude)) + (field.S(n, m) * Math.Sin(m * longitude)));
            }
        }

        return Gm / r * sum;
    }

    /// <summary>Fully normalised Legendre functions of one order by the standard forward column recursion, cosines included.</summary>
    private static double[] Normalised(int m, int degree, double sine)
    {
        double[] p = new double[degree + 1];
        double cosine = Math.Sqrt(Math.Max(0, 1 - (sine * sine))), sector = 1;
        for (int k = 1; k <= m; k++)
        {
            sector *= cosine * Math.Sqrt(k == 1 ? 3 : ((2.0 * k) + 1) / (2.0 * k));
        }

        for (int n = m; n <= degree; n++)
        {
            p[n] = n == m ? sector
                : (sine * p[n - 1] * Math.Sqrt(((2.0 * n) - 1) * ((2.0 * n) + 1) / ((double)(n - m) * (n + m))))
                    - (n < m + 2 ? 0 : p[n - 2] * Math.Sqrt(((2.0 * n) + 1) * (n + m - 1) * (n - m - 1) / ((double)(n - m) * (n + m) * ((2.0 * n) - 3))));
        }

        return p;
    }
}
