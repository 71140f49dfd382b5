using Constellation.Cli;

namespace Constellation.Tests.Cli;

public sealed class AvailabilityVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Rows(params string[] arguments)
    {
        string file = Path.Combine(_folder, "table.csv");
        Assert.Equal(0, Program.Run(["availability", "beidou-3", "--years", "1", "--replicates", "2", "--grid", "30", .. arguments, "-o", file], TestContext.Current.CancellationToken));
        return File.ReadAllLines(file);
    }

    [Fact]
    public void Every_table_has_its_rows_and_pictures_are_drawn()
    {
        string picture = Path.Combine(_folder, "count.png");
        Assert.Equal("metric,value,low,high", Rows("--plot", picture)[0]);
        Assert.True(new FileInfo(picture).Length > 5000);
        Assert.Equal(31, Rows("--what", "slots").Length);
        Assert.Equal(31, Rows("--what", "critical", "--plot", picture).Length);
        Assert.Equal(436, Rows("--what", "critical-pairs").Length);
        Assert.Equal("replicate,slot,satellite,start_d,end_d,cause", Rows("--what", "events")[0]);
    }

    /// <summary>Nothing fails: every slot serves always.</summary>
    [Fact]
    public void Without_failures_all_serve()
    {
        string[] rows = Rows("--what", "states", "--mtbf", "satellite=never", "--mtbf", "outage=never", "--mtbf", "clock=never", "--planned", "0s");
        Assert.Equal(2, rows.Length);
        Assert.StartsWith("30,1,,,1,1,1", rows[1], StringComparison.Ordinal);
        Assert.All(Rows()[1..4], r => Assert.All(r.Split(',')[2..].Where(v => v.Length > 0), v => Assert.InRange(double.Parse(v), 0, 1)));
    }

    private static readonly string[] s_alone = ["--mtbf", "satellite=never", "--mtbf", "outage=never", "--mtbf", "clock=never", "--mtbf", "link=never", "--mtbf", "station=never", "--planned", "0s", "--spares", "0"];

    /// <summary>Six satellites of one plane for 4000 years in all, with nothing failing but what is asked for; grid and epochs do not matter for what slots do.</summary>
    private double[] Figure(string metric, params string[] arguments)
    {
        string file = Path.Combine(_folder, "figure.csv");
        string[] own = [.. s_alone.Chunk(2).Where(c => c[0] == "--mtbf" ? !arguments.Any(a => a.StartsWith(c[1].Split('=')[0] + "=", StringComparison.Ordinal)) : !arguments.Contains(c[0])).SelectMany(c => c)];
        Assert.Equal(0, Program.Run(["availability", "beidou-3", "--sat", "C19-C24", .. arguments.Contains("--years") ? [] : (string[])["--years", "100"], "--replicates", "40", "--grid", "90", .. own, .. arguments, "-o", file], TestContext.Current.CancellationToken));
        return [.. File.ReadAllLines(file).Single(l => l.StartsWith(metric + ",", StringComparison.Ordinal)).Split(',')[1..].Select(v => v.Length == 0 ? double.NaN : double.Parse(v))];
    }

    /// <summary>Each kind of equipment from the command line against its law; five standard errors as the interval tells them (low to high is 4.19 of them at 19 degrees of freedom), and the start, when all works.</summary>
    [Theory]
    [InlineData("slot_availability", 500.0 / 750, 0.005, "--mtbf", "satellite=500d", "--launch", "250d")]
    [InlineData("slot_availability", 90.0 / 100, 0.0003, "--mtbf", "outage=90d/10d")]
    [InlineData("slot_availability", 300.0 / (300 + 10 + 90), 0.005, "--mtbf", "clock=100d/5d", "--clocks", "3", "--launch", "90d")]
    [InlineData("slot_availability", 1000.0 / 1010, 0.001, "--mtbf", "satellite=1000d", "--spares", "60", "--drift", "10d")]
    [InlineData("slot_availability", 600.0 / 650, 0.002, "--plane-loss", "600d", "--launch", "50d")]
    [InlineData("slot_availability", 1 - (2.0 / 200), 0.0001, "--planned", "200d", "--planned-length", "2d")]
    [InlineData("links_missing", 4.0 / 44, 0.0003, "--mtbf", "link=40d/4d")]
    [InlineData("stations_missing", 0.16, 0.0003, "--mtbf", "station=6d/4d", "--stations", "2")]
    [InlineData("stations_missing", 0.64, 0.0003, "--mtbf", "station=6d/4d", "--stations", "2", "--stations-needed", "2")]
    public void Each_kind_of_failure_follows_its_law(string metric, double expected, double start, params string[] arguments)
    {
        double[] found = Figure(metric, arguments);
        double error = double.IsNaN(found[1]) ? 0 : (found[2] - found[1]) / 4.19;
        Check.Within(Tolerance.Of((5 * error) + start, "1", "five standard errors, and the start"), expected, found[0]);
        Assert.InRange(found[0], 1e-3, 1 - 1e-3);
    }

    /// <summary>One listed outage of 30 days in one of six slots over a year.</summary>
    [Fact]
    public void A_list_of_outages_is_lived_through()
    {
        string list = Path.Combine(_folder, "list.csv");
        File.WriteAllText(list, "C20,100d,30d\n");
        Check.Within(Tolerance.Of(1e-9, "1", "rounding of the year's length"), 1 - (30 / 365.25 / 6), Figure("slot_availability", "--outages", list, "--years", "1")[0]);
    }

    /// <summary>One spare half a revolution away flies there by the drift orbit: 180 deg at the rate of the third law, 3/2 n h/a.</summary>
    [Fact]
    public void A_spare_drifts_as_its_height_says()
    {
        string file = Path.Combine(_folder, "events.csv");
        Assert.Equal(0, Program.Run(["availability", "beidou-3", "--sat", "C20", "--replicates", "20", "--years", "100", .. s_alone[2..^2], "--mtbf", "satellite=1500d", "--spares", "1", "--drift-height", "50", "--launch", "20000d", "--what", "events", "-o", file], TestContext.Current.CancellationToken));
        string[][] firsts = [.. File.ReadAllLines(file)[1..].Select(l => l.Split(',')).GroupBy(e => e[0]).Select(g => g.First())];
        double[] lengths = [.. firsts.Select(e => double.Parse(e[4]) - double.Parse(e[3]))];
        const double A = 27_906.1e3, Gm = 3.986004418e14;
        double rate = 1.5 * Math.Sqrt(Gm / (A * A * A)) * 50e3 / A;
        Assert.All(firsts, e => Assert.Equal("vacant", e[5]));
        Assert.InRange(lengths.Count(l => l < 1000), 5, 15);                       // half of the spares are gone when they are needed, and a launch takes 20,000 days
        Assert.All(lengths.Where(l => l < 1000), l => Check.Within(Tolerance.Of(0.02, "d", "semi-major axis in use: 1 km of 27,906 is 1e-4 of the 100 d"), Math.PI / rate / 86_400, l));
    }

    /// <summary>Signals of a run make accuracies; a folder that is none, a run of other satellites and an accuracy without a run are told.</summary>
    [Fact]
    public void A_run_tells_how_good_signals_are()
    {
        string run = Path.Combine(_folder, "run");
        Assert.Equal(0, Program.Run(["run", "beidou-3", "--quiet", "--set", "time.duration=1h", "--set", "control.warm_up=1h", "--set", "users.grid_step_deg=90", "--out", run], TestContext.Current.CancellationToken));
        string[] rows = Rows("--what", "critical", "--run", run);
        Assert.EndsWith(",accuracy_m,accuracy_growth_m", rows[0], StringComparison.Ordinal);
        double[] growth = [.. rows[1..].Select(r => double.Parse(r.Split(',')[^1]))];
        Assert.Equal(growth.OrderDescending(), growth);
        Assert.All(growth, g => Assert.True(g > 0));
        Assert.Contains(Rows("--run", run), r => r.StartsWith("accuracy_m,", StringComparison.Ordinal));
        ProgramRun wrong = ProgramRun.Of(["availability", "gps", "--run", run]);
        Assert.Equal(2, wrong.Status);
        Assert.Contains("CN6125", wrong.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CN6126", "--by", "accuracy")]
    [InlineData("CN5001", "--run", "nowhere")]
    [InlineData("CN6101", "--mtbf", "engine=5d/1d")]
    [InlineData("CN6101", "--mtbf", "outage=5/1")]
    [InlineData("CN6101", "--mtbf", "satellite=5d/1d")]
    [InlineData("CN6102", "--outages", "nowhere.csv")]
    [InlineData("CN6103", "--plot", "count.txt")]
    [InlineData("CN6104", "--grid", "7")]
    [InlineData("CN6105", "--replicates", "1000000")]
    [InlineData("CN6111", "--sat", "G")]
    public void Wrong_input_is_told(string code, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of(["availability", "beidou-3", .. arguments]);
        Assert.Equal(2, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_lines_of_outages_are_told_by_place()
    {
        string file = Path.Combine(_folder, "outages.csv");
        File.WriteAllText(file, "# known\nC19,100d,12h\nC19,100\n");
        ProgramRun run = ProgramRun.Of(["availability", "beidou-3", "--outages", file]);
        Assert.Equal(2, run.Status);
        Assert.Contains("outages.csv(3,1): error CN6102", run.Error, StringComparison.Ordinal);
    }
}
