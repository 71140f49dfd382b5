using System.Globalization;

namespace Constellation.Tests.Cli;

/// <summary>The precise modes of <c>position</c>, seen from outside.</summary>
public sealed class PrecisePositionVerbTests
{
    private static string[] Sept => [TestData.Shared("data/obs/SEPT078M.21O.gz"), "--sp3", TestData.Shared("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz")];

    private static readonly string[] s_site = ["--site-position", "-3962108.6617,3381309.5232,3668678.6410"];

    [Fact]
    public void Static_rows_converge_and_the_summary_tells_the_final_position_and_what_was_modelled()
    {
        ProgramRun run = ProgramRun.Of(["position", .. Sept, "--bia", TestData.Shared("data/bias/COD0MGXFIN_20210780000_01D_01D_OSB.BIA.gz"), "--mode", "ppp-static", "--step", "10s", .. s_site]);
        Assert.Equal(0, run.Status);
        Assert.Equal(1 + 90, run.Lines.Length);
        double[] sigmas = [.. run.Lines[1..].Select(l => double.Parse(l.Split(',')[14], CultureInfo.InvariantCulture))];
        Assert.True(sigmas[^1] < 0.1 * sigmas[0], "the static position converges");
        Assert.EndsWith(",converging", run.Lines[1], StringComparison.Ordinal);
        Assert.Contains("final position of the marker (2021-03-19T12:14:50 GPST)", run.Error, StringComparison.Ordinal);
        Assert.Contains("code biases of the product applied", run.Error, StringComparison.Ordinal);
        Assert.Contains("ocean loading left in (no --blq)", run.Error, StringComparison.Ordinal);
        Assert.Contains("no calibration", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The antenna of SEPT is at its marker; a height of it would show. The same bytes come out twice.</summary>
    [Fact]
    public void Kinematic_rows_are_the_same_twice()
    {
        string[] arguments = ["position", .. Sept, "--mode", "ppp-kinematic", "--step", "15s", "--systems", "GE"];
        ProgramRun first = ProgramRun.Of(arguments), second = ProgramRun.Of(arguments);
        Assert.Equal(0, first.Status);
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("last position of the marker", first.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CN4263", "ppp-static needs precise orbits", "--mode", "ppp-static", "--nav", "NAV")]
    [InlineData("CN4264", "corrections are simulated from precise products", "--corrections", "has", "--nav", "NAV")]
    [InlineData("CN4265", "do not go with orbits from 2021-03-19", "--sp3", "SP3", "--clk", "CLK")]
    [InlineData("CN4264", "corrections are added to navigation messages", "--corrections", "b2b", "--sp3", "SP3")]
    public void What_is_missing_is_told(string code, string problem, params string[] arguments)
    {
        string nav = TestData.Shared("data/nav/SEPT078M.21P"), sp3 = Sept[2];
        ProgramRun run = ProgramRun.Of(["position", Sept[0], .. arguments.Select(a => a == "NAV" ? nav : a == "SP3" ? sp3 : a == "CLK" ? TestData.Shared("data/clk/COD0MGXFIN_20240900000_01D_30S_CLK_short.CLK.gz") : a)]);
        Assert.Equal(2, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_station_that_the_loading_file_lacks_is_told()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.blq"), zeros = string.Join(' ', Enumerable.Repeat("0.0", 11));
        File.WriteAllLines(file, ["$$ test", "  ONSA", .. Enumerable.Repeat("  " + zeros, 6)]);
        try
        {
            ProgramRun run = ProgramRun.Of(["position", .. Sept, "--mode", "ppp-static", "--blq", file]);
            Assert.Equal(2, run.Status);
            Assert.Contains("CN4262", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
