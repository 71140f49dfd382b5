using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Calendar times of files to epochs, fast and checked.</summary>
internal static class FileTime
{
    private static readonly int GpsOriginDay = CalendarDay.FromDate(1980, 1, 6);

    /// <summary>TAI - GPST.</summary>
    private const int TaiMinusGpst = 19;

    /// <summary>False where a part is out of its range (month 13, 30 February, minute 60).</summary>
    public static bool TryEpoch(int year, int month, int day, int hour, int minute, Duration second, TimeScale scale, out Epoch epoch)
    {
        epoch = default;
        if (year is < 1972 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ||
            hour is < 0 or > 24 || minute is < 0 or > 59 || second < Duration.Zero || second >= Duration.FromSeconds(61))
        {
            return false;
        }

        int dayNumber = CalendarDay.FromDate(year, month, day);
        Duration since = Duration.FromSeconds(((long)(dayNumber - GpsOriginDay) * 86400) + (3600 * hour) + (60 * minute)) + second;
        epoch = Epoch.FromGps(0, since + Duration.FromSeconds(GpstMinus(scale, dayNumber)));
        return true;
    }

    /// <summary>GPST - UTC on a UTC day.</summary>
    public static int GpstMinusUtc(int year, int month, int day) => LeapSeconds.OnDay(CalendarDay.FromDate(year, month, day)) - TaiMinusGpst;

    private static int GpstMinus(TimeScale scale, int dayNumber) => scale switch
    {
        TimeScale.Bdt => 14,
        TimeScale.Tai => -TaiMinusGpst,
        TimeScale.Utc => LeapSeconds.OnDay(dayNumber) - TaiMinusGpst,
        TimeScale.Gpst or TimeScale.Gst or TimeScale.Qzsst => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "not a time scale of these files"),
    };

    /// <summary>Decimal seconds, exact to the attosecond; false if it is not a plain non-negative number.</summary>
    public static bool TrySeconds(ReadOnlySpan<byte> field, out Duration seconds)
    {
        field = field.Trim((byte)' ');
        int point = field.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? field : field[..point], fraction = point < 0 ? default : field[(point + 1)..];
        seconds = default;
        if (fraction.Length > 18 || whole.Length + fraction.Length == 0 || !TryDigits(whole, out long wholeSeconds) || whole.Length > 9 || !TryDigits(fraction, out long attoseconds))
        {
            return false;
        }

        for (int i = fraction.Length; i < 18; i++)
        {
            attoseconds *= 10;
        }

        seconds = Duration.FromSeconds(wholeSeconds, attoseconds);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> digits, out long value)
    {
        value = 0;
        foreach (byte c in digits)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (10 * value) + (c - '0');
        }

        return true;
    }
}
