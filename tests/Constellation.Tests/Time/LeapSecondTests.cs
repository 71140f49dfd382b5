using System.Globalization;
using Constellation.Time;

namespace Constellation.Tests.Time;

public class LeapSecondTests
{
    public static TheoryData<string> LastDaysWithLeapSecond =>
    [
        "1972-06-30", "1972-12-31", "1973-12-31", "1974-12-31", "1975-12-31", "1976-12-31", "1977-12-31", "1978-12-31", "1979-12-31",
        "1981-06-30", "1982-06-30", "1983-06-30", "1985-06-30", "1987-12-31", "1989-12-31", "1990-12-31", "1992-06-30", "1993-06-30", "1994-06-30",
        "1995-12-31", "1997-06-30", "1998-12-31", "2005-12-31", "2008-12-31", "2012-06-30", "2015-06-30", "2016-12-31",
    ];

    /// <summary>Calendar readings of UTC against ERFA dtf2d, utctai and dat; the script is data/time/erfa_time.py.</summary>
    [Fact]
    public void Matches_Erfa()
    {
        int rows = 0;
        foreach (int[] r in File.ReadLines(TestData.Local("time/erfa_utc.csv")).Skip(1).Select(l => Array.ConvertAll(l.Split(','), v => int.Parse(v, CultureInfo.InvariantCulture))))
        {
            Epoch epoch = Epoch.FromCalendar(r[0], r[1], r[2], r[3], r[4], Duration.FromSeconds(r[5]), TimeScale.Utc);
            ScaleReading tai = epoch.In(TimeScale.Tai), utc = epoch.In(TimeScale.Utc);
            Assert.Equal((r[6], Duration.FromSeconds(r[7])), (tai.ModifiedJulianDay, tai.SecondOfDay));
            Assert.Equal((r[0], r[1], r[2], r[3], r[4], r[5]), (utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second));
            Assert.Equal(r[8], LeapSeconds.OnDay(utc.DayFrom2000));
            rows++;
        }

        Assert.True(rows > 200);
    }

    [Theory, MemberData(nameof(LastDaysWithLeapSecond))]
    public void Twenty_seven_days_have_a_second_more(string day)
    {
        Epoch before = Epoch.Parse(day + "T23:59:59Z"), inside = Epoch.Parse(day + "T23:59:60.999999999999999999Z");
        Assert.Equal(day + "T23:59:60Z", (before + Duration.FromSeconds(1)).ToString(TimeScale.Utc));
        Assert.Equal(day + "T23:59:60.999999999999999999Z", inside.ToString(TimeScale.Utc));
        Assert.EndsWith("T00:00:00Z", (before + Duration.FromSeconds(2)).ToString(TimeScale.Utc), StringComparison.Ordinal);
        Assert.Contains("T02:59:60", (before + Duration.FromSeconds(1)).ToString(TimeScale.Glonasst), StringComparison.Ordinal);
        Assert.Equal(86401, LeapSeconds.DayLength(before.In(TimeScale.Utc).DayFrom2000));
    }

    [Fact]
    public void No_other_half_year_has_one()
    {
        int found = 0;
        for (int year = 1972; year < 2060; year++)
        {
            foreach (string end in new[] { "06-30", "12-31" })
            {
                found += Epoch.TryParse($"{year}-{end}T23:59:60Z", out _) ? 1 : 0;
            }
        }

        Assert.Equal(27, found);
    }

    [Fact]
    public void After_the_table_the_last_value_holds() => Assert.Equal(37, LeapSeconds.OnDay(CalendarDay.FromDate(2099, 1, 1)));

    [Fact]
    public void Before_1972_Utc_is_refused_and_atomic_time_is_not()
    {
        Epoch epoch = Epoch.Parse("1969-07-20T20:17:40TAI");
        Assert.Throws<ArgumentOutOfRangeException>(() => epoch.In(TimeScale.Utc));
        Assert.Equal("1969-07-20T20:18:12.184TT", epoch.ToString(TimeScale.Tt));
    }

    [Fact]
    public void Validity_is_that_of_the_published_list()
    {
        string list = File.ReadAllText(TestData.Shared("data/eop/Leap_Second.dat"));
        Assert.Contains($"Bulletin {LeapSeconds.BulletinC} ", list, StringComparison.Ordinal);
        Assert.Contains($"File expires on {LeapSeconds.ValidThrough:d MMMM yyyy}", list, StringComparison.Ordinal);
    }
}
