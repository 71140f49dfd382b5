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
    }

    [Theory]
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
