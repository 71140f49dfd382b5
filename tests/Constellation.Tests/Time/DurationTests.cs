using Constellation.Time;
using CsCheck;

namespace Constellation.Tests.Time;

public class DurationTests
{
    private static readonly Gen<Duration> s_any = Gen.Select(Gen.Long[-4_000_000_000, 4_000_000_000], Gen.Long[0, 999_999_999_999_999_999]).Select((s, a) => Duration.FromSeconds(s, a));

    [Fact]
    public void Adds_and_takes_away_exactly() => Gen.Select(s_any, s_any).Sample(
        (a, b) =>
        {
            Assert.Equal(a, a + b - b);
            Assert.Equal(a + b, b + a);
            Assert.Equal(Duration.Zero, a - a);
            Assert.Equal(a, -(-a));
            Assert.Equal(a < b, (b - a) > Duration.Zero);
            Assert.Equal(a + a + a, 3 * a);
        },
        iter: 5000);

    [Fact]
    public void Text_there_and_back_is_exact() => s_any.Sample(a => Assert.Equal(a, Duration.Parse(a.ToString())), iter: 5000);

    [Fact]
    public void Division_rounds_down() => Gen.Select(s_any, Gen.Long[1, 100_000]).Sample(
        (a, step) =>
        {
            Duration b = Duration.FromSeconds(step);
            long n = Duration.FloorDivide(a, b);
            Assert.True(b * n <= a && b * (n + 1) > a);
        },
        iter: 5000);

    [Fact]
    public void Attoseconds_carry_with_either_sign()
    {
        Assert.Equal(Duration.FromSeconds(-1, 0), Duration.FromSeconds(0, -1_000_000_000_000_000_000));
        Assert.Equal((-1L, 999_999_999_999_999_999L), (Duration.FromSeconds(0, -1).WholeSeconds, Duration.FromSeconds(0, -1).Attoseconds));
        Assert.Equal("-0.000000000000000001s", Duration.FromSeconds(0, -1).ToString());
    }

    [Theory]
    [InlineData(0.1), InlineData(-0.1), InlineData(1e-18), InlineData(86400.5), InlineData(-1e9)]
    public void Doubles_there_and_back(double seconds) =>
        Check.Within(Tolerance.Of(Math.Max(Math.Abs(seconds) * 2.3e-16, 5e-19), "s", "one rounding of a double, or half an attosecond"), seconds, Duration.FromSeconds(seconds).TotalSeconds);

    [Theory]
    [InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(1e19)]
    public void Refuses_what_is_no_duration(double seconds) => Assert.Throws<ArgumentOutOfRangeException>(() => Duration.FromSeconds(seconds));

    [Theory]
    [InlineData("90s", "90s"), InlineData("300s", "5min"), InlineData("24h", "1d"), InlineData("1.5h", "90min"), InlineData("500ms", "0.5s"), InlineData("2w", "14d"), InlineData("0s", "0s"), InlineData("1ps", "0.000000000001s")]
    public void Prints_in_the_largest_whole_unit(string text, string printed) => Assert.Equal(printed, Duration.Parse(text).ToString());
}
