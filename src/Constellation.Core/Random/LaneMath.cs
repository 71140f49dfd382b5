using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Constellation.Core;

/// <summary>Logarithm, sine and cosine of four numbers at once by plain series, for random numbers: the same bits on every machine.</summary>
internal static class LaneMath
{
    /// <summary>Natural logarithm of normal positive numbers, within 1e-15 relative (absolute near 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        // x = 2^e m with m in [sqrt(1/2), sqrt(2)): shift the exponent's boundary by adding the distance from sqrt(1/2) to 1.
        Vector256<ulong> shifted = x.AsUInt64() + Vector256.Create(0x3FF0000000000000ul - 0x3FE6A09E667F3BCDul);
        Vector256<double> exponent = ((shifted >>> 52) | Vector256.Create(0x4330000000000000ul)).AsDouble() - Vector256.Create(4503599627370496.0 + 1023);
        Vector256<double> m = ((shifted & Vector256.Create(0x000FFFFFFFFFFFFFul)) + Vector256.Create(0x3FE6A09E667F3BCDul)).AsDouble();

        // log m = 2 atanh s = 2 (s + s^3/3 + ...), |s| <= 0.172: the term of s^21 is 2e-17 of the first.
        Vector256<double> s = (m - Vector256<double>.One) / (m + Vector256<double>.One), z = s * s;
        Vector256<double> p = Vector256.Create(2.0 / 19);
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 17));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 15));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 13));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 11));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 9));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 7));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 5));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 3));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0));
        return Vector256.FusedMultiplyAdd(exponent, Vector256.Create(0.69314718055994530942), p * s);
    }

    /// <summary>Sine and cosine of 2 pi t for t in [0, 1], within 1e-15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Sin, Vector256<double> Cos) SinCosOfTurns(Vector256<double> t)
    {
        // Quarter turns out, exactly: adding 2^52 rounds to the nearest whole number and leaves it in the low bits.
        Vector256<double> magic = Vector256.Create(4503599627370496.0);
        Vector256<double> withQuarter = Vector256.FusedMultiplyAdd(t, Vector256.Create(4.0), magic);
        Vector256<ulong> quarter = withQuarter.AsUInt64();
        Vector256<double> r = (t - ((withQuarter - magic) * 0.25)) * (2 * Math.PI), z = r * r;

        // |r| <= pi/4: the terms of r^19 and r^18 left out are below 1e-18.
        Vector256<double> s = Vector256.Create(1 / 355687428096000.0);
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(-1 / 1307674368000.0));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(1 / 6227020800.0));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(-1 / 39916800.0));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(1 / 362880.0));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(-1 / 5040.0));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(1 / 120.0));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(-1 / 6.0));
        s = Vector256.FusedMultiplyAdd(s * z, r, r);

        Vector256<double> c = Vector256.Create(1 / 20922789888000.0);
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(-1 / 87178291200.0));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(1 / 479001600.0));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(-1 / 3628800.0));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(1 / 40320.0));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(-1 / 720.0));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(1 / 24.0));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(-0.5));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256<double>.One);

        // Quarters 1 and 3 exchange the two; the sine turns its sign in 2 and 3, the cosine in 1 and 2.
        Vector256<double> odd = (Vector256<ulong>.Zero - (quarter & Vector256<ulong>.One)).AsDouble();
        Vector256<ulong> sinSign = (quarter & Vector256.Create(2ul)) << 62, cosSign = ((quarter + Vector256<ulong>.One) & Vector256.Create(2ul)) << 62;
        Vector256<double> sin = Vector256.ConditionalSelect(odd, c, s), cos = Vector256.ConditionalSelect(odd, s, c);
        return ((sin.AsUInt64() ^ sinSign).AsDouble(), (cos.AsUInt64() ^ cosSign).AsDouble());
    }
}
