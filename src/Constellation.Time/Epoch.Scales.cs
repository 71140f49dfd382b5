namespace Constellation.Time;

/// <summary>Reading and setting an instant in a time scale.</summary>
public readonly partial record struct Epoch
{
    /// <summary>TT - TAI = 32.184 s exactly, by definition of TT.</summary>
    private static readonly Duration s_ttMinusTai = Duration.FromSeconds(32, 184_000_000_000_000_000);

    private static readonly Duration s_halfDay = Duration.FromSeconds(43200);
    private static readonly Duration s_day = Duration.FromDays(1);

    /// <summary>BDT is TAI - 33 s, week 0 begins 2006-01-01T00:00:00 BDT. [BDS-ICD-B1I]</summary>
    private static readonly Epoch s_bdtOrigin = FromCalendar(2006, 1, 1, 0, 0, Duration.Zero, TimeScale.Bdt);

    /// <summary>GST is TAI - 19 s, week 0 begins 1999-08-22T00:00:00 GST. [Galileo-ICD]</summary>
    private static readonly Epoch s_gstOrigin = FromCalendar(1999, 8, 22, 0, 0, Duration.Zero, TimeScale.Gst);

    public static Epoch FromBdt(int week, Duration timeOfWeek) => s_bdtOrigin + Duration.FromWeeks(week) + timeOfWeek;

    public static Epoch FromGst(int week, Duration timeOfWeek) => s_gstOrigin + Duration.FromWeeks(week) + timeOfWeek;

    /// <summary>Full BDT week and time of week in [0, 604800 s).</summary>
    public (int Week, Duration TimeOfWeek) ToBdt() => WeekSince(s_bdtOrigin);

    /// <summary>Full GST week and time of week in [0, 604800 s).</summary>
    public (int Week, Duration TimeOfWeek) ToGst() => WeekSince(s_gstOrigin);

    /// <summary>An instant from a calendar date in a scale; 23:59:60 exists only on days that end with a leap second, and 23:59:59 not where it was taken out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date or time of day does not exist in that scale.</exception>
    public static Epoch FromCalendar(int year, int month, int day, int hour, int minute, Duration secondOfMinute, TimeScale scale)
    {
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || secondOfMinute < Duration.Zero || secondOfMinute >= Duration.FromSeconds(61))
        {
            throw new ArgumentOutOfRangeException(nameof(hour), $"{hour}:{minute}:{secondOfMinute.TotalSeconds} is not a time of day");
        }

        int dayNumber = CalendarDay.FromDate(year, month, day);
        Duration secondOfDay = Duration.FromSeconds((hour * 3600L) + (minute * 60L)) + secondOfMinute;
        if (secondOfMinute >= Duration.FromSeconds(60))
        {
            RequireLeapSecond(dayNumber, secondOfDay.WholeSeconds, scale);
            if (scale == TimeScale.Glonasst)
            {
                return FromReading(dayNumber - 1, s_day + secondOfDay - Duration.FromHours(3), TimeScale.Utc);
            }
        }
        else if (minute == 59 && secondOfMinute >= Duration.FromSeconds(59))
        {
            RefuseSkippedSecond(dayNumber, secondOfDay.WholeSeconds, scale);
        }

        return FromReading(dayNumber, secondOfDay, scale);
    }

    /// <summary>An instant from a Modified Julian day number and seconds of that day, both in <paramref name="scale"/>.</summary>
    public static Epoch FromMjd(int modifiedJulianDay, Duration secondOfDay, TimeScale scale) =>
        FromReading(modifiedJulianDay - CalendarDay.ModifiedJulianOrigin, secondOfDay, scale);

    /// <summary>What a clock of <paramref name="scale"/> shows.</summary>
    public ScaleReading In(TimeScale scale)
    {
        Duration ttSinceMidnight2000 = _sinceJ2000 + s_halfDay;
        switch (scale)
        {
            case TimeScale.Utc:
                (int day, Duration second) = LeapSeconds.FromTai(ttSinceMidnight2000 - s_ttMinusTai);
                return new ScaleReading(scale, day, second, second >= s_day);
            case TimeScale.Glonasst:
                return ReadGlonass(ttSinceMidnight2000);
            default:
                Duration reading = ttSinceMidnight2000 + MinusTt(scale);
                long days = Duration.FloorDivide(reading, s_day);
                return new ScaleReading(scale, (int)days, reading - Duration.FromDays(days), false);
        }
    }

    /// <summary>Date and time of day in a scale as a <see cref="DateTime"/>: 100 ns resolution, a leap second reads as the second before it.</summary>
    public DateTime ToDateTime(TimeScale scale)
    {
        ScaleReading r = In(scale);
        long ticks = ((r.SecondOfDay.WholeSeconds - (r.IsLeapSecond ? 1 : 0)) * TimeSpan.TicksPerSecond) + (r.Attoseconds / 100_000_000_000);
        return r.Date.ToDateTime(TimeOnly.MinValue).AddTicks(ticks);
    }

    public static Epoch FromDateTime(DateTime reading, TimeScale scale)
    {
        long ticks = reading.TimeOfDay.Ticks;
        Duration second = Duration.FromSeconds(ticks / TimeSpan.TicksPerSecond, ticks % TimeSpan.TicksPerSecond * 100_000_000_000);
        return FromReading(CalendarDay.FromDate(reading.Year, reading.Month, reading.Day), second, scale);
    }

    private static Epoch FromReading(int day, Duration secondOfDay, TimeScale scale)
    {
        Duration reading = Duration.FromDays(day) + secondOfDay;
        switch (scale)
        {
            case TimeScale.Utc:
                return new Epoch(reading + Duration.FromSeconds(LeapSeconds.OnDay(day)) + s_ttMinusTai - s_halfDay);
            case TimeScale.Glonasst:
                // A reading before 03:00 Moscow time belongs to the UTC day before.
                Duration utc = secondOfDay - Duration.FromHours(3);
                return utc < Duration.Zero ? FromReading(day - 1, utc + s_day, TimeScale.Utc) : FromReading(day, utc, TimeScale.Utc);
            case TimeScale.Tdb:
                Epoch approximate = new(reading - s_halfDay);
                Duration correction = DynamicalTime.TdbMinusTt(approximate);
                return new Epoch(reading - s_halfDay - DynamicalTime.TdbMinusTt(approximate - correction));
            default:
                Epoch tt = new(reading - s_halfDay);
                return tt - tt.MinusTt(scale);
        }
    }

    /// <summary>Reading of a scale minus reading of TT.</summary>
    private Duration MinusTt(TimeScale scale) => scale switch
    {
        TimeScale.Tt => Duration.Zero,
        TimeScale.Tai => -s_ttMinusTai,
        TimeScale.Gpst or TimeScale.Gst or TimeScale.Qzsst => -s_ttMinusTai - Duration.FromSeconds(19),
        TimeScale.Bdt => -s_ttMinusTai - Duration.FromSeconds(33),
        TimeScale.Tdb => DynamicalTime.TdbMinusTt(this),
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "not a uniform scale"),
    };

    /// <summary>GLONASS time is UTC(SU) + 3 h: its leap second is 02:59:60. [GLONASS-ICD]</summary>
    private static ScaleReading ReadGlonass(Duration ttSinceMidnight2000)
    {
        (int day, Duration second) = LeapSeconds.FromTai(ttSinceMidnight2000 - s_ttMinusTai);
        bool leap = second >= s_day;
        Duration moscow = second + Duration.FromHours(3);
        bool nextDay = (leap ? moscow - Duration.FromSeconds(1) : moscow) >= s_day;
        return new ScaleReading(TimeScale.Glonasst, nextDay ? day + 1 : day, nextDay ? moscow - s_day : moscow, leap);
    }

    private static void RequireLeapSecond(int day, long secondOfDay, TimeScale scale)
    {
        if (!EndsDayOf(86_401, day, secondOfDay, scale))
        {
            throw new ArgumentOutOfRangeException(nameof(secondOfDay), $"there is no second 60 at that minute in {scale.ToString().ToUpperInvariant()}");
        }
    }

    private static void RefuseSkippedSecond(int day, long secondOfDay, TimeScale scale)
    {
        if (EndsDayOf(86_399, day, secondOfDay + 1, scale))
        {
            throw new ArgumentOutOfRangeException(nameof(secondOfDay), $"there is no second 59 at that minute in {scale.ToString().ToUpperInvariant()}");
        }
    }

    /// <summary>Whether a second is that after 23:59:59 of a UTC day of that length in seconds.</summary>
    private static bool EndsDayOf(int length, int day, long secondOfDay, TimeScale scale)
    {
        (int utcDay, long expected) = scale == TimeScale.Glonasst ? (day - 1, 10800L) : (day, 86400L);
        return scale is TimeScale.Utc or TimeScale.Glonasst
            && secondOfDay == expected
            && utcDay >= LeapSeconds.FirstDay
            && LeapSeconds.DayLength(utcDay) == length;
    }

    private (int Week, Duration TimeOfWeek) WeekSince(Epoch origin)
    {
        long week = Duration.FloorDivide(this - origin, Duration.FromWeeks(1));
        return ((int)week, this - origin - Duration.FromWeeks(week));
    }
}
