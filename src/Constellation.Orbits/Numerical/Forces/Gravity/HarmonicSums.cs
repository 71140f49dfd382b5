using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Acceleration and its gradient from normalised coefficients, on the axes of the field: [Pines73].</summary>
/// <remarks>
/// With (s, t, u) the direction, r_m + i i_m = (s + i t)^m, q = R/r and D, E, F the real combinations of (C, S) with powers m and m - 1:
/// a = GM/r^2 [(a1, a2, a3) + a4 (s, t, u)], a1 = sum q^n m A(n,m) E, a2 = sum q^n m A(n,m) F, a3 = sum q^n A(n,m+1) D, a4 = -sum q^n A(n+1,m+1) D,
/// and A(n+1, m+1) = u A(n, m+1) + (n+m+1) A(n, m). Sums over n come first, order by order; powers join once an order.
/// </remarks>
internal static class HarmonicSums
{
    /// <summary>m/s^2. <paramref name="coefficients"/> are packed as <see cref="HarmonicTables.Pack"/> does.</summary>
    public static Vector3d Acceleration(HarmonicTables tables, ReadOnlySpan<double> coefficients, double gm, double radius, Vector3d p) =>
        Acceleration(tables, tables.Degree, coefficients, gm, radius, p);

    /// <summary>The same to a degree below that of the tables.</summary>
    public static Vector3d Acceleration(HarmonicTables tables, int degree, ReadOnlySpan<double> coefficients, double gm, double radius, Vector3d p)
    {
        double inverse = 1 / p.Norm, s = p.X * inverse, t = p.Y * inverse, u = p.Z * inverse;
        double q = radius * inverse, qu = q * u, qq = q * q;
        ArgumentOutOfRangeException.ThrowIfLessThan(coefficients.Length, 2 * tables.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, tables.Degree);
        ref double one = ref MemoryMarshal.GetArrayDataReference(tables.One), two = ref MemoryMarshal.GetArrayDataReference(tables.Two);
        ref double raise = ref MemoryMarshal.GetArrayDataReference(tables.Raise);
        ref double cs = ref MemoryMarshal.GetReference(coefficients);
        double a1 = 0, a2 = 0, a3 = 0, radial = 0, sector = tables.Scale;
        double re = 1, im = 0, reBefore = 0, imBefore = 0;
        for (int m = 0; m <= degree; m++)
        {
            // A(m, m) by itself: the first of the column.
            int i = tables.Start(m), below = 2 * (tables.Start(Math.Max(m - 1, 0)) + 1);
            sector *= m > 0 ? q * tables.Sector[m] : 1;
            double now = sector, before = 0, k = m + 1;
            Vector128<double> pair = Pair(ref cs, 2 * i);
            Vector128<double> sum = pair * now, weighted = pair * (k * now), raised = m > 0 ? Pair(ref cs, below) * (Unsafe.Add(ref raise, i) * now) : default;
            for (int n = m + 1; n <= degree; n++)
            {
                i++;
                below += 2;
                k += 1;
                (now, before) = ((Unsafe.Add(ref one, i) * qu * now) - (Unsafe.Add(ref two, i) * qq * before), now);
                pair = Pair(ref cs, 2 * i);
                sum += pair * now;
                weighted += pair * (k * now);
                raised += Pair(ref cs, below) * (Unsafe.Add(ref raise, i) * now);
            }

            (double c, double d) = (sum[0], sum[1]);
            radial += (re * (weighted[0] + (m * c))) + (im * (weighted[1] + (m * d)));
            if (m > 0)
            {
                a1 += m * ((c * reBefore) + (d * imBefore));
                a2 += m * ((d * reBefore) - (c * imBefore));
                a3 += (reBefore * raised[0]) + (imBefore * raised[1]);
            }

            (reBefore, imBefore) = (re, im);
            (re, im) = ((s * reBefore) - (t * imBefore), (s * imBefore) + (t * reBefore));
        }

        double a4 = -((u * a3) + radial), scale = gm * inverse * inverse / tables.Scale;
        return scale * new Vector3d(a1 + (a4 * s), a2 + (a4 * t), a3 + (a4 * u));
    }

    /// <summary>1/s^2: the second derivatives from the same sums. [Pines73], with A(n+1, m+2) and A(n+2, m+2) by the rule above.</summary>
    public static Matrix3d Gradient(HarmonicTables tables, ReadOnlySpan<double> coefficients, double gm, double radius, Vector3d p)
    {
        double inverse = 1 / p.Norm, s = p.X * inverse, t = p.Y * inverse, u = p.Z * inverse;
        int degree = tables.Degree;
        Span<OrderSums> sums = degree <= 64 ? stackalloc OrderSums[degree + 1] : new OrderSums[degree + 1];
        sums.Clear();
        FillOrderSums(tables, coefficients, radius * inverse, u, sums);
        double a4 = 0, a11 = 0, a12 = 0, a13 = 0, a14 = 0, a23 = 0, a24 = 0, a33 = 0, a34 = 0, a44 = 0, a3 = 0;
        double re = 1, im = 0, re1 = 0, im1 = 0, re2 = 0, im2 = 0;
        for (int m = 0; m <= degree; m++)
        {
            ref readonly OrderSums x = ref sums[m];
            // A(n+1, m+1), A(n+1, m+2), A(n+2, m+2), each times C and S.
            double upC = (u * x.C1) + x.Ck + (m * x.C), upS = (u * x.S1) + x.Sk + (m * x.S);
            double farC = (u * x.C2) + x.C1k + ((m + 1) * x.C1), farS = (u * x.S2) + x.S1k + ((m + 1) * x.S1);
            double topC = (u * (farC + x.C1k + ((m + 2) * x.C1))) + x.Ckk + (2 * (m + 1) * x.Ck) + (m * (m + 2.0) * x.C);
            double topS = (u * (farS + x.S1k + ((m + 2) * x.S1))) + x.Skk + (2 * (m + 1) * x.Sk) + (m * (m + 2.0) * x.S);
            a3 += (re * x.C1) + (im * x.S1);
            a4 -= (re * upC) + (im * upS);
            a33 += (re * x.C2) + (im * x.S2);
            a34 -= (re * farC) + (im * farS);
            a44 += (re * topC) + (im * topS);
            a13 += m * ((re1 * x.C1) + (im1 * x.S1));
            a23 += m * ((re1 * x.S1) - (im1 * x.C1));
            a14 -= m * ((re1 * upC) + (im1 * upS));
            a24 -= m * ((re1 * upS) - (im1 * upC));
            a11 += m * (m - 1.0) * ((re2 * x.C) + (im2 * x.S));
            a12 += m * (m - 1.0) * ((re2 * x.S) - (im2 * x.C));
            (re2, im2, re1, im1) = (re1, im1, re, im);
            (re, im) = ((s * re1) - (t * im1), (s * im1) + (t * re1));
        }

        double k = gm * inverse * inverse * inverse / tables.Scale;
        double xy = k * (a12 + (s * t * a44) + (s * a24) + (t * a14));
        double xz = k * (a13 + (s * u * a44) + (s * a34) + (u * a14));
        double yz = k * (a23 + (t * u * a44) + (t * a34) + (u * a24));
        return new(
            k * (a11 + (s * s * a44) + a4 + (2 * s * a14)), xy, xz,
            xy, k * (-a11 + (t * t * a44) + a4 + (2 * t * a24)), yz,
            xz, yz, k * (a33 + (u * u * a44) + a4 + (2 * u * a34)));
    }

    private static void FillOrderSums(HarmonicTables tables, ReadOnlySpan<double> coefficients, double q, double u, Span<OrderSums> sums)
    {
        double[] one = tables.One, two = tables.Two, raise = tables.Raise;
        double sector = tables.Scale, qu = q * u, qq = q * q;
        for (int m = 0; m <= tables.Degree; m++)
        {
            int start = tables.Start(m);
            sector *= m > 0 ? q * tables.Sector[m] : 1;
            double now = sector, before = 0;
            ref OrderSums own = ref sums[m];
            for (int n = m; n <= tables.Degree; n++)
            {
                int i = start + n - m;
                if (n > m)
                {
                    (now, before) = ((one[i] * qu * now) - (two[i] * qq * before), now);
                }

                double k = n + 1, c = now * coefficients[2 * i], s = now * coefficients[(2 * i) + 1];
                (own.C, own.S, own.Ck, own.Sk, own.Ckk, own.Skk) = (own.C + c, own.S + s, own.Ck + (k * c), own.Sk + (k * s), own.Ckk + (k * k * c), own.Skk + (k * k * s));
                if (m > 0)
                {
                    int j = tables.Start(m - 1) + n - m + 1;
                    double raised = raise[i] * now;
                    (c, s) = (raised * coefficients[2 * j], raised * coefficients[(2 * j) + 1]);
                    ref OrderSums below = ref sums[m - 1];
                    (below.C1, below.S1, below.C1k, below.S1k) = (below.C1 + c, below.S1 + s, below.C1k + (k * c), below.S1k + (k * s));
                    if (m > 1)
                    {
                        int l = tables.Start(m - 2) + n - m + 2;
                        ref OrderSums lower = ref sums[m - 2];
                        (lower.C2, lower.S2) = (lower.C2 + (raise[j] * raised * coefficients[2 * l]), lower.S2 + (raise[j] * raised * coefficients[(2 * l) + 1]));
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pair(ref double first, int at) => Vector128.LoadUnsafe(ref first, (nuint)at);
}
