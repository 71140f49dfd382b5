using System.Globalization;
using System.Text;

namespace Constellation.Formats;

/// <summary>Numbers as plain decimals in another unit: the shortest digits that give the number back, with the point moved.</summary>
internal static class DecimalText
{
    /// <summary>The number times 10^<paramref name="power"/>: 12345678.901 by -3 is 12345.678901, without the rounding of a division.</summary>
    public static string Shift(double value, int power)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = power + (mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        ReadOnlySpan<char> number = mark < 0 ? text : text.AsSpan(0, mark);
        bool negative = number[0] == '-';
        number = negative ? number[1..] : number;
        int point = number.IndexOf('.');
        string digits = point < 0 ? number.ToString() : string.Concat(number[..point], number[(point + 1)..]);
        point = (point < 0 ? number.Length : point) + exponent;
        StringBuilder result = new(negative ? "-" : "");
        if (point <= 0)
        {
            result.Append("0.").Append('0', -point).Append(digits);
        }
        else if (point >= digits.Length)
        {
            result.Append(digits).Append('0', point - digits.Length).Append(".0");
        }
        else
        {
            result.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }

        return Trimmed(result.ToString(), negative);
    }

    /// <summary>Without zeros that say nothing: one digit stays on each side of the point.</summary>
    private static string Trimmed(string text, bool negative)
    {
        ReadOnlySpan<char> body = text.AsSpan(negative ? 1 : 0);
        int lead = 0;
        while (lead + 1 < body.Length && body[lead] == '0' && body[lead + 1] != '.')
        {
            lead++;
        }

        body = body[lead..].TrimEnd('0');
        return string.Concat(negative ? "-" : "", body, body[^1] == '.' ? "0" : "");
    }
}
