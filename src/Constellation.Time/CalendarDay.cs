namespace Constellation.Time;

/// <summary>Days from 2000-01-01 in the proleptic Gregorian calendar, years 1 to 9999.</summary>
public static class CalendarDay
{
    private static readonly int s_origin = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>MJD of 2000-01-01.</summary>
    public const int ModifiedJulianOrigin = 51544;

    public static int FromDate(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - s_origin;

    /// <summary>Whether a day has a date of four digits: years 1 to 9999.</summary>
    public static bool HasDate(int dayFrom2000) =>
        dayFrom2000 >= DateOnly.MinValue.DayNumber - s_origin && dayFrom2000 <= DateOnly.MaxValue.DayNumber - s_origin;

    /// <summary>The date of a day; the first or the last one there is where it has none.</summary>
    public static DateOnly ToDate(int dayFrom2000) =>
        DateOnly.FromDayNumber(Math.Clamp(dayFrom2000 + s_origin, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
