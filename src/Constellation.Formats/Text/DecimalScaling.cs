using System.Numerics;

namespace Constellation.Formats;

/// <summary>Integer times a power of ten to the nearest double, without a big number. [Lemire21] section 5.</summary>
/// <remarks>
/// Two products with 128 leading bits of a power of five decide the rounding in all but a few cases in 2^50; those, and
/// what lies outside the normal doubles, are left to the slow parser of the caller. Nothing is rounded twice.
/// </remarks>
internal static class DecimalScaling
{
    private const int Lowest = -330, Highest = 310, ExponentBias = 1023, FractionBits = 52;

    /// <summary>Powers of ten that are doubles.</summary>
    private static readonly double[] s_exact = [.. Enumerable.Range(0, 23).Select(n => Math.Round(Math.Pow(10, n)))];

    /// <summary>Leading 128 bits of 5^q, from q = <see cref="Lowest"/>; high and low word.</summary>
    private static readonly (ulong High, ulong Low)[] s_fives = [.. Enumerable.Range(Lowest, Highest - Lowest + 1).Select(Five)];

    /// <summary>Nearest double of mantissa x 10^power; false where the slow parser has to decide.</summary>
    public static bool TryScale(ulong mantissa, int power, out double value)
    {
        if (mantissa < 1UL << 53 && (uint)(power + 22) <= 44)
        {
            // Both factors are exact doubles, so one rounding: the nearest double.
            value = power < 0 ? mantissa / s_exact[-power] : mantissa * s_exact[power];
            return true;
        }

        value = 0;
        return mantissa == 0 || (power is >= Lowest and <= Highest && TryProduct(mantissa, power, out value));
    }

    private static bool TryProduct(ulong mantissa, int power, out double value)
    {
        value = 0;
        int shift = BitOperations.LeadingZeroCount(mantissa);
        mantissa <<= shift;
        (ulong five, ulong fiveLow) = s_fives[power - Lowest];
        ulong high = Math.BigMul(mantissa, five, out ulong low);
        const ulong precision = ulong.MaxValue >> (FractionBits + 3);
        if ((high & precision) == precision)
        {
            ulong carry = Math.BigMul(mantissa, fiveLow, out _);
            low += carry;
            high += low < carry ? 1UL : 0;
        }

        if (low == ulong.MaxValue && power is < -27 or > 55)
        {
            return false;
        }

        int top = (int)(high >> 63), cut = top + 64 - FractionBits - 3;
        ulong bits = high >> cut;
        int exponent = ((217706 * power) >> 16) + 63 + top - shift + ExponentBias;      // floor(power log2(10)) for the whole range
        if (exponent is <= 0 or >= 2046)
        {
            return false;
        }

        if (low <= 1 && power is >= -4 and <= 23 && (bits & 3) == 1 && bits << cut == high)
        {
            bits &= ~1UL;       // exactly half-way: to even
        }

        bits = (bits + (bits & 1)) >> 1;
        if (bits >= 2UL << FractionBits)
        {
            bits = 1UL << FractionBits;
            exponent++;
        }

        value = BitConverter.UInt64BitsToDouble((bits & ~(1UL << FractionBits)) | ((ulong)exponent << FractionBits));
        return true;
    }

    private static (ulong High, ulong Low) Five(int power)
    {
        BigInteger five = BigInteger.Pow(5, Math.Abs(power));
        if (power < 0)
        {
            int bits = (int)five.GetBitLength();
            // Up to 5^-27 the reciprocal is rounded up, so that exact quotients are recognised; beyond, none is exact.
            BigInteger reciprocal = (BigInteger.One << ((2 * bits) + 128)) / five;
            int excess = (int)reciprocal.GetBitLength() - 128;
            five = power >= -27 ? (reciprocal >> excess) + 1 : (reciprocal + 1) >> excess;
        }
        else
        {
            int excess = (int)five.GetBitLength() - 128;
            five = excess > 0 ? five >> excess : five << -excess;
        }

        return ((ulong)(five >> 64), (ulong)(five & ulong.MaxValue));
    }
}
