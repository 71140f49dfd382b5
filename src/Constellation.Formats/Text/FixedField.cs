using System.Globalization;

namespace Constellation.Formats;

/// <summary>Numbers in columns of text, as Fortran writes them.</summary>
internal static class FixedField
{
    /// <summary>The columns of a line from a zero-based start, cut where the line ends.</summary>
    public static ReadOnlySpan<byte> Columns(ReadOnlySpan<byte> line, int start, int length) =>
        start >= line.Length ? default : line.Slice(start, Math.Min(length, line.Length - start));

    public static bool IsBlank(ReadOnlySpan<byte> field) => field.IndexOfAnyExcept((byte)' ') < 0;

    /// <summary>As text without blanks at its ends; control characters, which a terminal would obey, become question marks.</summary>
    public static string Text(ReadOnlySpan<byte> field)
    {
        string text = System.Text.Encoding.Latin1.GetString(field).Trim();
        return text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            ? string.Create(text.Length, text, (to, from) =>
            {
                for (int i = 0; i < to.Length; i++)
                {
                    to[i] = char.IsControl(from[i]) ? '?' : from[i];
                }
            })
            : text;
    }

    /// <summary>A decimal number with an optional exponent (E or D), correctly rounded; false if there is anything else.</summary>
    public static bool TryDouble(ReadOnlySpan<byte> field, out double value) => TryDouble(field, 0, out value);

    /// <summary>The same times a power of ten, with one rounding only: kilometres of a file become the metres that the same digits would give.</summary>
    public static bool TryDouble(ReadOnlySpan<byte> field, int power, out double value)
    {
        field = field.Trim((byte)' ');
        value = 0;
        int i = 0;
        bool negative = field.Length > 0 && field[0] == '-';
        if (field.Length > 0 && field[0] is (byte)'-' or (byte)'+')
        {
            i++;
        }

        ulong mantissa = 0;
        int digits = 0, significant = 0, exponent = power;
        bool point = false;
        for (; i < field.Length; i++)
        {
            int digit = field[i] - '0';
            if ((uint)digit <= 9)
            {
                digits++;
                exponent -= point ? 1 : 0;
                if (significant < 19)
                {
                    mantissa = (10 * mantissa) + (ulong)digit;
                    significant += mantissa > 0 ? 1 : 0;
                }
                else
                {
                    return TrySlow(field, power, out value);
                }
            }
            else if (field[i] == '.' && !point)
            {
                point = true;
            }
            else
            {
                break;
            }
        }

        if (digits == 0)
        {
            return false;
        }

        if (i < field.Length)
        {
            if (field[i] is not ((byte)'E' or (byte)'e' or (byte)'D' or (byte)'d') || !TryInteger(field[(i + 1)..], out int written) || Math.Abs(written) > 400)
            {
                return false;
            }

            exponent += written;
        }

        if (!DecimalScaling.TryScale(mantissa, exponent, out value))
        {
            return TrySlow(field, power, out value);
        }

        value = negative ? -value : value;
        return true;
    }

    /// <summary>A whole number with an optional sign; false if there is anything else or it does not fit.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> field, out int value)
    {
        field = field.Trim((byte)' ');
        value = 0;
        int i = field.Length > 0 && field[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        if (i == field.Length || field.Length - i > 9)
        {
            return false;
        }

        for (int k = i; k < field.Length; k++)
        {
            int digit = field[k] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = (10 * value) + digit;
        }

        value = field[0] == '-' ? -value : value;
        return true;
    }

    private static bool TrySlow(ReadOnlySpan<byte> field, int power, out double value)
    {
        Span<byte> copy = stackalloc byte[80];
        value = 0;
        if (field.Length > 64)
        {
            return false;
        }

        field.CopyTo(copy);
        Span<byte> text = copy[..field.Length];
        int mark = text.IndexOfAny("EeDd"u8), written = 0;
        if (mark >= 0 && (!TryInteger(text[(mark + 1)..], out written) || Math.Abs(written) > 400))
        {
            return false;
        }

        mark = mark < 0 ? text.Length : mark;
        copy[mark] = (byte)'E';
        return (written + power).TryFormat(copy[(mark + 1)..], out int length, default, CultureInfo.InvariantCulture)
            && double.TryParse(copy[..(mark + 1 + length)], NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
