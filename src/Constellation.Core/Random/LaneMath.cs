using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Constellation.Core;

/// <summary>Logarithm, sine and cosine of eight numbers at once by plain series, for random numbers: the same bits on every machine.</summary>
internal static class LaneMath
{
    /// <summary>Natural logarithm of normal positive numbers, within 1e-15 relative (absolute near 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        // x = 2^e m with m in [sqrt(1/2), sqrt(2)): shift the exponent's boundary by adding the distance from sqrt(1/2) to 1.
        Vector512<ulong> shifted = x.AsUInt64() + Vector512.Create(0x3FF0000000000000ul - 0x3FE6A09E667F3BCDul);
        Vector512<double> exponent = ((shifted >>> 52) | Vector512.Create(0x4330000000000000ul)).AsDouble() - Vector512.Create(4503599627370496.0 + 1023);
        Vector512<double> m = ((shifted & Vector512.Create(0x000FFFFFFFFFFFFFul)) + Vector512.Create(0x3FE6A09E667F3BCDul)).AsDouble();

        // log m = 2 atanh s = 2 (s + s^3/3 + ...), |s| <= 0.172: the term of s^21 is 2e-17 of the first.
        Vector512<double> s = (m - Vector512<double>.One) / (m + Vector512<double>.One), z = s * s;
        Vector512<double> p = Vector512.Create(2.0 / 19);
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 17));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 15));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 13));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 11));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 9));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 7));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 5));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0 / 3));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.0));
        return Vector512.FusedMultiplyAdd(exponent, Vector512.Create(0.69314718055994530942), p * s);
    }

    /// <summary>Sine and cosine of 2 pi t for t in [0, 1], within 1e-15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCosOfTurns(Vector512<double> t)
    {
        // Quarter turns out, exactly: adding 2^52 rounds to the nearest whole number and leaves it in the low bits.
        Vector512<double> magic = Vector512.Create(4503599627370496.0);
        Vector512<double> withQuarter = Vector512.FusedMultiplyAdd(t, Vector512.Create(4.0), magic);
        Vector512<ulong> quarter = withQuarter.AsUInt64();
        Vector512<double> r = (t - ((withQuarter - magic) * 0.25)) * (2 * Math.PI), z = r * r;

        // |r| <= pi/4: the terms of r^19 and r^18 left out are below 1e-18.
        Vector512<double> s = Vector512.Create(1 / 355687428096000.0);
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(-1 / 1307674368000.0));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(1 / 6227020800.0));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(-1 / 39916800.0));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(1 / 362880.0));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(-1 / 5040.0));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(1 / 120.0));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(-1 / 6.0));
        s = Vector512.FusedMultiplyAdd(s * z, r, r);

        Vector512<double> c = Vector512.Create(1 / 20922789888000.0);
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(-1 / 87178291200.0));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(1 / 479001600.0));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(-1 / 3628800.0));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(1 / 40320.0));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(-1 / 720.0));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(1 / 24.0));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(-0.5));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512<double>.One);

        // Quarters 1 and 3 exchange the two; the sine turns its sign in 2 and 3, the cosine in 1 and 2.
        Vector512<double> odd = (Vector512<ulong>.Zero - (quarter & Vector512<ulong>.One)).AsDouble();
        Vector512<ulong> sinSign = (quarter & Vector512.Create(2ul)) << 62, cosSign = ((quarter + Vector512<ulong>.One) & Vector512.Create(2ul)) << 62;
        Vector512<double> sin = Vector512.ConditionalSelect(odd, c, s), cos = Vector512.ConditionalSelect(odd, s, c);
        return ((sin.AsUInt64() ^ sinSign).AsDouble(), (cos.AsUInt64() ^ cosSign).AsDouble());
    }
}
