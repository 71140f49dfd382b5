namespace Constellation.Time;

/// <summary>TAI - UTC: the leap seconds since 1972 as announced in IERS Bulletin C. After the last entry its value holds.</summary>
/// <remarks>Before 1972-01-01 UTC ran at another rate and was stepped by fractions of a second: it is refused, not approximated.</remarks>
public static class LeapSeconds
{
    private static readonly (int Year, int Month)[] s_dates =
    [
        (1972, 1), (1972, 7), (1973, 1), (1974, 1), (1975, 1), (1976, 1), (1977, 1), (1978, 1), (1979, 1), (1980, 1),
        (1981, 7), (1982, 7), (1983, 7), (1985, 7), (1988, 1), (1990, 1), (1991, 1), (1992, 7), (1993, 7), (1994, 7),
        (1996, 1), (1997, 7), (1999, 1), (2006, 1), (2009, 1), (2012, 7), (2015, 7), (2017, 1),
    ];

    /// <summary>Day numbers (days from 2000-01-01) from which TAI - UTC is 10 s, 11 s, ...</summary>
    private static readonly int[] s_days = Array.ConvertAll(s_dates, d => CalendarDay.FromDate(d.Year, d.Month, 1));

    private const int First = 10;

    /// <summary>Day number (days from 2000-01-01) of 1972-01-01, the first day of UTC in its present form.</summary>
    public static int FirstDay => s_days[0];

    /// <summary>First day of the newest entry, for manifests.</summary>
    public static DateOnly LastEntry => new(s_dates[^1].Year, s_dates[^1].Month, 1);

    /// <summary>The newest IERS Bulletin C that the table takes account of (July 2026: no step at the end of 2026).</summary>
    public const int BulletinC = 72;

    /// <summary>Until this day the table is known to be complete: expiry date of the list that the IERS published with that bulletin.</summary>
    public static DateOnly ValidThrough => new(2027, 6, 28);

    /// <summary>TAI - UTC in seconds on a UTC day (days from 2000-01-01).</summary>
    public static int OnDay(int utcDay)
    {
        int index = Array.BinarySearch(s_days, utcDay);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? First + index : throw new ArgumentOutOfRangeException(nameof(utcDay), utcDay, "UTC is defined here from 1972-01-01 on; use TAI or TT before");
    }

    /// <summary>86401 on a day that ends with a leap second, else 86400.</summary>
    public static int DayLength(int utcDay) => 86400 + OnDay(utcDay + 1) - OnDay(utcDay);

    /// <summary>UTC day and second of day (up to 86400.99..., inside a leap second) of a TAI reading counted from 2000-01-01T00:00:00 TAI.</summary>
    internal static (int Day, Duration SecondOfDay) FromTai(Duration taiSince2000)
    {
        // The day by the offset before a possible step, then corrected: offsets differ by one second at most.
        int day = (int)Duration.FloorDivide(taiSince2000, Duration.FromDays(1));
        int guess = Math.Max(day, FirstDay);
        Duration second = taiSince2000 - Duration.FromSeconds(OnDay(guess)) - Duration.FromDays(guess);
        while (second < Duration.Zero)
        {
            guess--;
            second = taiSince2000 - Duration.FromSeconds(OnDay(guess)) - Duration.FromDays(guess);
        }

        return (guess, second);
    }
}
