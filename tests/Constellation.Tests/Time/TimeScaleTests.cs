using System.Globalization;
using Constellation.Time;
using CsCheck;

namespace Constellation.Tests.Time;

public class TimeScaleTests
{
    private static readonly Gen<Duration> s_offsets = Gen.Select(Gen.Long[-850_000_000, 3_000_000_000], Gen.Long[0, 999_999_999_999_999_999]).Select((s, a) => Duration.FromSeconds(s, a));

    private static readonly Gen<TimeScale> s_exactScales =
        Gen.Int[0, 7].Select(i => new[] { TimeScale.Tai, TimeScale.Tt, TimeScale.Utc, TimeScale.Gpst, TimeScale.Bdt, TimeScale.Gst, TimeScale.Glonasst, TimeScale.Qzsst }[i]);

    [Fact]
    public void Text_there_and_back_is_exact() => Gen.Select(s_offsets, s_exactScales).Sample(
        (offset, scale) => Assert.Equal(Epoch.J2000 + offset, Epoch.Parse((Epoch.J2000 + offset).ToString(scale))), iter: 5000);

    /// <summary>Every second around every leap second, forward: readings never repeat and never fall.</summary>
    [Fact]
    public void Readings_order_as_instants_do() => Gen.Select(s_offsets, Gen.Long[1, 200_000]).Sample(
        (offset, later) =>
        {
            Epoch a = Epoch.J2000 + offset, b = a + Duration.FromSeconds(later);
            Assert.True(string.CompareOrdinal(a.ToString(TimeScale.Utc, 18), b.ToString(TimeScale.Utc, 18)) < 0);
        },
        iter: 5000);

    [Fact]
    public void Weeks_there_and_back_are_exact() => s_offsets.Sample(
        offset =>
        {
            Epoch epoch = Epoch.J2000 + offset;
            (int gps, Duration gpsSecond) = epoch.ToGps();
            (int bdt, Duration bdtSecond) = epoch.ToBdt();
            (int gst, Duration gstSecond) = epoch.ToGst();
            Assert.Equal(epoch, Epoch.FromGps(gps, gpsSecond));
            Assert.Equal(epoch, Epoch.FromBdt(bdt, bdtSecond));
            Assert.Equal(epoch, Epoch.FromGst(gst, gstSecond));
            Assert.Equal(1024, gps - gst);
            Assert.True(gpsSecond >= Duration.Zero && gpsSecond < Duration.FromWeeks(1));
        },
        iter: 5000);

    [Fact]
    public void Days_there_and_back_are_exact() => Gen.Select(s_offsets, s_exactScales).Sample(
        (offset, scale) =>
        {
            Epoch epoch = Epoch.J2000 + offset;
            ScaleReading r = epoch.In(scale);
            if (!r.IsLeapSecond)
            {
                Assert.Equal(epoch, Epoch.FromMjd(r.ModifiedJulianDay, r.SecondOfDay, scale));
                Assert.Equal(epoch, Epoch.FromDayOfYear(r.Year, r.DayOfYear, r.SecondOfDay, scale));
            }
        },
        iter: 5000);

    [Fact]
    public void The_fast_path_for_files_equals_the_calendar() => Gen.Select(Gen.Int[1980, 2100], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 86399]).Sample(
        (year, month, day, second) => Assert.Equal(
            Epoch.FromCalendar(year, month, day, second / 3600, second / 60 % 60, Duration.FromSeconds(second % 60), TimeScale.Gpst),
            Epoch.FromGpsCalendar(year, month, day, second / 3600, second / 60 % 60, second % 60)),
        iter: 5000);

    [Theory]
    [InlineData(2024, 13, 1, 0, 0, 0), InlineData(2023, 2, 29, 0, 0, 0), InlineData(2024, 1, 1, 24, 0, 0), InlineData(2024, 1, 1, 0, 60, 0), InlineData(2024, 1, 1, 0, 0, 60), InlineData(2024, 1, 1, 0, -1, 0)]
    public void The_fast_path_refuses_what_does_not_exist(int year, int month, int day, int hour, int minute, int second) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Epoch.FromGpsCalendar(year, month, day, hour, minute, second));

    [Fact]
    public void Julian_days_begin_at_noon()
    {
        Assert.Equal(Epoch.J2000, Epoch.FromJulianDay(2451545, Duration.Zero, TimeScale.Tt));
        Assert.Equal(Epoch.Parse("2000-01-02T00:00:00TT"), Epoch.FromJulianDay(2451545, Duration.FromHours(12), TimeScale.Tt));
        Assert.Equal(Epoch.Parse("2000-01-01T23:59:59TT"), Epoch.FromJulianDay(2451545, Duration.FromSeconds(43199), TimeScale.Tt));
        Assert.Equal(2451545.0, Epoch.J2000.In(TimeScale.Tt).JulianDate);
        Assert.Equal(51544.5, Epoch.J2000.In(TimeScale.Tt).Mjd);
    }

    /// <summary>Week rollovers of the broadcast counters: 10 bits of GPS (1999, 2019), 13 bits of BDT are far; ours count on.</summary>
    [Theory]
    [InlineData("1999-08-22T00:00:00GPST", 1024), InlineData("2019-04-07T00:00:00GPST", 2048), InlineData("2038-11-21T00:00:00GPST", 3072), InlineData("1980-01-06T00:00:00GPST", 0)]
    public void Weeks_count_on_over_rollovers(string text, int week)
    {
        Epoch epoch = Epoch.Parse(text);
        Assert.Equal((week, Duration.Zero), epoch.ToGps());
        Assert.Equal((week - 1, Duration.FromSeconds(604799)), (epoch - Duration.FromSeconds(1)).ToGps());
    }

    /// <summary>N4 and NT: the interval from 2020 is the seventh, 2021-01-01 its day 367.</summary>
    [Theory]
    [InlineData("1996-01-01T00:00:00GLONASST", 1, 1, 0), InlineData("2020-01-01T00:00:00GLONASST", 7, 1, 0), InlineData("2021-01-01T00:15:00GLONASST", 7, 367, 900)]
    [InlineData("2023-12-31T23:45:00GLONASST", 7, 1461, 85500), InlineData("2024-02-29T03:00:00GLONASST", 8, 60, 10800)]
    public void Glonass_counts_four_years(string text, int interval, int day, int second)
    {
        Assert.Equal(Epoch.Parse(text), Epoch.FromGlonass(interval, day, Duration.FromSeconds(second)));
        Assert.Equal((interval, day, Duration.FromSeconds(second)), Epoch.Parse(text).ToGlonass());
    }

    /// <summary>ERFA dtdb has 787 terms, ours the seven largest of the same series; 400 epochs of 1950 to 2050, the script is data/time/erfa_time.py.</summary>
    [Fact]
    public void Tdb_is_within_ten_microseconds_of_Erfa()
    {
        foreach (double[] row in File.ReadLines(TestData.Local("time/erfa_tdb.csv")).Skip(1).Select(l => Array.ConvertAll(l.Split(','), v => double.Parse(v, CultureInfo.InvariantCulture))))
        {
            Epoch epoch = Epoch.FromJ2000(Duration.FromSeconds(row[0]));
            Check.Within(Tolerance.Of(10e-6, "s", "stated: terms left out of the series"), row[1], DynamicalTime.TdbMinusTt(epoch).TotalSeconds, "TDB - TT");
        }
    }

    [Fact]
    public void Tdb_there_and_back() => s_offsets.Sample(
        offset =>
        {
            Epoch epoch = Epoch.J2000 + offset;
            ScaleReading r = epoch.In(TimeScale.Tdb);
            Duration back = Epoch.FromMjd(r.ModifiedJulianDay, r.SecondOfDay, TimeScale.Tdb) - epoch;
            Check.Within(Tolerance.Of(1e-15, "s", "the series is evaluated at a double of 1e9 s: 5e-7 s times its rate of 3e-10"), 0, back.TotalSeconds);
        },
        iter: 2000);
}
