using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Constellation.Formats;

/// <summary>The two kinds of numbers that fill GNSS files, in the layout that nearly all programs write, eight digits at a time.</summary>
/// <remarks>
/// What has another layout is not judged here: false means that <see cref="FixedField"/> has to read the field and, if need be, to say
/// what is wrong with it. What is read is the same double to the bit (<c>FastFieldTests</c>).
/// </remarks>
internal static class FastField
{
    /// <summary>Width of <see cref="TryExponent"/>'s field.</summary>
    public const int ExponentWidth = 19;

    /// <summary>Width of <see cref="TryMicro"/>'s field.</summary>
    public const int MicroWidth = 14;

    private const ulong Zeros = 0x3030_3030_3030_3030, Blanks = 0x2020_2020_2020_2020;

    /// <summary>D19.12 with one digit before the point: <c>-1.234567890123D-05</c>; blank is NaN.</summary>
    /// <param name="field">At least nineteen bytes.</param>
    /// <param name="value">The nearest double.</param>
    public static bool TryExponent(ReadOnlySpan<byte> field, out double value)
    {
        ref byte at = ref MemoryMarshal.GetReference(field[..ExponentWidth]);
        ulong first = Load(ref at, 3) ^ Zeros, last = Load(ref at, 11);
        uint sign = at, digit = Unsafe.Add(ref at, 1) - (uint)'0', point = Unsafe.Add(ref at, 2);
        ulong four = ((last << 32) | 0x3030_3030) ^ Zeros;
        uint e = (byte)(last >> 32) | 0x20u, eSign = (byte)(last >> 40), tens = (byte)(last >> 48) - (uint)'0', ones = (byte)(last >> 56) - (uint)'0';
        bool negative = sign == '-';
        if ((!negative && sign != ' ') || digit > 9 || point != '.' || !AreDigits(first) || !AreDigits(four) || e - 'd' > 1 || (eSign != '-' && eSign != '+') || tens > 9 || ones > 9)
        {
            value = double.NaN;
            return sign == ' ' && digit == unchecked((uint)(' ' - '0')) && point == ' ' && first == (Blanks ^ Zeros) && last == Blanks;
        }

        ulong mantissa = (digit * 1_000_000_000_000UL) + (Eight(first) * 10_000UL) + Eight(four);
        int power = (int)((10 * tens) + ones);
        if (!DecimalScaling.TryScale(mantissa, (eSign == '-' ? -power : power) - 12, out value))
        {
            return false;
        }

        value = negative ? -value : value;
        return true;
    }

    /// <summary>F14.6: <c>  -1234.567890</c>; the number times 10^6.</summary>
    /// <param name="field">At least fourteen bytes.</param>
    /// <param name="micros">Up to thirteen digits.</param>
    public static bool TryMicro(ReadOnlySpan<byte> field, out long micros)
    {
        ref byte at = ref MemoryMarshal.GetReference(field[..MicroWidth]);
        ulong whole = Load(ref at, 0), fraction = ((Load(ref at, 6) & ~0xFFFFUL) | 0x3030) ^ Zeros;

        // Blanks, then perhaps a minus, then digits up to the point: on 0x30 they differ in bit 4, which digits have clear.
        ulong d = ((whole << 8) | ' ') ^ Zeros, notDigit = d & 0x1010_1010_1010_1010;
        int lead = System.Numerics.BitOperations.TrailingZeroCount(~notDigit & 0x1010_1010_1010_1010) >> 3;
        micros = 0;
        if ((byte)(whole >> 56) != '.' || lead == 8)
        {
            return false;
        }

        ulong prefix = (1UL << (8 * lead)) - 1, blank = 0x1010_1010_1010_1010 & prefix, minus = blank ^ (0x0DUL << (8 * (lead - 1)));
        bool negative = (d & prefix) == minus;
        ulong digits = d & ~prefix;
        if (notDigit != blank || (!negative && (d & prefix) != blank) || !AreDigits(digits) || !AreDigits(fraction))
        {
            return false;
        }

        long value = (Eight(digits) * 1_000_000L) + Eight(fraction);
        micros = negative ? -value : value;
        return true;
    }

    private static ulong Load(ref byte at, int offset)
    {
        ulong value = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, offset));
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Whether every byte is 0 to 9.</summary>
    private static bool AreDigits(ulong bytes) => (((bytes + 0x7676_7676_7676_7676) | bytes) & 0x8080_8080_8080_8080) == 0;

    /// <summary>Eight bytes 0 to 9, the first digit in the lowest, as a number: pairs, then fours, then all.</summary>
    private static uint Eight(ulong digits)
    {
        digits = (digits * 10) + (digits >> 8);
        const ulong even = 0x0000_00FF_0000_00FF;
        ulong low = (digits & even) * (100 + (1_000_000UL << 32)), high = ((digits >> 16) & even) * (1 + (10_000UL << 32));
        return (uint)((low + high) >> 32);
    }
}
