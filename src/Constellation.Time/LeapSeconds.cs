namespace Constellation.Time;

/// <summary>TAI - UTC: the leap seconds since 1972, those in the assembly and what is installed beyond them. After the last entry its value holds.</summary>
/// <remarks>Before 1972-01-01 UTC ran at another rate and was stepped by fractions of a second: it is refused, not approximated.</remarks>
public static class LeapSeconds
{
    private static readonly Lazy<LeapSecondTable> s_current = new(() => LeapSecondTable.BuiltIn.ExtendedBy(Installed?.Invoke()));

    /// <summary>Where a list that was installed is found; asked once, when UTC is first needed. Null: none.</summary>
    public static Func<LeapSecondTable?>? Installed { get; set; }

    /// <summary>The table that the program counts by.</summary>
    public static LeapSecondTable Current => s_current.Value;

    /// <summary>Day number (days from 2000-01-01) of 1972-01-01, the first day of UTC in its present form.</summary>
    public static int FirstDay => Current.FirstDay;

    /// <summary>First day of the newest entry, for manifests.</summary>
    public static DateOnly LastEntry => Current.LastEntry;

    /// <summary>The newest IERS Bulletin C that the table in the assembly takes account of (July 2026: no step at the end of 2026).</summary>
    public const int BulletinC = 72;

    /// <summary>Until this day the table is known to be complete.</summary>
    public static DateOnly ValidThrough => Current.ValidThrough;

    /// <summary>TAI - UTC in seconds on a UTC day (days from 2000-01-01).</summary>
    public static int OnDay(int utcDay) => Current.OnDay(utcDay);

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
