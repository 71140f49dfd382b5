using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The fast form of a gravity field of low degree: four orders at a time, for fields that do not change.</summary>
/// <remarks>
/// Pines' form without poles [Pines73]: sums over n for each order m of (R/r)^n times the derivatives A_nm of the Legendre polynomials, which
/// follow A_nm = ((2n-1) u A_(n-1)m - (n+m-1) A_(n-2)m) / (n-m); then the powers of (x + iy)/r. Tied to <see cref="EarthGravity"/> by a test.
/// </remarks>
internal sealed class CompactGravity
{
    /// <summary>Beyond this degree the numbers without normalisation span too much, and the plain form is not slower.</summary>
    public const int GreatestDegree = 12;

    /// <summary>Rows of the table for one degree and four orders.</summary>
    private const int Rows = 9;

    private readonly int _degree, _groups;
    private readonly double _gm, _radius;

    /// <summary>Group by group, degree by degree: factors of the recursion, then those of the six sums.</summary>
    private readonly Vector256<double>[] _table;

    /// <param name="degree">At most <see cref="GreatestDegree"/>.</param>
    /// <param name="field">Degrees 0 and 1 are left out.</param>
    public CompactGravity(int degree, GravityField field)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, GreatestDegree);
        (_degree, _gm, _radius, _groups) = (degree, field.GravitationalParameter, field.Radius, (degree / 4) + 1);
        List<Vector256<double>> table = [];
        Span<double> rows = stackalloc double[4 * Rows];
        for (int group = 0; group < _groups; group++)
        {
            for (int n = 4 * group; n <= degree; n++)
            {
                rows.Clear();
                for (int lane = 0; lane < 4; lane++)
                {
                    FillLane(rows[lane..], n, (4 * group) + lane, field);
                }

                for (int row = 0; row < Rows; row++)
                {
                    table.Add(Vector256.Create<double>(rows.Slice(4 * row, 4)));
                }
            }
        }

        _table = [.. table];
    }

    /// <summary>m/s^2 on ITRF axes.</summary>
    public Vector3d AccelerationItrf(Vector3d p)
    {
        double inverse = 1 / Math.Sqrt(p.NormSquared), ratio = _radius * inverse, ratio2 = ratio * ratio;
        double s = p.X * inverse, t = p.Y * inverse, u = p.Z * inverse;
        Vector256<double> step = Vector256.Create(u * ratio), back = Vector256.Create(ratio2);

        // Powers of s + it: m = 0, 1, 2, 3 of the first group in p, those of m - 1 in q.
        (double s2, double t2) = ((s * s) - (t * t), 2 * s * t);
        (double s3, double t3) = ((s * s2) - (t * t2), (s * t2) + (t * s2));
        (double s4, double t4) = ((s2 * s2) - (t2 * t2), 2 * s2 * t2);
        Vector256<double> pr = Vector256.Create(1, s, s2, s3), pi = Vector256.Create(0, t, t2, t3);
        Vector256<double> qr = Vector256.Create(0, 1, s, s2), qi = Vector256.Create(0, 0, t, t2);
        Vector256<double> nextQr = (s3 * pr) - (t3 * pi), nextQi = (s3 * pi) + (t3 * pr);
        Vector256<double> a1 = default, a2 = default, a3 = default, a4 = default;
        double power = 1, power4 = ratio2 * ratio2;
        ref Vector256<double> row = ref MemoryMarshal.GetArrayDataReference(_table);
        for (int group = 0; group < _groups; group++)
        {
            Vector256<double> one = default, two = default, xc = default, xs = default, wc = default, ws = default, zc = default, zs = default;
            double scale = power;
            for (int n = 4 * group; n <= _degree; n++)
            {
                // Where n = m, the first two factors vanish and the third sets A_mm in. Only the last operation waits for the degree before.
                Vector256<double> older = Vector256.FusedMultiplyAdd(Unsafe.Add(ref row, 2), Vector256.Create(scale), Unsafe.Add(ref row, 1) * back * two);
                Vector256<double> a = Vector256.FusedMultiplyAdd(row * step, one, older);
                (two, one) = (one, a);
                xc = Vector256.FusedMultiplyAdd(Unsafe.Add(ref row, 3), a, xc);
                xs = Vector256.FusedMultiplyAdd(Unsafe.Add(ref row, 4), a, xs);
                wc = Vector256.FusedMultiplyAdd(Unsafe.Add(ref row, 5), a, wc);
                ws = Vector256.FusedMultiplyAdd(Unsafe.Add(ref row, 6), a, ws);
                zc = Vector256.FusedMultiplyAdd(Unsafe.Add(ref row, 7), a, zc);
                zs = Vector256.FusedMultiplyAdd(Unsafe.Add(ref row, 8), a, zs);
                scale *= ratio;
                row = ref Unsafe.Add(ref row, Rows);
            }

            a1 += (xc * qr) + (xs * qi);
            a2 += (xs * qr) - (xc * qi);
            a3 += (wc * qr) + (ws * qi);
            a4 += (zc * pr) + (zs * pi);
            (pr, pi) = ((s4 * pr) - (t4 * pi), (s4 * pi) + (t4 * pr));
            (qr, qi) = (nextQr, nextQi);
            (nextQr, nextQi) = ((s4 * nextQr) - (t4 * nextQi), (s4 * nextQi) + (t4 * nextQr));
            power *= power4;
        }

        double north = Vector256.Sum(a3), radial = -((u * north) + Vector256.Sum(a4)), g = _gm * inverse * inverse;
        return new(g * (Vector256.Sum(a1) + (s * radial)), g * (Vector256.Sum(a2) + (t * radial)), g * (north + (u * radial)));
    }

    /// <summary>What stands at one degree for one order: of the sums, m C and m S (x), C and S of order m - 1 (w), (n + m + 1) C and S (z).</summary>
    private static void FillLane(Span<double> column, int n, int m, GravityField field)
    {
        if (n == m)
        {
            double diagonal = 1;
            for (int k = 2; k <= m; k++)
            {
                diagonal *= (2 * k) - 1;
            }

            column[8] = diagonal;
        }
        else if (n > m)
        {
            (column[0], column[4]) = (((2.0 * n) - 1) / (n - m), -(n + m - 1.0) / (n - m));
        }

        if (n >= 2 && n >= m)
        {
            (double c, double s) = Unnormalised(field, n, m);
            (column[12], column[16], column[28], column[32]) = (m * c, m * s, (n + m + 1) * c, (n + m + 1) * s);
            (column[20], column[24]) = m == 0 ? default : Unnormalised(field, n, m - 1);
        }
    }

    /// <summary>[MontenbruckGill00] eq. 3.13.</summary>
    private static (double C, double S) Unnormalised(GravityField field, int n, int m)
    {
        double ratio = (m == 0 ? 1.0 : 2.0) * ((2 * n) + 1);
        for (int k = n - m + 1; k <= n + m; k++)
        {
            ratio /= k;
        }

        double factor = Math.Sqrt(ratio);
        return (factor * field.C(n, m), factor * field.S(n, m));
    }
}
