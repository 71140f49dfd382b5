using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Times of SINEX files: year, day of year and second of day, with two or four digits of the year. [SINEX] section 3.</summary>
internal static class SinexTime
{
    /// <summary>Reads <c>20:316:43200</c> or <c>2020:316:43200</c>; nothing but zeros is no time, an open end.</summary>
    /// <param name="text">The field.</param>
    /// <param name="scale">Of the time.</param>
    /// <param name="mostSecond">86400 where a day may be written to its end.</param>
    /// <param name="epoch">Null for an open end.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, TimeScale scale, int mostSecond, out Epoch? epoch)
    {
        epoch = null;
        text = text.Trim((byte)' ');
        int colon = text.IndexOf((byte)':');
        if (colon is not (2 or 4) || text.Length != colon + 10 || text[colon + 4] != ':' || !FixedField.TryInteger(text[..colon], out int year) ||
            !FixedField.TryInteger(text.Slice(colon + 1, 3), out int day) || !FixedField.TryInteger(text.Slice(colon + 5, 5), out int second))
        {
            return false;
        }

        if (day == 0 && second == 0)
        {
            return true;
        }

        year += colon == 4 ? 0 : year > 50 ? 1900 : 2000;
        if (year is < 1972 or > 2200 || day < 1 || day > (DateTime.IsLeapYear(year) ? 366 : 365) || second < 0 || second > mostSecond)
        {
            return false;
        }

        DateTime date = new DateTime(year, 1, 1).AddDays(day - 1);
        bool read = FileTime.TryEpoch(date.Year, date.Month, date.Day, 0, 0, Duration.Zero, scale, out Epoch midnight);
        epoch = midnight + Duration.FromSeconds(second);
        return read;
    }
}
