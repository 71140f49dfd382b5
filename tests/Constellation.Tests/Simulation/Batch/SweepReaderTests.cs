using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

public sealed class SweepReaderTests : IDisposable
{
    private readonly TinySweep _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Every_sweep_of_the_library_can_be_read()
    {
        string[] names = [.. EphemerisLibrary.BuiltIn.Names(LibraryKind.Sweep)];
        Assert.Equal(["autonomy", "clock-swap", "failures-and-spares", "four-systems", "isl-on-off", "satellites-59-60"], names);
        foreach (string name in names)
        {
            SweepDefinition sweep = SweepReader.Read(name).ValueOrThrow();
            Assert.True(sweep.Points.Count > 1, name);
            Assert.NotEmpty(sweep.Question);
        }

        Assert.Equal(1000, SweepReader.Read("clock-swap").ValueOrThrow().Runs);
    }

    [Fact]
    public void A_grid_has_every_combination_with_the_last_axis_fastest()
    {
        SweepDefinition sweep = Good("[[axes]]\npath = \"users.mask_deg\"\nvalues = [5, 10]\n[[axes]]\npath = \"control.warm_up\"\nvalues = [\"10min\", \"20min\", \"30min\"]");
        Assert.Equal(6, sweep.Points.Count);
        Assert.Equal(["5, 10min", "5, 20min", "5, 30min", "10, 10min", "10, 20min", "10, 30min"], Enumerable.Range(0, 6).Select(i => sweep.Points[i].Name));
        Assert.Equal(["users.mask_deg=10", "control.warm_up=\"20min\""], sweep.SettingsOf(sweep.Points[4]));
    }

    [Fact]
    public void A_zip_goes_on_together()
    {
        SweepDefinition sweep = Good("[[axes]]\npath = \"users.mask_deg\"\nfrom = 5\nto = 15\nstep = 5\n[[axes]]\npath = \"control.warm_up\"\nvalues = [\"10min\", \"20min\", \"30min\"]", "design = \"zip\"");
        Assert.Equal(["5, 10min", "10, 20min", "15, 30min"], Enumerable.Range(0, 3).Select(i => sweep.Points[i].Name));
    }

    /// <summary>Every stratum of every axis is met once: the defining property of the design.</summary>
    [Fact]
    public void A_latin_hypercube_meets_every_stratum_once()
    {
        SweepDefinition sweep = Good("[[axes]]\npath = \"users.mask_deg\"\nfrom = 0\nto = 10\n[[axes]]\npath = \"users.noise_scale\"\nfrom = 1\nto = 2", "design = \"latin-hypercube\"\nsamples = 10");
        Assert.Equal(10, sweep.Points.Count);
        SweepPoint[] points = [.. Enumerable.Range(0, 10).Select(i => sweep.Points[i])];
        Assert.Equal(Enumerable.Range(0, 10).Select(k => k + 0.5), points.Select(p => double.Parse(p.Levels[0].Name)).Order());
        Assert.Equal(10, points.Select(p => p.Levels[1].Name).Distinct().Count());
        Assert.NotEqual(points.Select(p => p.Levels[0].Name), points.Select(p => p.Levels[0].Name).OrderBy(double.Parse));
    }

    [Fact]
    public void A_list_has_the_points_that_are_written()
    {
        SweepDefinition sweep = _tiny.Read("title = \"t\"\nscenario = \"tiny.toml\"\ndesign = \"list\"\n[[points]]\nname = \"a\"\nset.users.mask_deg = 5\n[[points]]\nname = \"b\"\nset.users.mask_deg = 10\nset.control.warm_up = \"10min\"").ValueOrThrow();
        Assert.Equal(["a", "b"], Enumerable.Range(0, sweep.Points.Count).Select(i => sweep.Points[i].Name));
        Assert.Equal(["users.mask_deg=10", "control.warm_up=\"10min\""], sweep.SettingsOf(sweep.Points[1]));
    }

    [Theory]
    [InlineData("[[axes]]\nname = \"a\"\npath = \"users.mask_deg\"", "(3,3): error CN6001: axis 'a' has no levels")]
    [InlineData("[[axes]]\npath = \"users.mask_deg\"\nvalues = []", "(5,10): error CN6001: axis 'users.mask_deg' has no levels")]
    [InlineData("[[axes]]\npath = \"users.mask_deg\"\nfrom = 5\nto = 1\nstep = 1", "(5,8): error CN6002: the range cannot be cut")]
    [InlineData("[[axes]]\npath = \"users.mask\"\nvalues = [5, 10]", "(5,11): error CN6003: 'users.mask' matches no key of a scenario: unknown key 'mask' in 'users'")]
    [InlineData("[[axes]]\nname = \"draw\"\npath = \"seed\"\nvalues = [1, 2]", "(6,11): error CN6004: the seed of a run is that of its draw, the same at every point; give the sweep's seeds and first_seed instead")]
    [InlineData("[[axes]]\npath = \"users.mask_deg\"\nvalues = [5, 100]", "(5,14): error CN6004: the scenario refuses it: 'users.mask_deg' = 100 is outside 0 to 89")]
    [InlineData("[[axes]]\npath = \"constellation.satellites\"\nvalues = [\"C19-C22\", \"G01\"]", "(5,22): error CN6004: the scenario refuses it")]
    [InlineData("[[axes]]\npath = \"users.mask_deg\"\nvalues = [5, 5.0]", "(5,10): error CN6009: '5' is given 2 times")]
    [InlineData("[[axes]]\nname = \"seed\"\npath = \"users.mask_deg\"\nvalues = [5, 6]", "(4,8): error CN6009: 'seed' is no name of an axis")]
    [InlineData("[[axes]]\npath = \"users.mask_deg\"\nvalues = [5, 6]\nvalue = 3", "(6,1): error CN2002: unknown key 'value' in 'axes'")]
    [InlineData("metrics = [\"sisre\"]", "(3,12): error CN6007: 'sisre' is none of the metrics")]
    [InlineData("design = \"zip\"\n[[axes]]\npath = \"users.mask_deg\"\nvalues = [5, 6]\n[[axes]]\npath = \"users.noise_scale\"\nvalues = [1]", "(3,10): error CN6008: axes of a zip go on together and have different lengths")]
    [InlineData("design = \"latin-hypercube\"\n[[axes]]\npath = \"users.mask_deg\"\nvalues = [5, 6]", "(3,10): error CN6008: a latin-hypercube without a number of points")]
    [InlineData("design = \"list\"", "(3,10): error CN6008: a list without points")]
    public void What_is_wrong_is_told_with_its_place(string body, string expected)
    {
        string all = string.Join('\n', _tiny.Read("title = \"t\"\nscenario = \"tiny.toml\"\n" + body).Diagnostics);
        Assert.Contains(_tiny.FilePath + expected, all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_million_points_are_refused_at_once()
    {
        string axis(string path) => $"[[axes]]\npath = \"{path}\"\nfrom = 1\nto = 2\ncount = 1000\n";
        string text = "title = \"t\"\nscenario = \"tiny.toml\"\n" + axis("users.noise_scale") + axis("links.noise_scale") + axis("links.delay_scale");
        Assert.Contains("error CN6006: the axes make 1000000000 points (1000 x 1000 x 1000); at most 1000000 are taken", Assert.Single(_tiny.Read(text).Diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Contains("error CN6006: 2 points with 9000000 seeds each are 18000000 runs", Assert.Single(_tiny.Read(TinySweep.Sweep.Replace("seeds = 3", "seeds = 9000000", StringComparison.Ordinal)).Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_axis_that_changes_nothing_is_told() => Assert.Contains(
        "error CN6005: axis 'a' changes nothing", Assert.Single(_tiny.Read("title = \"t\"\nscenario = \"tiny.toml\"\n[[axes]]\nname = \"a\"\n[[axes.alternatives]]\nname = \"x\"\nset.users.mask_deg = 5\n[[axes.alternatives]]\nname = \"y\"\nset.users.mask_deg = 5.0").Diagnostics).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_scenario_is_not_a_sweep()
    {
        Assert.Equal("beidou-3: error CN6000: is a scenario, not a sweep; run it with 'constellation run beidou-3', or write a sweep file that begins with scenario = \"beidou-3\"", Assert.Single(SweepReader.Read("beidou-3").Diagnostics).ToString());
        Assert.StartsWith("clock-swop: error CN6000: is neither a sweep of the library nor a file; known: autonomy, clock-swap", Assert.Single(SweepReader.Read("clock-swop").Diagnostics).ToString(), StringComparison.Ordinal);
    }

    private SweepDefinition Good(string axes, string head = "") => _tiny.Read($"title = \"t\"\nscenario = \"tiny.toml\"\n{head}\n{axes}").ValueOrThrow();
}
