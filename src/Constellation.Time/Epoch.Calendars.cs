namespace Constellation.Time;

/// <summary>Further ways to count days: day of year, GLONASS four-year intervals, the whole second fast path for files.</summary>
public readonly partial record struct Epoch
{
    /// <summary>Day number of 1980-01-06 from 2000-01-01.</summary>
    private static readonly int s_gpsFirstDay = CalendarDay.FromDate(1980, 1, 6);

    /// <summary>A whole second of the GPST calendar: what SP3 and RINEX records hold, a hundred thousand per file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date or time of day does not exist.</exception>
    public static Epoch FromGpsCalendar(int year, int month, int day, int hour, int minute, int second)
    {
        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            throw new ArgumentOutOfRangeException(nameof(hour), $"{hour}:{minute}:{second} is not a time of day");
        }

        long days = CalendarDay.FromDate(year, month, day) - s_gpsFirstDay;
        return new(GpsOrigin + Duration.FromSeconds((days * 86400) + (hour * 3600) + (minute * 60) + second));
    }

    /// <summary>Day 1 is January 1st.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year has no such day, or the day no such second.</exception>
    public static Epoch FromDayOfYear(int year, int dayOfYear, Duration secondOfDay, TimeScale scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dayOfYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dayOfYear, DateTime.IsLeapYear(year) ? 366 : 365);
        RequireSecondOfDay(secondOfDay);
        return FromReading(CalendarDay.FromDate(year, 1, 1) + dayOfYear - 1, secondOfDay, scale);
    }

    /// <summary>An instant from a Julian day number (a day begins at noon) and what has passed of that day.</summary>
    public static Epoch FromJulianDay(int julianDay, Duration sinceNoon, TimeScale scale)
    {
        Duration sinceMidnight = sinceNoon + s_halfDay;
        bool nextDay = sinceMidnight >= s_day;
        return FromMjd(julianDay - 2_400_001 + (nextDay ? 1 : 0), nextDay ? sinceMidnight - s_day : sinceMidnight, scale);
    }

    /// <summary>GLONASS counting in its time UTC(SU) + 3 h. [GLONASS-ICD] section 4.4.</summary>
    /// <param name="fourYearInterval">N4: 1 for 1996 to 1999.</param>
    /// <param name="dayOfInterval">NT: 1 to 1461, 1 on January 1st of the leap year.</param>
    /// <param name="secondOfDay">Seconds of that day, such as t_b.</param>
    public static Epoch FromGlonass(int fourYearInterval, int dayOfInterval, Duration secondOfDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fourYearInterval, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fourYearInterval, 2000);
        ArgumentOutOfRangeException.ThrowIfLessThan(dayOfInterval, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dayOfInterval, 1461);
        RequireSecondOfDay(secondOfDay);
        return FromReading(CalendarDay.FromDate(1992 + (4 * fourYearInterval), 1, 1) + dayOfInterval - 1, secondOfDay, TimeScale.Glonasst);
    }

    /// <summary>N4, NT and second of day in GLONASS time.</summary>
    public (int FourYearInterval, int DayOfInterval, Duration SecondOfDay) ToGlonass()
    {
        ScaleReading r = In(TimeScale.Glonasst);
        int interval = (r.Year - 1992) / 4;
        return (interval, r.DayFrom2000 - CalendarDay.FromDate(1992 + (4 * interval), 1, 1) + 1, r.SecondOfDay);
    }

    private static void RequireSecondOfDay(Duration secondOfDay)
    {
        if (secondOfDay < Duration.Zero || secondOfDay >= s_day)
        {
            throw new ArgumentOutOfRangeException(nameof(secondOfDay), secondOfDay, "a second of day is 0 to below 86400");
        }
    }
}
