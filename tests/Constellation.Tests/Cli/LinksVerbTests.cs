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

    [Fact]
    public void Without_terminals_no_pair_is_usable() =>
        Assert.DoesNotContain(Visibility("gps", "--stop", "2024-09-20T00:00:00GPST"), r => r.Usable);

    [Theory]
    [InlineData("--what", "budget")]
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

    private static string Payload(double height)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".toml");
        string text = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Payload, "ka-bds3")!);
        File.WriteAllText(file, text.Replace("1_000_000", height.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("\"ka-bds3\"", $"\"{Path.GetFileNameWithoutExtension(file)}\"", StringComparison.Ordinal));
        return file;
    }

    private static string[] Run(int status, string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run(["links", .. args, "-o", file], TestContext.Current.CancellationToken));
            Assert.Equal(status == 0, File.Exists(file));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
