using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

/// <summary><c>map</c>, <c>accuracy</c> and <c>integrity</c> as they are called.</summary>
public sealed class MapVerbTests
{
    private static readonly string[] Hours = ["--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-20T05:00:00GPST", "--step", "1h"];

    /// <summary>The verb <c>dop</c> computes the same means.</summary>
    [Theory, InlineData("visible", 2), InlineData("gdop", 3), InlineData("pdop", 4), InlineData("hdop", 5), InlineData("vdop", 6), InlineData("tdop", 7), InlineData("availability", 9)]
    public void Geometry_equals_the_dop_verb(string what, int column)
    {
        double[][] map = Table(["map", "beidou-3", "--what", what, .. Hours, "--grid", "15"]), dop = Table(["dop", "beidou-3", .. Hours, "--grid", "15", "--summary"]);
        Assert.Equal(dop.Length, map.Length);
        for (int i = 0; i < map.Length; i++)
        {
            Assert.Equal((dop[i][0], dop[i][1]), (map[i][0], map[i][1]));
            Assert.Equal(dop[i][column], map[i][2], 1e-12);
        }
    }

    /// <summary>Eight satellites leave cells without a position: they are empty in tables, and pictures are drawn without them.</summary>
    [Theory, InlineData("png"), InlineData("svg"), InlineData("tif")]
    public void Cells_without_a_value_are_empty(string kind)
    {
        string[] call = ["map", "gps", "--sat", "G01-G08", "--what", "pdop", .. Hours, "--grid", "30"];
        double[][] table = Table(call);
        Assert.Equal(72, table.Length);
        Assert.InRange(table.Count(r => double.IsNaN(r[2])), 1, 71);
        double[][] seen = Table(["map", "gps", "--sat", "G01-G08", "--what", "visible", "--stat", "max", .. Hours, "--grid", "30"]);
        Assert.All(table.Zip(seen), c => Assert.True(!double.IsNaN(c.First[2]) || c.Second[2] < 8));
        Assert.All(table.Zip(seen).Where(c => c.Second[2] < 4), c => Assert.True(double.IsNaN(c.First[2])));
        string picture = Path.Combine(Directory.CreateTempSubdirectory().FullName, "map." + kind);
        ProgramRun run = ProgramRun.Of([.. call, "-o", picture]);
        Assert.Equal(0, run.Status);
        Assert.DoesNotContain("NaN", run.Error, StringComparison.Ordinal);
        Assert.True(new FileInfo(picture).Length > 500);
        Directory.Delete(Path.GetDirectoryName(picture)!, recursive: true);
    }

    /// <summary>Found before anything is computed: this map would take hours.</summary>
    [Fact]
    public void Place_that_cannot_be_written_is_told_at_once()
    {
        string file = Path.GetTempFileName();
        ProgramRun run = ProgramRun.Of("map", "gps", "galileo", "glonass", "beidou-3", "--what", "vpl", "--grid", "0.5", "--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-21T00:00:00GPST", "--step", "1min", "-o", Path.Combine(file, "x.csv"));
        File.Delete(file);
        Assert.Equal(2, run.Status);
        Assert.Contains("error CN1005", run.Error, StringComparison.Ordinal);
        Assert.Contains("is a file, not a folder", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'-1' is not a seed; write a whole number", "integrity", "gps", "--site", "1,2,3", "--seed=-1")]
    public void Values_are_refused_in_words(string text, params string[] call)
    {
        ProgramRun run = ProgramRun.Of([.. call, .. Hours]);
        Assert.Equal(2, run.Status);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
    }

    /// <summary>Equal values have a scale, a region its own window and name.</summary>
    [Fact]
    public void Picture_of_equal_values_and_of_a_region_is_drawn()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        ProgramRun run = ProgramRun.Of(["map", "gps", "--what", "continuity", "--pdop-limit", "1000", "--grid", "10", "--region", "europe", .. Hours, "-o", path]);
        Assert.Equal(0, run.Status);
        Assert.Contains("Map of Europe of the mean continuity", run.Error, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Theory]
    [InlineData("accuracy", "--stat", "max")]
    [InlineData("accuracy-vertical", "--grid", "30")]
    [InlineData("availability", "--hpe-limit", "2")]
    [InlineData("vpl", "--val", "35")]
    [InlineData("integrity", "--hal", "40")]
    [InlineData("continuity", "--mtbf", "30d")]
    [InlineData("critical", "--pdop-limit", "2.5")]
    [InlineData("pdop", "--mask-file", "urban:0.5,45")]
    public void Bytes_do_not_depend_on_threads(string what, params string[] options)
    {
        string[] call = ["map", "gps", "galileo", "--what", what, .. Hours, .. options.Contains("--grid") ? options : [.. options, "--grid", "30"]];
        Assert.Equal(Lines(0, [.. call, "--threads", "1"]), Lines(0, [.. call, "--threads", "3"]));
    }

    [Theory]
    [InlineData("no position at any epoch", "accuracy", "gps", "--site", "1,2,3", "--mask", "89")]
    [InlineData("no level at any", "integrity", "gps", "--site", "1,2,3", "--mask", "89")]
    [InlineData("'p99' is no statistic; write mean, median, p95", "map", "gps", "--what", "pdop", "--stat", "p99")]
    public void Nothing_is_not_a_number(string expected, params string[] call)
    {
        string told = ProgramRun.Of([.. call, .. Hours]).Error;
        Assert.Contains(expected, told, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Region_leaves_the_rest_empty()
    {
        string[] lines = Lines(0, ["map", "gps", "--what", "pdop", .. Hours, "--grid", "15", "--region", "0,60,-30,30"]);
        Assert.All(lines[1..].Select(l => l.Split(',')), f => Assert.Equal(!(Number(f[0]) is > 0 and < 60 && Math.Abs(Number(f[1])) < 30), f[2].Length == 0));
    }

    [Theory]
    [InlineData(".png", "\u0089PNG")]
    [InlineData(".svg", "<svg")]
    [InlineData(".tif", "II*")]
    public void The_ending_chooses_the_format(string ending, string magic)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ending);
        try
        {
            Assert.Equal(0, Program.Run(["map", "gps", "--what", "pdop", .. Hours, "--grid", "30", "-o", file], TestContext.Current.CancellationToken));
            Assert.StartsWith(magic, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("CN4360", "map", "gps", "--what", "pdop", "-o", "map.bmp")]
    [InlineData("CN4373", "map", "gps", "--what", "pdopp")]
    [InlineData("CN4371", "map", "gps", "--what", "sisre")]
    [InlineData("CN4372", "map", "gps", "--what", "availability", "--stat", "p95")]
    [InlineData("CN4365", "map", "gps", "--what", "pdop", "--mask-file", "urban:-1")]
    [InlineData("CN4365", "map", "gps", "--what", "continuity", "--mtbf=-5d")]
    [InlineData("CN4374", "map", "gps", "--what", "pdop", "--region", "1,2,1,2", "--grid", "30")]
    [InlineData("CN4375", "map", "gps", "--what", "pdop", "--mask", "89")]
    [InlineData("CN3000", "map", "gps", "--what", "pdop", "--mask-file", "no/such.csv")]
    [InlineData("CN4378", "integrity", "gps", "--overbound")]
    [InlineData("CN4379", "integrity", "gps", "--site", "1,2,3", "--exclude", "E01")]
    [InlineData("CN4376", "accuracy", "gps", "--site", "1,2,3", "--plot", "x.png")]
    [InlineData("CN4376", "integrity", "gps", "--site", "1,2,3", "--plot", "x.bmp")]
    public void Wrong_input_is_told_by_its_code(string code, params string[] call)
    {
        ProgramRun run = ProgramRun.Of([.. call, .. Hours]);
        Assert.Equal(2, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("map", "gps", "--what", "pdop", "--mask", "91")]
    [InlineData("map", "gps", "--what", "pdop", "--region", "atlantis")]
    [InlineData("map", "gps", "--what", "pdop", "--grid", "7")]
    [InlineData("map", "gps", "--what", "pdop", "--sis", "NaN")]
    [InlineData("accuracy", "gps")]
    [InlineData("accuracy", "gps", "--site", "1,2,3", "--grid", "5")]
    [InlineData("integrity", "gps", "--site", "1,2,3", "--hal", "-4")]
    public void Wrong_usage_is_exit_2(params string[] call) => Assert.Equal(2, ProgramRun.Of([.. call, .. Hours]).Status);

    /// <summary>Both methods over a coarse grid: summaries by region, solved positions as the covariance says (72 places x 6 hours share satellites: 10 %).</summary>
    [Fact]
    public void Accuracy_of_both_methods_agrees()
    {
        string[] lines = Lines(0, ["accuracy", "gps", "galileo", "--grid", "15", "--sampled", "--summary", .. Hours]);
        Assert.Equal("scope,method,places,positions,hpe95_m,vpe95_m,hpe_rms_m,vpe_rms_m,availability,worst,worst_hpe95_m", lines[0]);
        string[][] global = [.. lines.Select(l => l.Split(',')).Where(f => f[0] == "global")];
        Assert.Equal(["covariance", "sampled"], global.Select(f => f[1]));
        Assert.Equal(1.0, Number(global[1][6]) / Number(global[0][6]), 0.1);
        Assert.Equal(1.0, Number(global[1][7]) / Number(global[0][7]), 0.1);
    }

    [Fact]
    public void A_route_is_passed_at_its_own_epochs()
    {
        string route = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(route, "epoch_gpst,lat_deg,lon_deg,height_m\n2024-09-20T01:00:00,48,11,500\n2024-09-20T03:00:00,51,0,10000\n");
            string[] lines = Lines(0, ["accuracy", "gps", "--route", route, "--sampled", .. Hours]);
            Assert.Equal(3, lines.Length);
            Assert.StartsWith("2024-09-20T03:00:00.000000000,51,0,10000,", lines[2]);
            Assert.All(lines[1..].Select(l => l.Split(',')), f => Assert.InRange(Math.Abs(Number(f[14])), 0, 20));
            Assert.Equal(3, Lines(0, ["integrity", "gps", "galileo", "--route", route, .. Hours]).Length);
            File.AppendAllText(route, "2024-09-20T03:30:00,51,1,10000\n");
            Lines(2, ["accuracy", "gps", "--route", route, .. Hours]);
        }
        finally
        {
            File.Delete(route);
        }
    }

    /// <summary>After an exclusion the levels are larger; without enough satellites there is none.</summary>
    [Fact]
    public void Exclusions_raise_the_levels()
    {
        double[][] all = Levels(), worst = Levels("--worst-exclusion");
        Assert.All(all.Zip(worst), p => Assert.True(p.Second[1] >= p.First[1] - 1e-6));
        Assert.Contains(Levels("--sat", "G01-G06"), r => double.IsNaN(r[0]));

        static double[][] Levels(params string[] options) =>
            [.. Lines(0, ["integrity", "gps", "galileo", "--site", "48.1,11.6,500", .. Hours, .. options])[1..].Select(l => l.Split(',')).Select(f => new[] { Number(f[5]), Number(f[6]) })];
    }

    private static double[][] Table(string[] call) => [.. Lines(0, call)[1..].Select(l => l.Split(',').Select(Number).ToArray())];

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Lines(int status, string[] call)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            Assert.Equal(status, Program.Run([.. call, "-o", file], TestContext.Current.CancellationToken));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
