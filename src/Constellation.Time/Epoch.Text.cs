using System.Globalization;

namespace Constellation.Time;

/// <summary>Epochs as text: ISO dates with their scale, day of year, GPS week and second.</summary>
public readonly partial record struct Epoch
{
    private static readonly (string Suffix, TimeScale Scale)[] s_suffixes =
    [
        ("GLONASST", TimeScale.Glonasst), ("QZSST", TimeScale.Qzsst), ("GPST", TimeScale.Gpst), ("BDT", TimeScale.Bdt), ("GST", TimeScale.Gst),
        ("TAI", TimeScale.Tai), ("TDB", TimeScale.Tdb), ("UTC", TimeScale.Utc), ("TT", TimeScale.Tt), ("Z", TimeScale.Utc),
    ];

    /// <summary>Reads <c>2024-09-20T00:00:00GPST</c>, <c>...Z</c>, <c>2024-264T06:00TAI</c> or <c>2333:432000</c> (GPS week:second).</summary>
    /// <exception cref="FormatException">Says what is wrong with the text.</exception>
    public static Epoch Parse(string text) =>
        TryParse(text, out Epoch epoch, out string problem) ? epoch : throw new FormatException(problem);

    public static bool TryParse(string text, out Epoch epoch) => TryParse(text, out epoch, out _);

    /// <param name="text">The text.</param>
    /// <param name="epoch">The instant.</param>
    /// <param name="problem">What is wrong, for people; empty when nothing is.</param>
    public static bool TryParse(string text, out Epoch epoch, out string problem)
    {
        epoch = default;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        TimeScale? scale = null;
        foreach ((string suffix, TimeScale value) in s_suffixes)
        {
            if (rest.EndsWith(suffix, StringComparison.Ordinal))
            {
                scale = value;
                rest = rest[..^suffix.Length].TrimEnd();
                break;
            }
        }

        if (rest.LastIndexOf('-') <= 0 && rest.IndexOf(':') > 0)
        {
            return TryParseWeek(text, rest, scale ?? TimeScale.Gpst, out epoch, out problem);
        }

        if (scale is null)
        {
            problem = $"epoch '{text}' has no time scale; append one of GPST, Z (UTC), TAI, TT, TDB, BDT, GST, GLONASST, QZSST";
            return false;
        }

        return TryParseIso(text, rest, scale.Value, out epoch, out problem);
    }

    /// <summary>ISO 8601 date and time in a scale, without the scale's name; digits beyond <paramref name="fractionDigits"/> (0 to 18) are cut, not rounded. Outside the years 1 to 9999 the days from 2000-01-01 are named.</summary>
    public string ToString(TimeScale scale, int fractionDigits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fractionDigits, 18);
        ScaleReading r = In(scale);
        if (!CalendarDay.HasDate(r.DayFrom2000))
        {
            return $"J2000{(r.DayFrom2000 < 0 ? "" : "+")}{r.DayFrom2000}d";
        }

        string seconds = string.Create(CultureInfo.InvariantCulture, $"{r.Year:0000}-{r.Month:00}-{r.Day:00}T{r.Hour:00}:{r.Minute:00}:{r.Second:00}");
        return fractionDigits <= 0 ? seconds : seconds + "." + r.Attoseconds.ToString("D18", CultureInfo.InvariantCulture)[..fractionDigits];
    }

    /// <summary>Date and time in a scale with all digits that are not zero and the scale's name; <see cref="Parse"/> reads it back exactly.</summary>
    public string ToString(TimeScale scale)
    {
        string text = ToString(scale, 18);
        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return text + (scale == TimeScale.Utc ? "Z" : scale.ToString().ToUpperInvariant());
    }

    /// <summary>In TAI with its name, exact.</summary>
    public override string ToString() => ToString(TimeScale.Tai);

    private static bool TryParseWeek(string text, ReadOnlySpan<char> rest, TimeScale scale, out Epoch epoch, out string problem)
    {
        epoch = default;
        int colon = rest.IndexOf(':');
        if (!int.TryParse(rest[..colon], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int week) || Math.Abs(week) > 100_000
            || !Duration.TryParseSeconds(rest[(colon + 1)..], out Duration second) || second >= Duration.FromWeeks(1) || second < Duration.Zero)
        {
            problem = $"'{text}' is not a week and second of week such as 2333:432000";
            return false;
        }

        problem = "";
        switch (scale)
        {
            case TimeScale.Gpst or TimeScale.Qzsst:
                epoch = FromGps(week, second);
                return true;
            case TimeScale.Bdt:
                epoch = FromBdt(week, second);
                return true;
            case TimeScale.Gst:
                epoch = FromGst(week, second);
                return true;
            default:
                problem = $"'{text}': weeks are counted in GPST, BDT and GST only";
                return false;
        }
    }

    private static bool TryParseIso(string text, ReadOnlySpan<char> rest, TimeScale scale, out Epoch epoch, out string problem)
    {
        epoch = default;
        int t = rest.IndexOfAny('T', ' ');
        ReadOnlySpan<char> date = t < 0 ? rest : rest[..t], time = t < 0 ? "00:00" : rest[(t + 1)..];
        if (!TryParseDate(date, out int year, out int month, out int day) || !TryParseTime(time, out int hour, out int minute, out Duration second))
        {
            problem = $"'{text}' is not a date and time such as 2024-09-20T00:00:00GPST";
            return false;
        }

        try
        {
            epoch = FromCalendar(year, month, day, hour, minute, second, scale);
            problem = "";
            return true;
        }
        catch (ArgumentOutOfRangeException e)
        {
            problem = $"'{text}' does not exist: {e.Message.Split('(')[0].Trim()}";
            return false;
        }
    }

    private static bool TryParseDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        month = day = 0;
        if (text.Length is not (8 or 10) || text[4] != '-' || !TryDigits(text[..4], out year) || year < 1)
        {
            year = 0;
            return false;
        }

        if (text.Length == 8)
        {
            if (!TryDigits(text[5..], out int dayOfYear) || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            {
                return false;
            }

            DateOnly date = new DateOnly(year, 1, 1).AddDays(dayOfYear - 1);
            (month, day) = (date.Month, date.Day);
            return true;
        }

        return text[7] == '-' && TryDigits(text[5..7], out month) && TryDigits(text[8..], out day)
            && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool TryParseTime(ReadOnlySpan<char> text, out int hour, out int minute, out Duration second)
    {
        hour = minute = 0;
        second = Duration.Zero;
        return text.Length >= 5 && text[2] == ':' && TryDigits(text[..2], out hour) && TryDigits(text[3..5], out minute)
            && (text.Length == 5 || (text.Length >= 8 && text[5] == ':' && char.IsAsciiDigit(text[6]) && char.IsAsciiDigit(text[7]) && (text.Length == 8 || text[8] == '.') && Duration.TryParseSeconds(text[6..], out second) && second >= Duration.Zero));
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (10 * value) + (c - '0');
        }

        return text.Length > 0;
    }
}
