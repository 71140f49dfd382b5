using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

/// <summary>The chain on precise orbits, clocks and messages of real days.</summary>
public class RealDataChainTests(ITestOutputHelper output)
{
    private static readonly string[] s_small = ["control.warm_up=6h", "time.duration=2h", "users.grid_step_deg=30"];

    /// <summary>Two days of another analysis centre's making, 1 min orbits and 30 s clocks; the second one's clock reference jumps by 300 ns many times.</summary>
    [Theory, InlineData("WUM0MGXRAP_20200010000"), InlineData("WUM0MGXRAP_20212100000")]
    public void Crosslinks_determine_real_orbits_and_clocks(string product)
    {
        string sp3 = TestData.Shared($"data/sp3/{product}_01D_01M_ORB.SP3.gz"), clk = TestData.Shared($"data/clk/{product}_01D_30S_CLK.CLK.gz");
        RunResult run = Chain.Run("beidou-3", [.. s_small, $"orbits.source=sp3:{sp3}", $"clocks.source=clk:{clk}", "broadcast.signal_bias_sigma_m=0"]);
        double radial = run.Summary("odts_radial_rms", "all"), clock = run.Summary("odts_clock_rms", "all"), sisre = run.Summary("sisre_rms", "all");
        output.WriteLine($"{run.Manifest.Satellites.Count} satellites: radial {radial:F3} m, clock {clock:F3} m, SISRE {sisre:F3} m; {string.Join("; ", run.Manifest.Notes)}");
        Assert.Equal("simulated", run.Manifest.Stages["control"]);
        Assert.StartsWith("sp3:", run.Manifest.Stages["orbits"], StringComparison.Ordinal);

        // Published for crosslinks and one anchor: radial 2 to 4 cm, clock residual 5 cm; an hour of prediction adds a few centimetres.
        Assert.InRange(radial, 0.002, 0.05);
        Assert.InRange(clock, 0.005, 0.08);
        Assert.InRange(sisre, 0.01, 0.15);
    }

    /// <summary>GPS and Galileo of a day with 5 min orbits and clocks through a ground network: 2 h of age and code ranges leave decimetres.</summary>
    [Theory, InlineData("gps", 0.6), InlineData("galileo", 0.4)]
    public void Ground_networks_determine_real_orbits_and_clocks(string scenario, double bound)
    {
        string sp3 = TestData.Shared("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz");
        RunResult run = Chain.Run(scenario, [.. s_small, $"orbits.source=sp3:{sp3}", $"clocks.source=sp3:{sp3}", "broadcast.upload_interval=2h", "broadcast.signal_bias_sigma_m=0"]);
        double sisre = run.Summary("sisre_rms", "all");
        output.WriteLine($"{scenario}: SISRE {sisre:F3} m");
        Assert.InRange(sisre, 0.02, bound);
    }

    /// <summary>Real messages of a day against precise products: the published range, in which a station's file lacks what was sent below its horizon.</summary>
    [Theory, InlineData("galileo", 0.08, 0.25), InlineData("gps", 0.4, 0.8), InlineData("beidou-3", 0.4, 0.8)]
    public void Real_messages_have_the_published_error(string scenario, double from, double to)
    {
        string sp3 = TestData.Shared("data/sp3/Sta21114.sp3.gz");
        string nav = TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz") + "," + TestData.Shared("data/nav/MOJN00DNK_R_20201770000_01D_MN.rnx.gz");
        RunResult run = Chain.Run(scenario, ["users.grid_step_deg=30", $"orbits.source=sp3:{sp3}", $"clocks.source=sp3:{sp3}", $"broadcast.source=nav:{nav}"]);
        double sisre = run.Summary("sisre_rms", "all");
        output.WriteLine($"{scenario}: SISRE {sisre:F3} m, orbit only {run.Summary("sisre_orbit_rms", "all"):F3} m");
        Assert.Equal("none", run.Manifest.Stages["control"]);
        Assert.Empty(run.Odts);
        Assert.InRange(sisre, from, to);
    }

    [Fact]
    public void Files_of_another_day_are_told_apart()
    {
        string sp3 = TestData.Shared("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz");
        InputException e = Assert.Throws<InputException>(() => Chain.Run(
            "gps", [.. s_small, $"orbits.source=sp3:{sp3}", $"clocks.source=sp3:{sp3}", "time.start=2022-01-01T00:00:00GPST"]));
        Assert.Equal("CN4004", e.Diagnostics[0].Code);
        Assert.Contains("2021-03-19T23:", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Messages as the truth: the first epoch is theirs where none is given, and a satellite that they lack for a while is left out, not asked.</summary>
    [Theory, InlineData("nav"), InlineData("simulated")]
    public void Real_messages_can_be_the_truth(string orbits)
    {
        string nav = "nav:" + TestData.Shared("data/nav/BRDC00IGN_R_20190140000_01D_GN.rnx.gz");
        RunResult run = Chain.Run("gps", [.. s_small, $"orbits.source={(orbits == "nav" ? nav : orbits)}", $"clocks.source={nav}", "broadcast.upload_interval=2h"]);
        output.WriteLine($"{run.Manifest.Start}: {run.Manifest.Satellites.Count} satellites, SISRE {run.Summary("sisre_rms", "all"):F3} m; {string.Join("; ", run.Manifest.Notes)}");
        Assert.StartsWith("2019-01-14T", run.Manifest.Start, StringComparison.Ordinal);

        // Of the constellation of 2024, satellites launched after that day are not in the file; a dozen others at most have a gap of 125 min.
        Assert.InRange(run.Manifest.Satellites.Count, 12, 31);
        Assert.Contains(run.Manifest.Notes, n => n.StartsWith("left out", StringComparison.Ordinal));
        Assert.InRange(run.Summary("sisre_rms", "all"), 0.02, 5);
    }

    /// <summary>One round of measurements at the end of a clock file: nothing is asked beyond it.</summary>
    [Fact]
    public void A_single_round_at_the_end_of_a_clock_file_is_enough()
    {
        string sp3 = "sp3:" + TestData.Shared("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz");
        RunResult run = Chain.Run(
            "gps", $"orbits.source={sp3}", $"clocks.source={sp3}", "time.start=2021-03-19T23:30:00GPST", "time.duration=10min", "control.warm_up=0s", "control.interval=1h", "users.grid_step_deg=90");
        Assert.NotEmpty(run.Odts);
    }
}
