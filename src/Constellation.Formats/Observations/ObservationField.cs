using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Constellation.Formats;

/// <summary>One observation as RINEX writes it, F14.3 with two digits of flags after it, sixteen bytes at once.</summary>
/// <remarks>What is not in this layout is left to <see cref="FixedField"/>; what is gives the same number (<c>ObservationFieldTests</c>).</remarks>
internal static class ObservationField
{
    public const int Width = 16, NumberWidth = 14;

    /// <summary>Thirteen digits to the right end, the point left out; an index of 255 gives zero.</summary>
    private static Vector128<byte> Order => Vector128.Create((byte)255, 255, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13);

    private static Vector128<byte> Zero => Vector128.Create((byte)'0');

    private static Vector128<byte> Blank => Vector128.Create((byte)' ');

    private static Vector128<byte> Minus => Vector128.Create((byte)'-');

    private static Vector128<byte> Nine => Vector128.Create((byte)9);

    /// <summary>Whether all sixteen bytes are blank.</summary>
    public static bool IsBlank(ref byte field) => Vector128.EqualsAll(Vector128.LoadUnsafe(ref field), Blank);

    /// <summary>The number in thousandths; false where it is not blanks, perhaps a minus, digits, a point and three digits.</summary>
    /// <param name="field">Sixteen readable bytes.</param>
    /// <param name="thousandths">Up to thirteen digits.</param>
    public static bool TryNumber(ref byte field, out long thousandths)
    {
        Vector128<byte> text = Vector128.LoadUnsafe(ref field);
        Vector128<byte> ordered = Vector128.Shuffle(text, Order);
        Vector128<byte> digits = ordered - Zero;
        uint numbers = Vector128.LessThanOrEqual(digits, Nine).ExtractMostSignificantBits();
        uint blanks = Vector128.Equals(ordered, Blank).ExtractMostSignificantBits(), minus = Vector128.Equals(ordered, Minus).ExtractMostSignificantBits();

        // From the left: three places that do not exist, blanks, a minus or not, digits to the end, of them three behind the point.
        uint others = ~numbers & 0xFFFF, lead = others >> 3;
        thousandths = 0;
        if (Unsafe.Add(ref field, 10) != '.' || (lead & (lead + 1)) != 0 || lead >= 1 << 10 || ((blanks | minus) >> 3) != lead || (minus != 0 && minus >> 3 != (lead + 1) >> 1))
        {
            return false;
        }

        Vector128<byte> clean = digits & Vector128.LessThanOrEqual(digits, Nine);
        Vector128<ulong> halves = clean.AsUInt64();
        long value = (Eight(halves.ToScalar()) * 100_000_000L) + Eight(halves.GetElement(1));
        thousandths = minus != 0 ? -value : value;
        return true;
    }

    /// <summary>Writes a number in fourteen columns with three decimals; false, and blanks, where it does not fit.</summary>
    public static bool TryWrite(double value, Span<byte> field)
    {
        double scaled = Math.Round(value * 1000);
        if (!(scaled is > -1e12 and < 1e13))
        {
            return false;
        }

        bool negative = scaled < 0;
        ulong rest = (ulong)Math.Abs(scaled);
        for (int i = NumberWidth - 1; i >= 0; i--)
        {
            if (i == NumberWidth - 4)
            {
                field[i] = (byte)'.';
                continue;
            }

            if (rest == 0 && i < NumberWidth - 5)
            {
                field[i] = negative ? (byte)'-' : (byte)' ';
                break;
            }

            (rest, ulong digit) = Math.DivRem(rest, 10);
            field[i] = (byte)('0' + digit);
        }

        return true;
    }

    /// <summary>Eight bytes 0 to 9, the first digit in the lowest, as a number: pairs, then fours, then all.</summary>
    private static uint Eight(ulong digits)
    {
        digits = BitConverter.IsLittleEndian ? digits : BinaryPrimitives.ReverseEndianness(digits);
        digits = (digits * 10) + (digits >> 8);
        const ulong even = 0x0000_00FF_0000_00FF;
        ulong low = (digits & even) * (100 + (1_000_000UL << 32)), high = ((digits >> 16) & even) * (1 + (10_000UL << 32));
        return (uint)((low + high) >> 32);
    }
}
