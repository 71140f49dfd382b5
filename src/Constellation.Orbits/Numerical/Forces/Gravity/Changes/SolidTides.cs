using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The solid Earth tide of an anelastic Earth. [IERS10] section 6.2.1: step 1 (eqs. 6.6, 6.7, table 6.3), step 2 (eq. 6.8, tables 6.5a-c), permanent tide (6.2.2).</summary>
internal sealed class SolidTides(GravityField field) : IGravityChange
{
    /// <summary>A0 H0 k20, the permanent part of step 1: [IERS10] eqs. 6.8c, 6.13, 6.14.</summary>
    private const double Permanent = 4.4228e-8 * -0.31460 * 0.30190;

    /// <summary>C20 of EGM2008 zero-tide less tide-free, by the k of 0.3 its makers used. [EGM2008]</summary>
    private const double PermanentOfEgm2008 = -4.1735762e-9;

    private static readonly (double Re, double Im, double Plus)[] s_love2 = [(0.30190, 0, -0.00089), (0.29830, -0.00144, -0.00080), (0.30102, -0.00130, -0.00057)];
    private static readonly double[] s_love3 = [0.093, 0.093, 0.093, 0.094];
    private static readonly Wave[] s_waves = [.. ForceTable.Rows("solid-tides.csv").Select(Wave.Read)];

    public int Degree => 4;

    public void Add(Epoch epoch, in EarthRotation earth, HarmonicTables tables, Span<double> coefficients)
    {
        AddBody(earth.GcrfToItrf * Sun.PositionGcrf(epoch).Vector, PhysicalConstants.SunGravitationalParameter, tables, coefficients);
        AddBody(earth.GcrfToItrf * Moon.PositionGcrf(epoch).Vector, PhysicalConstants.MoonGravitationalParameter, tables, coefficients);
        AddFrequencyDependence(TidalArguments.At(epoch, earth), tables, coefficients);

        // The sum so far holds the permanent tide. The field gets what makes it zero-tide, the tide loses what the field then has.
        double toZeroTide = field.Tides == TideSystem.ZeroTide ? 0 : field == GravityField.Egm2008 ? PermanentOfEgm2008 : Permanent;
        coefficients[2 * tables.Entry(2, 0)] += toZeroTide - Permanent;
    }

    /// <summary>Step 1. With P(n,m) of a direction as polynomials of its components, cos^m e^(i m longitude) = (x + i y)^m.</summary>
    private void AddBody(Vector3d body, double gm, HarmonicTables tables, Span<double> coefficients)
    {
        double distance = body.Norm, ratio = field.Radius / distance;
        Vector3d d = body / distance;
        double two = gm / field.GravitationalParameter * ratio * ratio * ratio, three = two * ratio, z = d.Z;
        ReadOnlySpan<double> p2 = [Math.Sqrt(5) / 2 * ((3 * z * z) - 1), Math.Sqrt(15) * z, Math.Sqrt(15) / 2];
        ReadOnlySpan<double> p3 = [Math.Sqrt(7) / 2 * z * ((5 * z * z) - 3), Math.Sqrt(42) / 4 * ((5 * z * z) - 1), Math.Sqrt(105) / 2 * z, Math.Sqrt(70) / 4];
        double re = 1, im = 0;
        for (int m = 0; m <= 3; m++)
        {
            if (m <= 2)
            {
                (double real, double imaginary, double plus) = s_love2[m];
                double c = two * p2[m] * re / 5, s = two * p2[m] * im / 5;
                Increase(tables.Entry(2, m), (real * c) + (imaginary * s), (real * s) - (imaginary * c), coefficients);
                Increase(tables.Entry(4, m), plus * c, plus * s, coefficients);
            }

            double k = s_love3[m] * three * p3[m] / 7;
            Increase(tables.Entry(3, m), k * re, k * im, coefficients);
            (re, im) = ((re * d.X) - (im * d.Y), (re * d.Y) + (im * d.X));
        }
    }

    /// <summary>Step 2. Factors of eq. 6.8b: -i for order 1, 1 for order 2.</summary>
    private static void AddFrequencyDependence(in TidalArguments arguments, HarmonicTables tables, Span<double> coefficients)
    {
        Span<double> sums = stackalloc double[6];
        sums.Clear();
        foreach (Wave wave in s_waves)
        {
            (double sin, double cos) = Math.SinCos(arguments.Of(wave.Multiples));
            double inPhase = (wave.InPhase * cos) - (wave.OutOfPhase * sin), quadrature = (wave.InPhase * sin) + (wave.OutOfPhase * cos);
            switch (wave.Order)
            {
                case 0:
                    sums[0] += inPhase;
                    break;
                case 1:
                    sums[2] += quadrature;
                    sums[3] += inPhase;
                    break;
                default:
                    sums[4] += inPhase;
                    sums[5] -= quadrature;
                    break;
            }
        }

        for (int m = 0; m <= 2; m++)
        {
            Increase(tables.Entry(2, m), sums[2 * m], sums[(2 * m) + 1], coefficients);
        }
    }

    private static void Increase(int entry, double c, double s, Span<double> coefficients)
    {
        coefficients[2 * entry] += c;
        coefficients[(2 * entry) + 1] += s;
    }

    /// <summary>A row of tables 6.5: amplitudes as pure numbers.</summary>
    private sealed record Wave(int Order, sbyte[] Multiples, double InPhase, double OutOfPhase)
    {
        private const double Unit = 1e-12;

        public static Wave Read(string[] row) =>
            new((int)ForceTable.Number(row[0]), ForceTable.Multiples(row, 1), ForceTable.Number(row[7]) * Unit, ForceTable.Number(row[8]) * Unit);
    }
}
