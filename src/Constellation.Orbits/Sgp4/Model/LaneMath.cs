using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Constellation.Orbits;

/// <summary>Elementary functions of four numbers at once, within 1.5 units of the last place, the same bits on every machine.</summary>
/// <remarks>Polynomials of [Moshier89]. Fused multiply-adds throughout: where the processor has none they are emulated, slow but equal.</remarks>
internal static class LaneMath
{
    /// <summary>Steps up to here may be turned by <see cref="TurnSmall"/>.</summary>
    public const double SmallTurn = 1.0 / 32;

    // pi/2 in two parts: with fused steps the first loses nothing.
    private const double HalfPi1 = 1.5707963267948966, HalfPi2 = 6.123233995736766e-17;

    /// <summary>Added to a number below 2^51 it leaves the nearest integer in the low bits.</summary>
    private const double Rounder = 6755399441055744;

    /// <summary>Sine and cosine; arguments up to 1e9 rad.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Lanes x, out Lanes sin, out Lanes cos)
    {
        Lanes turns = Fma(x, Of(2 / Math.PI), Of(Rounder)), n = turns - Of(Rounder);
        Lanes r = Fma(n, Of(-HalfPi2), Fma(n, Of(-HalfPi1), x)), z = r * r;
        Lanes s = Fma(z, Of(1.58962301576546568060e-10), Of(-2.50507477628578072866e-8));
        s = Fma(s, z, Of(2.75573136213857245213e-6));
        s = Fma(s, z, Of(-1.98412698295895385996e-4));
        s = Fma(s, z, Of(8.33333333332211858878e-3));
        s = Fma(s, z, Of(-1.66666666666666307295e-1));
        s = Fma(s * z, r, r);
        Lanes c = Fma(z, Of(-1.13585365213876817300e-11), Of(2.08757008419747316778e-9));
        c = Fma(c, z, Of(-2.75573141792967388112e-7));
        c = Fma(c, z, Of(2.48015872888517045348e-5));
        c = Fma(c, z, Of(-1.38888888888730564116e-3));
        c = Fma(c, z, Of(4.16666666666665929218e-2));
        c = Fma(c, z * z, Fma(z, Of(-0.5), Of(1)));

        Vector256<long> quarter = turns.AsInt64();
        Lanes odd = Vector256.Equals(quarter & Vector256.Create(1L), Vector256.Create(1L)).AsDouble();
        Lanes sinSign = ((quarter & Vector256.Create(2L)) << 62).AsDouble(), cosSign = (((quarter + Vector256.Create(1L)) & Vector256.Create(2L)) << 62).AsDouble();
        sin = Vector256.ConditionalSelect(odd, c, s) ^ sinSign;
        cos = Vector256.ConditionalSelect(odd, s, c) ^ cosSign;
    }

    /// <summary>From sine and cosine of x to those of x + d, |d| up to <see cref="SmallTurn"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TurnSmall(ref Lanes sin, ref Lanes cos, Lanes d)
    {
        Lanes z = d * d;
        Lanes sd = Fma(Fma(Fma(z, Of(-1.0 / 5040), Of(1.0 / 120)), z, Of(-1.0 / 6)) * z, d, d);
        Lanes cd = Fma(Fma(Fma(z, Of(-1.0 / 720), Of(1.0 / 24)), z, Of(-0.5)), z, Of(1));
        Turn(ref sin, ref cos, sd, cd);
    }

    /// <summary>The same for |d| up to 1/8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TurnMedium(ref Lanes sin, ref Lanes cos, Lanes d)
    {
        Lanes z = d * d;
        Lanes sd = Fma(Fma(Fma(Fma(z, Of(1.0 / 362880), Of(-1.0 / 5040)), z, Of(1.0 / 120)), z, Of(-1.0 / 6)) * z, d, d);
        Lanes cd = Fma(Fma(Fma(Fma(Fma(z, Of(-1.0 / 3628800), Of(1.0 / 40320)), z, Of(-1.0 / 720)), z, Of(1.0 / 24)), z, Of(-0.5)), z, Of(1));
        Turn(ref sin, ref cos, sd, cd);
    }

    /// <summary>Angle of the vector (x, y), -pi to pi.</summary>
    public static Lanes Atan2(Lanes y, Lanes x)
    {
        Lanes ax = Vector256.Abs(x), ay = Vector256.Abs(y), larger = Vector256.Max(ax, ay), smaller = Vector256.Min(ax, ay);
        Lanes t = Vector256.ConditionalSelect(Vector256.Equals(larger, Lanes.Zero), Lanes.Zero, smaller / larger);
        Lanes high = Vector256.GreaterThan(t, Of(0.66));
        t = Vector256.ConditionalSelect(high, (t - Of(1)) / (t + Of(1)), t);
        Lanes z = t * t;
        Lanes p = Fma(Fma(Fma(Fma(z, Of(-8.750608600031904122785e-1), Of(-1.615753718733365076637e1)), z, Of(-7.500855792314704667340e1)), z, Of(-1.228866684490136173410e2)), z, Of(-6.485021904942025371773e1));
        Lanes q = Fma(Fma(Fma(Fma(z + Of(2.485846490142306297962e1), z, Of(1.650270098316988542046e2)), z, Of(4.328810604912902668951e2)), z, Of(4.853903996359136964868e2)), z, Of(1.945506571482613964425e2));
        Lanes angle = Fma(t * z, p / q, t) + Vector256.ConditionalSelect(high, Of(Math.PI / 4), Lanes.Zero);
        angle = Vector256.ConditionalSelect(Vector256.GreaterThan(ay, ax), Of(Math.PI / 2) - angle, angle);
        angle = Vector256.ConditionalSelect(Vector256.LessThan(x, Lanes.Zero), Of(Math.PI) - angle, angle);
        return Vector256.CopySign(angle, y);
    }

    /// <summary>(1 + x)^(-2/3) for |x| up to 1/64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes PowerMinusTwoThirds(Lanes x)
    {
        Lanes s = Fma(x, Of(-7480.0 / 19683), Of(2618.0 / 6561));
        s = Fma(s, x, Of(-308.0 / 729));
        s = Fma(s, x, Of(110.0 / 243));
        s = Fma(s, x, Of(-40.0 / 81));
        s = Fma(s, x, Of(5.0 / 9));
        s = Fma(s, x, Of(-2.0 / 3));
        return Fma(s, x, Of(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Fma(Lanes a, Lanes b, Lanes c) => Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Of(double value) => Vector256.Create(value);

    /// <summary>Whether the magnitude of every lane is below a limit; false where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBelow(Lanes x, double limit) => Vector256.LessThanAll(Vector256.Abs(x), Of(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref Lanes sin, ref Lanes cos, Lanes sd, Lanes cd)
    {
        Lanes s = Fma(sin, cd, cos * sd);
        cos = Fma(cos, cd, -(sin * sd));
        sin = s;
    }
}
