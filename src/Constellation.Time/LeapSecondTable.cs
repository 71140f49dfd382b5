namespace Constellation.Time;

/// <summary>TAI - UTC from 1972 on: the days from which each value holds. After the last one its value holds.</summary>
public sealed class LeapSecondTable
{
    private static readonly (int Year, int Month)[] s_dates =
    [
        (1972, 1), (1972, 7), (1973, 1), (1974, 1), (1975, 1), (1976, 1), (1977, 1), (1978, 1), (1979, 1), (1980, 1),
        (1981, 7), (1982, 7), (1983, 7), (1985, 7), (1988, 1), (1990, 1), (1991, 1), (1992, 7), (1993, 7), (1994, 7),
        (1996, 1), (1997, 7), (1999, 1), (2006, 1), (2009, 1), (2012, 7), (2015, 7), (2017, 1),
    ];

    private readonly int[] _days;                   // from 2000-01-01
    private readonly int[] _offsets;                // TAI - UTC, s

    /// <param name="entries">First day of each value of TAI - UTC (s), in order of time; neighbours differ by one second, in either direction.</param>
    /// <param name="validThrough">Until this day the table is known to be complete.</param>
    /// <param name="name">What manifests call the table.</param>
    /// <exception cref="ArgumentException">No entries, days not in order, or a step of another size.</exception>
    public LeapSecondTable(IReadOnlyList<(DateOnly From, int Offset)> entries, DateOnly validThrough, string name)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            throw new ArgumentException("a table of leap seconds has at least one entry", nameof(entries));
        }

        (Entries, ValidThrough, Name) = ([.. entries], validThrough, name);
        _days = [.. Entries.Select(e => CalendarDay.FromDate(e.From.Year, e.From.Month, e.From.Day))];
        _offsets = [.. Entries.Select(e => e.Offset)];
        for (int i = 1; i < _days.Length; i++)
        {
            if (_days[i] <= _days[i - 1] || Math.Abs(_offsets[i] - _offsets[i - 1]) != 1)
            {
                throw new ArgumentException($"the entry of {Entries[i].From:yyyy-MM-dd} is not later than the one before it by one second", nameof(entries));
            }
        }
    }

    /// <summary>The table in the assembly, as announced in IERS Bulletin C <see cref="LeapSeconds.BulletinC"/>.</summary>
    public static LeapSecondTable BuiltIn { get; } = new([.. s_dates.Select((d, i) => (new DateOnly(d.Year, d.Month, 1), 10 + i))], new(2027, 6, 28), "built in");

    public IReadOnlyList<(DateOnly From, int Offset)> Entries { get; }

    /// <summary>Until this day the table is known to be complete: expiry date of the list that the IERS published with it.</summary>
    public DateOnly ValidThrough { get; }

    public string Name { get; }

    /// <summary>First day of the newest entry.</summary>
    public DateOnly LastEntry => Entries[^1].From;

    /// <summary>Day number (days from 2000-01-01) of the first entry.</summary>
    public int FirstDay => _days[0];

    /// <summary>TAI - UTC in seconds on a UTC day (days from 2000-01-01).</summary>
    public int OnDay(int utcDay)
    {
        int index = Array.BinarySearch(_days, utcDay);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? _offsets[index] : throw new ArgumentOutOfRangeException(nameof(utcDay), utcDay, "UTC is defined here from 1972-01-01 on; use TAI or TT before");
    }

    /// <summary>This table, with the steps that another one has after its last entry; this one where the other has none.</summary>
    public LeapSecondTable ExtendedBy(LeapSecondTable? other) => other is null || other.LastEntry <= LastEntry
        ? this
        : new([.. Entries, .. other.Entries.Where(e => e.From > LastEntry)], other.ValidThrough, other.Name);
}
