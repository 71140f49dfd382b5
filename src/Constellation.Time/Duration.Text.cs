using System.Globalization;

namespace Constellation.Time;

/// <summary>Durations as text: a decimal number and its unit.</summary>
public readonly partial record struct Duration
{
    private static readonly (string Unit, long Seconds)[] s_units =
        [("weeks", 604800), ("days", 86400), ("min", 60), ("w", 604800), ("d", 86400), ("h", 3600), ("s", 1)];

    /// <summary>Reads <c>30s</c>, <c>5min</c>, <c>1.5h</c>, <c>7d</c>, <c>2w</c>, <c>100ms</c>, <c>3us</c>, <c>2ns</c>, <c>1ps</c>; a leading minus is allowed.</summary>
    public static Duration Parse(string text) =>
        TryParse(text, out Duration duration) ? duration : throw new FormatException($"'{text}' is not a duration such as 30s, 5min, 24h, 7d");

    public static bool TryParse(string text, out Duration duration)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        foreach ((string unit, int digits) in new[] { ("ms", 3), ("us", 6), ("ns", 9), ("ps", 12) })
        {
            if (rest.EndsWith(unit, StringComparison.Ordinal))
            {
                return TryParseDecimal(rest[..^unit.Length], out Int128 attoseconds) && TryFromTotal(attoseconds / Power(digits), out duration) || Fail(out duration);
            }
        }

        foreach ((string unit, long seconds) in s_units)
        {
            if (rest.EndsWith(unit, StringComparison.Ordinal))
            {
                return TryParseDecimal(rest[..^unit.Length], out Int128 attoseconds) && Int128.Abs(attoseconds) < Int128.MaxValue / seconds && TryFromTotal(attoseconds * seconds, out duration) || Fail(out duration);
            }
        }

        return Fail(out duration);
    }

    /// <summary>Decimal seconds without a unit, to the attosecond; further digits are cut.</summary>
    public static bool TryParseSeconds(ReadOnlySpan<char> text, out Duration duration) =>
        TryParseDecimal(text, out Int128 attoseconds) && TryFromTotal(attoseconds, out duration) || Fail(out duration);

    /// <summary>The largest unit that gives a whole number, else seconds with all their digits: <c>5min</c>, <c>24h</c>, <c>0.5s</c>.</summary>
    public override string ToString()
    {
        if (Attoseconds == 0)
        {
            long s = WholeSeconds;
            return s == 0 ? "0s" : s % 86400 == 0 ? $"{s / 86400}d" : s % 3600 == 0 ? $"{s / 3600}h" : s % 60 == 0 ? $"{s / 60}min" : $"{s}s";
        }

        Int128 total = Total, size = total < 0 ? -total : total;
        string fraction = ((long)(size % AttosecondsPerSecond)).ToString("D18", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{(total < 0 ? "-" : "")}{size / AttosecondsPerSecond}.{fraction}s";
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> text, out Int128 attoseconds)
    {
        attoseconds = 0;
        text = text.Trim();
        bool negative = text.Length > 0 && text[0] == '-';
        text = negative ? text[1..] : text;
        int point = -1, digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && point < 0)
            {
                point = digits;
                continue;
            }

            if (!char.IsAsciiDigit(text[i]) || (point < 0 && digits >= 15))
            {
                return false;
            }

            if (point < 0 || digits - point < 18)
            {
                attoseconds = (attoseconds * 10) + (text[i] - '0');
                digits++;
            }
        }

        int fraction = point < 0 ? 0 : digits - point;
        attoseconds *= Power(18 - fraction);
        attoseconds = negative ? -attoseconds : attoseconds;
        return digits > 0;
    }

    private static bool TryFromTotal(Int128 attoseconds, out Duration duration)
    {
        if (Int128.Abs(attoseconds) / AttosecondsPerSecond > 4_000_000_000_000_000_000)
        {
            return Fail(out duration);
        }

        duration = FromTotal(attoseconds);
        return true;
    }

    private static bool Fail(out Duration duration)
    {
        duration = Zero;
        return false;
    }

    private static Int128 Power(int digits)
    {
        Int128 power = 1;
        for (int i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }
}
