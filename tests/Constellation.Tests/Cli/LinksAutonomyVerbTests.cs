using System.Globalization;

namespace Constellation.Tests.Cli;

public class LinksAutonomyVerbTests
{
    private static readonly string[] s_small = ["--set", "constellation.satellites=C19,C21,C23,C25,C28,C30,C32,C35,C37", "--set", "control.warm_up=6h", "--set", "control.interval=30min"];

    [Fact]
    public void A_row_a_day_whose_parts_add_up()
    {
        ProgramRun run = ProgramRun.Of(["links", "isl+anchor", "--what", "autonomy", "--days", "2", .. s_small]);
        Assert.Equal(0, run.Status);
        string[] header = run.Lines[0].Split(',');
        Assert.Equal(["epoch_gpst", "days", "ure_m", "internal_m", "rotation_m", "time_m"], header.Take(6));
        Assert.Equal(3, run.Lines.Length);
        foreach (string line in run.Lines.Skip(1))
        {
            double[] v = [.. line.Split(',').Skip(1).Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
            Check.Within(Tolerance.Of(1e-9, "m^2", "rounding"), v[1] * v[1], (v[2] * v[2]) + (v[3] * v[3]) + (v[4] * v[4]), line);
        }

        Assert.Contains("2 days without the ground", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CN2005", "--days", "200")]
    [InlineData("CN2005", "--days", "-1")]
    [InlineData("CN2205", "--set", "constellation.satellites=[]")]
    [InlineData("CN2210", "--set", "links.payload=none")]
    [InlineData("CN2210", "--set", "links.without=C")]
    [InlineData("CN2210", "--set", "control.anchors=50")]
    [InlineData("CN2005", "--set", "control.segment=anchor+moon")]
    [InlineData("CN2005", "--set", "control.orientation_age=200d")]
    [InlineData("CN2219", "--set", "control.orientation=linear", "--set", "time.start=2031-01-01T00:00:00GPST")]
    [InlineData("CN4061", "--set", "control.segment=ground-regional")]
    [InlineData("CN4062", "--set", "autonomy.anchors=3")]
    [InlineData("CN4063", "--step", "1s")]
    public void Wrong_input_is_exit_2(string code, params string[] options)
    {
        ProgramRun run = ProgramRun.Of(["links", "isl+anchor", "--what", "autonomy", .. options]);
        Assert.Equal(2, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Clocks_are_tabulated_round_by_round()
    {
        ProgramRun run = ProgramRun.Of(["links", "isl+anchor", "--what", "clocks", "--stop", "2024-09-20T01:00:00GPST", .. s_small]);
        Assert.Equal(0, run.Status);
        Assert.Equal("epoch_gpst,sat,clock_m,error_m", run.Lines[0]);
        Assert.Equal(1 + (3 * 9), run.Lines.Length);
        Assert.Contains("noise of a compared clock", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A satellite without a terminal has no usable pair, in the tables of visibility as in measurements.</summary>
    [Fact]
    public void A_satellite_without_a_terminal_links_with_nobody()
    {
        ProgramRun run = ProgramRun.Of("links", "beidou-3", "--what", "visibility", "--stop", "2024-09-20T00:30:00GPST", "--set", "links.without=C19,C59");
        Assert.Equal(0, run.Status);
        string[][] usable = [.. run.Lines.Skip(1).Select(l => l.Split(',')).Where(f => f[^1] == "1")];
        Assert.NotEmpty(usable);
        Assert.DoesNotContain(usable, f => f[1] is "C19" or "C59" || f[2] is "C19" or "C59");
    }
}
