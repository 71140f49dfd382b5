using System.Globalization;

namespace Constellation.Formats;

/// <summary>Numbers of RINEX navigation files in nineteen columns: one digit, point, twelve digits, E, sign, two digits.</summary>
internal static class NavNumber
{
    public const int Width = 19;

    /// <summary>What has more than two digits of exponent.</summary>
    private const double Smallest = 1e-99, Largest = 9.9999999999995e99;

    /// <summary>Fills nineteen bytes; NaN leaves blanks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number needs three digits of exponent.</exception>
    public static void Write(double value, Span<byte> field)
    {
        field = field[..Width];
        field.Fill((byte)' ');
        if (double.IsNaN(value))
        {
            return;
        }

        if (!(Math.Abs(value) < Largest))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "does not fit the columns");
        }

        value = Math.Abs(value) < Smallest ? 0 : value;

        // .NET writes three digits of exponent: -1.234567890123E-005.
        Span<byte> text = stackalloc byte[24];
        if (!value.TryFormat(text, out int length, "E12", CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("a double in E12 has at most 20 characters");
        }

        int start = text[0] == '-' ? 0 : 1, digits = length - 5;
        text[..digits].CopyTo(field[start..]);
        text.Slice(digits, 2).CopyTo(field[(start + digits)..]);
        text.Slice(digits + 3, 2).CopyTo(field[(start + digits + 2)..]);
    }
}
