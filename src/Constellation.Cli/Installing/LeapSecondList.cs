using System.Globalization;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>A list of leap seconds: <c>leap-seconds.list</c> of the IERS or NIST (seconds since 1900), or <c>Leap_Second.dat</c> (MJD).</summary>
/// <param name="Entries">First day of each value of TAI - UTC, s.</param>
/// <param name="Expires">Until when the list is known to be complete.</param>
internal sealed record LeapSecondList(IReadOnlyList<(DateOnly From, int Offset)> Entries, DateOnly Expires)
{
    private static readonly DateOnly s_ntp = new(1900, 1, 1), s_mjd = new(1858, 11, 17);

    /// <summary>Whether it has a step that the program's own table lacks.</summary>
    public bool KnowsMore => Entries[^1].From > LeapSecondTable.BuiltIn.LastEntry;

    /// <summary>As the time library counts by it.</summary>
    /// <param name="name">What manifests call it.</param>
    public LeapSecondTable ToTable(string name) => new(Entries, Expires, name);

    /// <summary>Null for a file of another kind.</summary>
    /// <exception cref="InputException">CN6121: it contradicts what is known, or lacks its date of expiry; CN3000: there is no such file.</exception>
    public static LeapSecondList? TryRead(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(path), "there is no such file", "check the path"));
        }

        if (new FileInfo(path).Length > 1 << 20)
        {
            return null;
        }

        string[] lines = File.ReadAllLines(path);
        bool ntp = lines.Any(l => l.StartsWith("#@", StringComparison.Ordinal)), mjd = lines.Any(l => l.Contains("File expires on", StringComparison.Ordinal));
        if (!ntp && !mjd)
        {
            return null;
        }

        List<(DateOnly, int)> entries = [];
        DateOnly? expires = null;
        foreach ((int i, string line) in lines.Index())
        {
            string[] fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith("#@", StringComparison.Ordinal) && fields.Length == 2 && Days(fields[1], out int last))
            {
                expires = s_ntp.AddDays(last);
            }
            else if (line.Contains("File expires on", StringComparison.Ordinal)
                && DateOnly.TryParse(line[(line.IndexOf(" on ", StringComparison.Ordinal) + 4)..].Trim(), CultureInfo.InvariantCulture, out DateOnly day))
            {
                expires = day;
            }
            else if (!line.StartsWith('#') && fields.Length > 1)
            {
                int value = 0, from = 0;
                bool good = ntp ? Days(fields[0], out from) && int.TryParse(fields[1], out value) : ModifiedJulianDay(fields[0], out from) && int.TryParse(fields[^1], out value);
                DateOnly first = good ? (ntp ? s_ntp : s_mjd).AddDays(from) : default;
                if (!good || !Follows(first, value, entries))
                {
                    throw new InputException(Diagnostic.Error("CN6121", new SourceSpan(path, i + 1, 1), "is no value of TAI - UTC that follows from those known", "fetch the list anew"));
                }

                entries.Add((first, value));
            }
        }

        return entries.Count > 0 && expires is { } until
            ? new(entries, until)
            : throw new InputException(Diagnostic.Error("CN6121", new SourceSpan(path), "the list of leap seconds has no values or no date of expiry", "fetch the list anew"));
    }

    /// <summary>Whether a value goes on from the one before, and agrees with the program's own table or goes on from that: a list may begin late, but lacks no step.</summary>
    private static bool Follows(DateOnly first, int value, List<(DateOnly From, int Offset)> before)
    {
        LeapSecondTable known = LeapSecondTable.BuiltIn;
        int day = first.DayNumber - new DateOnly(2000, 1, 1).DayNumber;
        if (day < known.FirstDay || (before.Count > 0 && (first <= before[^1].From || Math.Abs(value - before[^1].Offset) != 1)))
        {
            return false;
        }

        return first <= known.LastEntry ? known.OnDay(day) == value : (before.Count > 0 && before[^1].From > known.LastEntry) || Math.Abs(value - known.OnDay(day)) == 1;
    }

    private static bool ModifiedJulianDay(string text, out int days)
    {
        bool good = double.TryParse(text, CultureInfo.InvariantCulture, out double d) && d >= 0 && d <= DateOnly.MaxValue.DayNumber - s_mjd.DayNumber && d == Math.Floor(d);
        days = good ? (int)d : 0;
        return good;
    }

    private static bool Days(string seconds, out int days)
    {
        bool good = long.TryParse(seconds, out long s) && s % 86_400 == 0 && s is > 0 and < 1L << 36;
        days = good ? (int)(s / 86_400) : 0;
        return good;
    }
}
