using System.Globalization;
using Constellation.Geodesy;

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
        string[] arguments = ["position", .. Sept, "--mode", "ppp-kinematic", "--step", "15s", "--systems", "GE", "--backward", "--zenith"];
        ProgramRun first = ProgramRun.Of(arguments), second = ProgramRun.Of(arguments);
        Assert.Equal(0, first.Status);
        Assert.Equal(first.Output, second.Output);
        Assert.EndsWith(",status,ztd_m,sigma_ztd_m,gradient_north_m,gradient_east_m", first.Lines[0], StringComparison.Ordinal);
        double zenith = double.Parse(first.Lines[^1].Split(',')[18], CultureInfo.InvariantCulture);
        Check.Within(Tolerance.Of(0.05, "m", "a quarter of an hour; 2.3 m of dry air and 5 to 20 cm of vapour in March"), 2.42, zenith, "zenith delay");
        Assert.Contains("last position of the marker", first.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CN4263", "ppp-static needs precise orbits", "--mode", "ppp-static", "--nav", "NAV")]
    [InlineData("CN4264", "corrections are simulated from precise products", "--corrections", "has", "--nav", "NAV")]
    [InlineData("CN4266", "pairs such as G1C+2W", "--mode", "ppp-static", "--sp3", "SP3", "--signals", "G1C")]
    [InlineData("CN4266", "the ionosphere-free pair is what these modes use", "--mode", "ppp-kinematic", "--sp3", "SP3", "--iono", "off")]
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

    /// <summary>The simulator and the filter share no equation of the path: two hours with noise, multipath, tides, a wandering zenith delay and receiver clock come back.</summary>
    [Fact, Trait("Category", "Long")]
    public void Simulated_observations_lead_back_to_the_truth()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}");
        try
        {
            Assert.Equal(0, ProgramRun.Of("observe", "gps", "--site", "BERL=52.5,13.4,40", "--duration", "2h", "--signals", "G1C,G2W", "-q", "-o", folder).Status);
            string[] truth = File.ReadLines(Path.Combine(folder, "BERL.truth.csv")).Last().Split(',');
            ProgramRun run = ProgramRun.Of(
                "position", Path.Combine(folder, "BERL.rnx"), "--sp3", Path.Combine(folder, "orbits.sp3"), "--clk", Path.Combine(folder, "clocks.clk"), "--mode", "ppp-static");
            Assert.Equal(0, run.Status);
            Assert.Contains("no offsets added", run.Error, StringComparison.Ordinal);
            string[] last = run.Lines[^1].Split(',');
            Check.Within(Tolerance.Of(0.04, "m", "float ambiguities of two hours; measured 0.01"), Vector(truth), Vector(last), "marker");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static Vector3d Vector(string[] f) => new(Number(f[1]), Number(f[2]), Number(f[3]));
        static double Number(string t) => double.Parse(t, CultureInfo.InvariantCulture);
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
