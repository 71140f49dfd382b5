using System.Globalization;
using Constellation.Cli;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Formats.Sp3;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public class LinksVerbTests
{
    private const string Header = "epoch_gpst,sat_a,sat_b,range_m,grazing_height_m,angle_a_deg,angle_b_deg,usable";

    private sealed record Row(string Epoch, string A, string B, double Range, double Height, double AngleA, double AngleB, bool Usable);

    /// <summary>
    /// [reference isl.md] geometry, rays 95 km above the Earth, terminals to 60 degrees off nadir: medium orbits range 27 907 to 54 290 km, 15 to 18 partners,
    /// mean 16.3, with the others 15 to 24, mean 19.4; to geostationary and inclined ones up to 68 807 km. The reference's orbits are rounded and
    /// spherical: 10 km; a day in steps of 10 min is not a whole repeat of the tracks: 0.1 partners (0.05 from printing).
    /// </summary>
    [Fact]
    public void Visibility_of_the_hybrid_constellation_is_that_of_the_reference()
    {
        string payload = Payload(95e3);
        try
        {
            Row[] rows = Visibility("beidou-3", "--step", "10min", "--set", $"links.payload={payload}");
            Assert.Equal(145 * 435, rows.Length);
            Dictionary<string, OrbitClass> classes = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new("test")).Satellites.ToDictionary(s => s.Id.ToString(), s => s.OrbitClass);
            bool medium(string sat) => classes[sat] == OrbitClass.Meo;
            Row[] usable = [.. rows.Where(r => r.Usable)], between = [.. usable.Where(r => medium(r.A) && medium(r.B))], mixed = [.. usable.Where(r => medium(r.A) != medium(r.B))];
            Tolerance rounded = Tolerance.Of(10, "km", "the reference's orbits are spherical and its ranges rounded");
            Check.Within(rounded, 27_907, between.Min(r => r.Range) / 1e3, "shortest range");
            Check.Within(rounded, 54_290, between.Max(r => r.Range) / 1e3, "longest range");
            Check.Within(Tolerance.Of(30, "km", "sampled every 10 min at up to 0.1 km/s of slow crossing"), 68_807, mixed.Max(r => r.Range) / 1e3, "longest range to GEO and IGSO");

            Tolerance day = Tolerance.Of(0.1, "partners", "printed to 0.1, and a day is not the whole repeat of seven");
            Check.Within(day, 16.3, Partners(between, medium).Average(), "medium partners");
            Check.Within(day, 19.4, Partners(usable, medium).Average(), "partners");
            Assert.Equal((15, 18), (Partners(between, medium).Min(), Partners(between, medium).Max()));
            Assert.Equal((15, 24), (Partners(usable, medium).Min(), Partners(usable, medium).Max()));
        }
        finally
        {
            File.Delete(payload);
        }
    }

    [Fact]
    public void Usable_is_what_height_and_angles_say()
    {
        Row[] rows = Visibility("beidou-3", "--stop", "2024-09-20T01:00:00GPST", "--step", "15min");
        Assert.Equal(5 * 435, rows.Length);
        Assert.All(rows, r => Assert.Equal(r.Height >= 1e6 && r.AngleA <= 60 && r.AngleB <= 60, r.Usable));
        Assert.Contains(rows, r => r.Height < 0);
        Assert.Contains(rows, r => r.Usable);
    }

    [Fact]
    public void Epochs_and_satellites_are_those_asked_for()
    {
        Row[] rows = Visibility("beidou-3", "--start", "2024-09-21T00:00:00GPST", "--stop", "2024-09-21T00:02:00GPST", "--step", "1min", "--set", "constellation.satellites=C19-C21");
        Assert.Equal(["2024-09-21T00:00:00.000000000", "2024-09-21T00:01:00.000000000", "2024-09-21T00:02:00.000000000"], rows.Select(r => r.Epoch).Distinct());
        Assert.Equal(["C19 C20", "C19 C21", "C20 C21"], rows.Select(r => $"{r.A} {r.B}").Distinct());
    }

    /// <summary>A satellite above the anchor's mask is nearer than the one at the horizon; the angle at the station is 90 degrees plus the elevation within the flattening, 0.2 degrees.</summary>
    [Fact]
    public void Anchors_come_under_their_names_where_they_are_wanted()
    {
        Row[] rows = [.. Visibility("beidou-3", "--anchors", "--stop", "2024-09-20T03:00:00GPST").Where(r => r.B == "beijing")];
        Assert.Equal(37 * 30, rows.Length);
        Assert.All(rows.Where(r => r.Usable), r => Assert.True(r.AngleB > 99.8 && r.Height > -1, r.ToString()));
        Assert.All(rows.Where(r => !r.Usable), r => Assert.True(r.AngleB < 100.2, r.ToString()));
        Assert.Contains(rows, r => r.Usable);
        Assert.Contains(rows, r => !r.Usable);
    }

    /// <summary>Published: grazing rays reach 68 850 km from medium to geosynchronous orbit; every minute the longest is missed by up to 60 s times 3.5 km/s of their slant past the Earth.</summary>
    [Fact]
    public void The_grazing_height_can_be_set()
    {
        Row[] usable = [.. Visibility("beidou-3", "--grazing-height", "0km", "--set", "constellation.satellites=C19-C22,C59-C61", "--step", "1min").Where(r => r.Usable)];
        Check.Within(Tolerance.Of(50, "km", "one minute at up to 1 km/s along the line"), 68_850, usable.Max(r => r.Range) / 1e3, "longest");
        Assert.InRange(usable.Min(r => r.Height), 0, 50e3);
    }

    [Fact]
    public void Without_terminals_no_pair_is_usable() =>
        Assert.DoesNotContain(Visibility("gps", "--stop", "2024-09-20T00:00:00GPST"), r => r.Usable);

    [Theory]
    [InlineData("--what", "budgets")]
    [InlineData("--what", "budget", "--set", "links.payload=none", "--set", "control.segment=ground-global")]
    [InlineData("--what", "statistics", "--plot", "pairs.jpg")]
    [InlineData("--what", "visibility", "--grazing-height", "-1km")]
    [InlineData("--what", "visibility", "--step", "0s")]
    [InlineData("--what", "visibility", "--stop", "2024-09-19T00:00:00GPST")]
    [InlineData("--what", "visibility", "--stop", "2094-09-19T00:00:00GPST", "--step", "1s")]
    [InlineData("--what", "visibility", "--set", "links.payload=no")]
    [InlineData("--what", "visibility", "--set", "constellation.satellites=C19")]
    [InlineData()]
    public void Wrong_input_is_exit_2(params string[] options) => Run(2, ["beidou-3", .. options]);

    /// <summary>Orbits read from an SP3 file: the pair of its two satellites, at distances that the file's positions give (rows at its epochs: printed to the millimetre).</summary>
    [Fact]
    public void Orbits_come_from_the_scenarios_files()
    {
        string sp3 = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".sp3");
        File.WriteAllText(sp3, Sp3Samples.Text());
        try
        {
            Sp3File file = Sp3Samples.File();
            string start = file.Epochs[0].ToString(TimeScale.Gpst), stop = file.Epochs[^1].ToString(TimeScale.Gpst);
            string[] settings = ["--set", $"orbits.source=sp3:{sp3}", "--set", "constellation.satellites=C23,C24"];
            string[] lone = [.. Run(2, ["beidou-3", "--what", "visibility", .. settings, "--start", start, "--stop", stop])];
            Assert.Empty(lone);
            Row[] rows = Visibility(["gps", "--set", $"orbits.source=sp3:{sp3}", "--set", "constellation.satellites=G05", "--anchors", "--set", "links.payload=ka-bds3", "--set", "control.segment=isl+anchor", "--start", start, "--stop", stop, "--step", "15min"]);
            Assert.Equal(12, rows.Length);
            Vector3d beijing = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(40.07, 116.27, 80)).Vector;
            for (int i = 0; i < rows.Length; i++)
            {
                Check.Within(Tolerance.Of(2e-3, "m", "positions are printed to a millimetre"), (file.Satellites[1].Positions[i] - beijing).Norm, rows[i].Range, $"range {i}");
            }
        }
        finally
        {
            File.Delete(sp3);
        }
    }

    /// <summary>Pairs once each; of 23 others in medium orbits a satellite has 8 permanent partners and 3 that it never sees, as published.</summary>
    [Fact]
    public void Statistics_of_the_hybrid_constellation_tell_permanent_and_never()
    {
        string[][] rows = [.. Run(0, ["beidou-3", "--what", "statistics", "--step", "15min"])[1..].Select(l => l.Split(','))];
        Assert.Equal(435, rows.Length);
        Dictionary<string, OrbitClass> classes = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new("test")).Satellites.ToDictionary(s => s.Id.ToString(), s => s.OrbitClass);
        string[][] medium = [.. rows.Where(r => classes[r[0]] == OrbitClass.Meo && classes[r[1]] == OrbitClass.Meo)];
        Assert.Equal(276, medium.Length);
        foreach (string sat in medium.SelectMany(r => r[..2]).Distinct())
        {
            string[] kinds = [.. medium.Where(r => r[0] == sat || r[1] == sat).Select(r => r[2])];
            Assert.Equal((8, 12, 3), (kinds.Count(k => k == "permanent"), kinds.Count(k => k == "intermittent"), kinds.Count(k => k == "never")));
        }

        Assert.All(rows, r => Assert.Equal(1, r[3..8].Sum(Number), 1e-12));
        Assert.All(rows.Where(r => r[2] == "never"), r => Assert.Equal(["0", "87300", "", "", ""], r[8..]));
    }

    /// <summary>What people read: counts of pairs, partners by class, distances; and for budgets C/N0 and noise by height.</summary>
    [Fact]
    public void Statistics_are_summed_up_for_people()
    {
        string output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string[] args = ["links", "beidou-3", "--step", "30min", "--anchors", "-o", output];
            string seen = ProgramRun.Of([.. args, "--what", "visibility"]).Error, budget = ProgramRun.Of([.. args, "--what", "budget"]).Error;
            Assert.Contains("links: 435 pairs of satellites over 49 epochs: 96 permanent, 294 intermittent, 45 never usable;", seen, StringComparison.Ordinal);
            Assert.Contains("; 8 permanent, 26 of 29 satellites ever", seen, StringComparison.Ordinal);
            Assert.Contains("links: 30 pairs with anchors", seen, StringComparison.Ordinal);
            Assert.Contains("links: MEO-GSO C/N0 60.", budget, StringComparison.Ordinal);
            Assert.Contains("links: anchor to MEO C/N0", budget, StringComparison.Ordinal);
            Assert.Contains("100.0 % locked", budget, StringComparison.Ordinal);
            Assert.Contains("error CN2210", ProgramRun.Of([.. args, "--what", "budget", "--set", "links.payload=uhf-gps"]).Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(output);
        }
    }

    /// <summary>Both directions of every usable link; between like terminals both have the same C/N0.</summary>
    [Fact]
    public void Budget_has_a_row_for_each_direction_of_usable_links()
    {
        string[] span = ["beidou-3", "--stop", "2024-09-20T01:00:00GPST", "--step", "30min"];
        string[] lines = Run(0, [.. span, "--what", "budget", "--anchors"]);
        Assert.Equal("epoch_gpst,tx,rx,range_m,scan_tx_deg,scan_rx_deg,eirp_dbw,free_space_loss_db,air_loss_db,gain_dbi,cn0_dbhz,code_noise_m,carrier_noise_m,locked,margin_db", lines[0]);
        string[][] rows = [.. lines[1..].Select(l => l.Split(','))];
        Row[] usable = [.. Visibility([.. span, "--anchors"]).Where(r => r.Usable)];
        Assert.Equal(2 * usable.Length, rows.Length);
        for (int i = 0; i < usable.Length; i++)
        {
            Assert.Equal((usable[i].A, usable[i].B, usable[i].B, usable[i].A), (rows[2 * i][1], rows[2 * i][2], rows[(2 * i) + 1][1], rows[(2 * i) + 1][2]));
            Assert.Equal(usable[i].Range, Number(rows[2 * i][3]));
            if (usable[i].B != "beijing")
            {
                Assert.Equal(Number(rows[2 * i][10]), Number(rows[(2 * i) + 1][10]), 1e-9);
            }
        }

        Assert.All(rows, r => Assert.Equal(r[13] == "1", Number(r[14]) >= 0));
        Assert.Contains(rows, r => r[2] == "beijing" && Number(r[8]) > 0.3);
    }

    /// <summary>A cone of 5 degrees about nadir holds nothing but the Earth: no pair is usable, a warning says why, and there is nothing wrong with the request.</summary>
    [Fact]
    public void Cones_that_see_nothing_are_named()
    {
        string payload = Payload(95e3, ("scan_limit_deg = 60", "scan_limit_deg = 5"));
        try
        {
            string[] args = ["beidou-3", "--stop", "2024-09-20T02:00:00GPST", "--set", $"links.payload={payload}"];
            Assert.DoesNotContain(Visibility(args), r => r.Usable);
            Assert.All(Run(0, [.. args, "--what", "statistics"])[1..], l => Assert.Equal("never", l.Split(',')[2]));
            Assert.Single(Run(0, [.. args, "--what", "budget"]));
            Run(2, [.. args, "--what", "budget", "--plot", Path.Combine(Path.GetTempPath(), "links-nothing.png")], written: true);
        }
        finally
        {
            File.Delete(payload);
        }
    }

    [Theory, InlineData("visibility", ".png"), InlineData("statistics", ".svg"), InlineData("budget", ".png")]
    public void Tables_are_drawn(string what, string ending)
    {
        string picture = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ending);
        try
        {
            Run(0, ["beidou-3", "--what", what, "--stop", "2024-09-20T01:00:00GPST", "--step", "20min", "--plot", picture]);
            byte[] bytes = File.ReadAllBytes(picture);
            Assert.True(bytes.Length > 5000);
            Assert.Equal(ending == ".png" ? (byte)0x89 : (byte)'<', bytes[0]);
        }
        finally
        {
            File.Delete(picture);
        }
    }

    [Fact]
    public void An_unknown_scenario_is_exit_2() => Run(2, ["beidou-4", "--what", "visibility"]);

    private static int[] Partners(Row[] rows, Func<string, bool> counted) =>
    [
        .. rows.SelectMany(r => new[] { (r.Epoch, Sat: r.A), (r.Epoch, Sat: r.B) }).Where(x => counted(x.Sat)).CountBy(x => x).Select(x => x.Value),
    ];

    private static Row[] Visibility(params string[] args)
    {
        string[] lines = Run(0, [.. args, "--what", "visibility"]);
        Assert.Equal(Header, lines[0]);
        return [.. lines[1..].Select(l => l.Split(',')).Select(f => new Row(f[0], f[1], f[2], Number(f[3]), Number(f[4]), Number(f[5]), Number(f[6]), f[7] == "1"))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Payload(double height, params (string Old, string New)[] changes)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".toml");
        string text = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Payload, "ka-bds3")!);
        text = changes.Aggregate(text, (t, c) => t.Replace(c.Old, c.New, StringComparison.Ordinal));
        File.WriteAllText(file, text.Replace("1_000_000", height.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("\"ka-bds3\"", $"\"{Path.GetFileNameWithoutExtension(file)}\"", StringComparison.Ordinal));
        return file;
    }

    private static string[] Run(int status, string[] args, bool written = false)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run(["links", .. args, "-o", file], TestContext.Current.CancellationToken));
            Assert.Equal(status == 0 || written, File.Exists(file));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
