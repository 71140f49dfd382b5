using Constellation.Time;

namespace Constellation.Tests.Time;

public class EpochTests
{
    /// <summary>The same instant in several scales: offsets of the definitions (TAI-19 s, TAI-33 s, TT-TAI 32.184 s, 18 leap seconds since GPS began).</summary>
    [Theory]
    [InlineData("2024-09-20T00:00:00GPST", "2024-09-19T23:59:42Z")]
    [InlineData("2024-09-20T00:00:00GPST", "2024-09-19T23:59:46BDT")]
    [InlineData("2024-09-20T00:00:00GPST", "2024-09-20T00:00:19TAI")]
    [InlineData("2024-09-20T00:00:00GPST", "2024-09-20T00:00:51.184TT")]
    [InlineData("2024-09-20T00:00:00GPST", "2024-09-20T02:59:42GLONASST")]
    [InlineData("2024-09-20T00:00:00GPST", "2024-264T00:00:00GST")]
    [InlineData("2024-09-20T00:00:00GPST", "2332:432000")]
    [InlineData("2019-04-07T00:00:00GPST", "2048:0")]
    [InlineData("2006-01-01T00:00:00BDT", "2006-01-01T00:00:00Z")]
    [InlineData("1980-01-06T00:00:00GPST", "1980-01-06T00:00:00Z")]
    [InlineData("2017-01-01T02:59:60GLONASST", "2016-12-31T23:59:60Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:17GPST")]
    [InlineData("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:17.5GPST")]
    public void Same_instant_in_two_scales(string a, string b) => Assert.Equal(Epoch.Parse(a), Epoch.Parse(b));

    [Theory]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2016-12-31T23:59:60.123456789012345678Z")]
    [InlineData("2017-01-01T00:00:00Z")]
    [InlineData("2017-01-01T02:59:60.25GLONASST")]
    [InlineData("1972-01-01T00:00:00Z")]
    [InlineData("1950-03-01T12:00:00.000000000000000001TT")]
    [InlineData("1000-01-01T00:00:00TAI")]
    [InlineData("2999-12-31T23:59:59.999999999999999999GPST")]
    [InlineData("2024-02-29T23:59:59BDT")]
    public void Prints_what_it_read(string text)
    {
        Epoch epoch = Epoch.Parse(text);
        string scale = new([.. text.Reverse().TakeWhile(c => !char.IsAsciiDigit(c)).Reverse()]);
        Assert.Equal(text, epoch.ToString(scale == "Z" ? TimeScale.Utc : Enum.Parse<TimeScale>(scale, ignoreCase: true)));
    }

    [Theory]
    [InlineData("2024-09-20T00:00:00", "no time scale")]
    [InlineData("2015-12-31T23:59:60Z", "no second 60")]
    [InlineData("2016-12-31T23:59:60GPST", "no second 60")]
    [InlineData("2016-12-31T22:59:60Z", "no second 60")]
    [InlineData("1971-12-31T00:00:00Z", "1972")]
    [InlineData("2023-02-29T00:00:00GPST", "not a date")]
    [InlineData("2024-09-20T24:00:00GPST", "does not exist")]
    [InlineData("tomorrow", "no time scale")]
    [InlineData("2333:604800", "not a week")]
    public void Refuses_with_a_reason(string text, string reason)
    {
        Assert.False(Epoch.TryParse(text, out _, out string problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_the_calendar_days_are_named()
    {
        Assert.Equal("J2000+3652500dTAI", (Epoch.J2000 + Duration.FromDays(3_652_500)).ToString(TimeScale.Tai));
        Assert.Equal("J2000-3652500dTAI", (Epoch.J2000 - Duration.FromDays(3_652_500)).ToString(TimeScale.Tai));
    }

    [Fact]
    public void A_leap_second_lasts_one_second() =>
        Assert.Equal(Duration.FromSeconds(2), Epoch.Parse("2017-01-01T00:00:00Z") - Epoch.Parse("2016-12-31T23:59:59Z"));

    [Fact]
    public void Weeks_do_not_roll_over()
    {
        Assert.Equal((2048, Duration.Zero), Epoch.Parse("2019-04-07T00:00:00GPST").ToGps());
        Assert.Equal((1024, Duration.Zero), Epoch.Parse("2019-04-07T00:00:00GST").ToGst());
        Assert.Equal((0, Duration.Zero), Epoch.Parse("2006-01-01T00:00:00BDT").ToBdt());
        Assert.Equal(-1, Epoch.Parse("1980-01-05T23:59:59GPST").ToGps().Week);
    }

    [Fact]
    public void Date_time_and_back()
    {
        Epoch epoch = Epoch.Parse("2024-09-20T12:34:56.7891234GPST");
        Assert.Equal(epoch, Epoch.FromDateTime(epoch.ToDateTime(TimeScale.Gpst), TimeScale.Gpst));
    }

    [Theory]
    [InlineData("30s", 30), InlineData("5min", 300), InlineData("1.5h", 5400), InlineData("7d", 604800), InlineData("-2s", -2), InlineData("100ms", 0.1)]
    public void Durations_have_units(string text, double seconds) => Assert.Equal(seconds, Duration.Parse(text).TotalSeconds);

    [Theory]
    [InlineData("30"), InlineData("s"), InlineData(""), InlineData("1.2.3s"), InlineData("1e3s"), InlineData("99999999999999999999d")]
    public void Durations_without_a_unit_are_refused(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory, InlineData("-5:100"), InlineData("-5:100GPST")]
    public void Weeks_before_1980_are_negative(string text) => Assert.Equal(Epoch.FromGps(-5, Duration.FromSeconds(100)), Epoch.Parse(text));

    [Theory, InlineData("2024-09-20T00:00:-0Z"), InlineData("2024-09-20T00:00:007Z"), InlineData("2024-09-20T00:00: 7Z"), InlineData("2333:-1"), InlineData("--5:1")]
    public void Other_ways_to_write_seconds_are_refused(string text) => Assert.False(Epoch.TryParse(text, out _));

    /// <summary>1e15 weeks in attoseconds do not fit 128 bits: 562949953421312 weeks would wrap around to nothing.</summary>
    [Theory, InlineData("999999999999999w"), InlineData("562949953421312w"), InlineData("-562949953421312weeks")]
    public void Durations_beyond_the_type_are_refused(string text) => Assert.False(Duration.TryParse(text, out _));
}
