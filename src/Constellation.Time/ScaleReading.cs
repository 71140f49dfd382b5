namespace Constellation.Time;

/// <summary>What a clock of a scale shows at an instant: a day and the second of that day.</summary>
/// <param name="Scale">The scale that was read.</param>
/// <param name="DayFrom2000">Days from 2000-01-01 of that scale's calendar.</param>
/// <param name="SecondOfDay">0 up to the length of the day; 86400 and above inside a leap second (UTC).</param>
/// <param name="IsLeapSecond">Whether this instant lies in an inserted second.</param>
public readonly record struct ScaleReading(TimeScale Scale, int DayFrom2000, Duration SecondOfDay, bool IsLeapSecond)
{
    public DateOnly Date => CalendarDay.ToDate(DayFrom2000);

    public int Year => Date.Year;

    public int Month => Date.Month;

    public int Day => Date.Day;

    /// <summary>1 on January 1st.</summary>
    public int DayOfYear => Date.DayOfYear;

    public int Hour => (int)(ClockSeconds / 3600);

    public int Minute => (int)(ClockSeconds / 60 % 60);

    /// <summary>Whole second of the minute, 60 inside a leap second.</summary>
    public int Second => (int)(ClockSeconds % 60) + (IsLeapSecond ? 1 : 0);

    /// <summary>Fraction of the second in attoseconds.</summary>
    public long Attoseconds => SecondOfDay.Attoseconds;

    /// <summary>Modified Julian day number; with <see cref="SecondOfDay"/> it is exact.</summary>
    public int ModifiedJulianDay => DayFrom2000 + CalendarDay.ModifiedJulianOrigin;

    /// <summary>MJD as one double: resolves about 1 microsecond.</summary>
    public double Mjd => ModifiedJulianDay + (SecondOfDay.TotalSeconds / 86400.0);

    /// <summary>Julian date as one double: resolves about 40 microseconds.</summary>
    public double JulianDate => ModifiedJulianDay + 2_400_000.5 + (SecondOfDay.TotalSeconds / 86400.0);

    /// <summary>Seconds of day as hours, minutes and seconds count them: a leap second shares the minute before it.</summary>
    private long ClockSeconds => SecondOfDay.WholeSeconds - (IsLeapSecond ? 1 : 0);
}
