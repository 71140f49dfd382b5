using Constellation.Reporting;
using Constellation.Time;
using ScottPlot;

namespace Constellation.Tests.Reporting;

[Collection(OneAtATime.Name)]
public class NumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1.0949, "1.09")]
    [InlineData(0.32345, "0.323")]
    [InlineData(0.00012345, "0.000123")]
    [InlineData(12.34, "12.3")]
    [InlineData(1234.5, "1234")]
    [InlineData(-0.0456, "-0.0456")]
    [InlineData(5.4321e-14, "5.43e-14")]
    [InlineData(1.2e7, "1.20e7")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    public void Three_digits_are_shown(double value, string text) => Assert.Equal(text, Numbers.Text(value));

    [Theory]
    [InlineData(1, "100")]
    [InlineData(0.99999999, "99.999")]
    [InlineData(0.9998, "99.98")]
    [InlineData(0.9312, "93.1")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "–")]
    public void A_hundred_per_cent_means_all(double fraction, string text) => Assert.Equal(text, Numbers.Percent(fraction));

    [Theory]
    [InlineData(30, "30 s")]
    [InlineData(300, "5 min")]
    [InlineData(3600, "1 h")]
    [InlineData(19_200, "5.33 h")]
    [InlineData(86_400, "1 d")]
    public void Durations_have_the_unit_that_fits(double seconds, string text) => Assert.Equal(text, Numbers.Duration(seconds));

    [Theory]
    [InlineData(0, 1.9, "0.0 0.5 1.0 1.5")]
    [InlineData(0.81, 1.37, "0.9 1.0 1.1 1.2 1.3")]
    [InlineData(0, 35, "0 10 20 30")]
    [InlineData(0, 0.0042, "0.000 0.001 0.002 0.003 0.004")]
    public void Ticks_are_round_and_labels_alike(double low, double high, string labels)
    {
        using Plot plot = new();
        Ticks.Linear(plot.Axes.Left, low, high);
        plot.RenderInMemory();
        Assert.Equal(labels, string.Join(' ', plot.Axes.Left.TickGenerator.Ticks.Select(t => t.Label)));
        Assert.Equal((low, high), (plot.Axes.Left.Min, plot.Axes.Left.Max));
    }

    [Fact]
    public void Logarithmic_ticks_stand_at_their_logarithms()
    {
        using Plot plot = new();
        Ticks.Logarithmic(plot.Axes.Left, -14.2, -12.9);
        plot.RenderInMemory();
        Tick[] major = [.. plot.Axes.Left.TickGenerator.Ticks.Where(t => t.IsMajor)];
        Assert.Equal(["10⁻¹⁴", "2·10⁻¹⁴", "5·10⁻¹⁴", "10⁻¹³"], major.Select(t => t.Label));
        Assert.All(major.Zip([1e-14, 2e-14, 5e-14, 1e-13]), p => Assert.Equal(Math.Log10(p.Second), p.First.Position, 1e-12));
        Ticks.Logarithmic(plot.Axes.Left, -16, -11);
        plot.RenderInMemory();
        Assert.Equal(6, plot.Axes.Left.TickGenerator.Ticks.Count(t => t.IsMajor));
    }

    [Theory]
    [InlineData(300, 289, "h", 12.0, 144, "0 3 6 9 12 15 18 21 24")]
    [InlineData(60, 61, "min", 30.0, 30, "0 10 20 30 40 50 60")]
    [InlineData(3600, 169, "d", 3.5, 84, "0 1 2 3 4 5 6 7")]
    public void Time_runs_from_the_first_epoch(int step, int count, string unit, double place, int epoch, string labels)
    {
        EpochGrid epochs = new(SampleRun.Start, Duration.FromSeconds(step), count);
        TimeAxis time = new(epochs);
        using Plot plot = new();
        time.Apply(plot);
        plot.RenderInMemory();
        Assert.Equal($"Time since 2024-09-20 00:00 GPST ({unit})", time.Label);
        Assert.Equal(place, time.Of(new EpochGroups(count))[epoch]);
        Assert.Equal(labels, string.Join(' ', plot.Axes.Bottom.TickGenerator.Ticks.Select(t => t.Label)));
    }

    [Theory]
    [InlineData("asia-pacific", "Asia Pacific")]
    [InlineData("meo", "MEO")]
    [InlineData("new-york", "New York")]
    [InlineData("C19", "C19")]
    [InlineData("McMurdo", "McMurdo")]
    public void Scopes_read_as_people_write_them(string scope, string label) => Assert.Equal(label, Labels.Scope(scope));
}
