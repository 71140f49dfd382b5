using Constellation.Cli;

namespace Constellation.Tests.Cli;

/// <summary><c>links --what schedule|routes</c> as a user meets them.</summary>
public sealed class LinkScheduleVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("constellation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string name) => Path.Combine(_folder, name);

    /// <summary>Two rounds of 20 slots of 15 links; what is written is a schedule that can be given, and gives the same table again.</summary>
    [Fact]
    public void A_schedule_is_written_and_may_be_given_again()
    {
        string[] span = ["--stop", "2024-09-20T00:02:00GPST"];
        (string[] lines, string people) = Links(0, ["beidou-3", "--what", "schedule", .. span]);
        Assert.Equal("epoch_gpst,slot,sat_a,sat_b,terminal_a,terminal_b", lines[0]);
        Assert.Equal(1 + (2 * 20 * 15), lines.Length);
        Assert.Contains("15.00 links in a slot (15.00)", people, StringComparison.Ordinal);
        Assert.Contains("one satellite lost", people, StringComparison.Ordinal);
        System.IO.File.WriteAllLines(File("s.csv"), lines);
        (string[] again, _) = Links(0, ["beidou-3", "--what", "schedule", .. span, "--set", $"links.schedule={File("s.csv")}", "--set", "time.duration=2min", "--set", "time.step=1min", "--set", "control.warm_up=0s"]);
        Assert.Equal(lines, again);
    }

    /// <summary>Rounds are centred on the epochs, as those of a run.</summary>
    [Fact]
    public void A_schedule_of_other_dates_is_refused_and_one_that_ends_early_is_told()
    {
        string[] span = ["--stop", "2024-09-20T00:02:00GPST"], given = ["--set", $"links.schedule={File("s.csv")}", "--set", "control.warm_up=0s"];
        (string[] lines, _) = Links(0, ["beidou-3", "--what", "schedule", .. span]);
        Assert.StartsWith("2024-09-19T23:59:30", lines[1], StringComparison.Ordinal);
        System.IO.File.WriteAllLines(File("s.csv"), lines);
        Assert.Contains("s.csv: warning CN2166: its rounds are of 2024-09-20T00:00:00", Links(0, ["beidou-3", "--what", "schedule", "--stop", "2024-09-20T00:10:00GPST", .. given]).People, StringComparison.Ordinal);
        System.IO.File.WriteAllLines(File("s.csv"), lines.Select(l => l.Replace("2024-09-", "2030-09-", StringComparison.Ordinal)));
        foreach (string what in new[] { "schedule", "routes", "measurements" })
        {
            string told = Links(2, ["beidou-3", "--what", what, .. span, .. given]).People;
            Assert.Contains("s.csv: error CN2166: its rounds are of 2030-09-20T00:00:00", told, StringComparison.Ordinal);
        }
    }

    /// <summary>C19 and the anchor: all slots are theirs, nobody is out of the ground's view, and losing C19 leaves none.</summary>
    [Fact]
    public void A_satellite_alone_with_the_anchor_has_no_latency()
    {
        string people = Links(0, ["beidou-3", "--what", "schedule", "--stop", "2024-09-20T00:02:00GPST", "--set", "constellation.satellites=C19"]).People;
        Assert.Contains("1.0 satellites in view of the ground; none is out of it", people, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", people, StringComparison.Ordinal);
        Assert.DoesNotContain("lost", people, StringComparison.Ordinal);
    }

    /// <summary>A file without C20: it is named and counts nowhere; a schedule that was given for both is used for what is left.</summary>
    [Theory]
    [InlineData("schedule")]
    [InlineData("routes")]
    public void Satellites_that_the_files_lack_are_left_out(string what)
    {
        Orbits("c.sp3", "C19,C21,C22,C23");
        string[] args = ["beidou-3", "--start", "2024-09-20T01:00:00GPST", "--stop", "2024-09-20T01:02:00GPST", "--set", "constellation.satellites=C19,C20,C21,C22,C23", "--set", $"orbits.source=sp3:{File("c.sp3")}"];
        (string[] lines, string people) = Links(0, [.. args, "--what", what]);
        Assert.Contains("left out, since the files do not have them: C20", people, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Contains("C20", StringComparison.Ordinal));
        Assert.DoesNotContain("CN4003", people, StringComparison.Ordinal);

        string[][] round = [.. Links(0, [.. args, "--what", "schedule"]).Lines.Skip(1).Select(l => l.Split(',')[1..4]).Skip(1).TakeWhile((r, i) => i == 0 || r[0] != "0").Where(r => r[0] != "0")];
        System.IO.File.WriteAllLines(File("s.csv"), ["slot,sat_a,sat_b", "0,C19,C20", .. round.Select(r => string.Join(',', r))]);
        (string[] given, _) = Links(0, [.. args, "--what", what, "--set", $"links.schedule={File("s.csv")}"]);
        Assert.DoesNotContain(given, l => l.Contains("C20", StringComparison.Ordinal));
        string[] Twice() => [.. round.Concat(round).Select(r => string.Join(',', r))];
        Assert.True(what == "routes" || given.Skip(1).Select(l => string.Join(',', l.Split(',')[1..4])).SequenceEqual(Twice()));
    }

    private void Orbits(string file, string satellites)
    {
        (int code, _, string error) = ProgramRun.Of(
            "orbit", "beidou-3", "--sat", satellites, "--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-20T03:00:00GPST", "--step", "5min", "--format", "sp3", "-o", File(file));
        Assert.True(code == 0, error);
    }

    /// <summary>Telemetry, uploads and messages of ten cities at two epochs: every row arrives after it left, over the satellites it names.</summary>
    [Fact]
    public void Routes_arrive_and_are_summed_up()
    {
        (string[] lines, string people) = Links(0, ["beidou-3", "--what", "routes", "--stop", "2024-09-20T00:10:00GPST", "--step", "5min"]);
        Assert.Equal("epoch_gpst,origin,destination,epoch_arrival_gpst,delay_s,hops,path", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(l => l.Split(','))];
        Assert.InRange(rows.Length, 130, 210);
        Assert.All(rows, r => Assert.True(string.CompareOrdinal(r[3], r[0]) > 0 && double.Parse(r[4]) is > 0.3 and < 20 && r[6].Split(' ').Length == int.Parse(r[5]) + 1));
        Assert.Contains(rows, r => r[1] == "berlin" && r[2] == "beijing");
        Assert.Contains("telemetry to the ground: ", people, StringComparison.Ordinal);
        Assert.Contains("request of a user and its answer", people, StringComparison.Ordinal);
    }

    [Fact]
    public void On_demand_needs_no_slot()
    {
        (string[] lines, _) = Links(0, ["beidou-3", "--what", "routes", "--stop", "2024-09-20T00:01:00GPST", "--set", "network.mode=on-demand"]);
        Assert.All(lines.Skip(1).Select(l => l.Split(',')), r => Assert.InRange(double.Parse(r[4]), 0.3, 1.7));
    }

    [Theory]
    [InlineData("schedule", "slots.png")]
    [InlineData("schedule", "slots.svg")]
    [InlineData("routes", "ages.png")]
    public void A_picture_is_drawn(string what, string file)
    {
        Links(0, ["beidou-3", "--what", what, "--stop", "2024-09-20T00:03:00GPST", "--step", "1min", "--set", "users.grid_step_deg=30", "--plot", File(file)]);
        Assert.True(new FileInfo(File(file)).Length > 4000);
    }

    [Theory]
    [InlineData("CN1003", "beidou-3", "--what", "schedule", "--stop", "2024-09-20T00:00:30GPST")]
    [InlineData("CN1003", "beidou-3", "--what", "schedule", "--stop", "2024-09-19T00:00:00GPST")]
    [InlineData("CN1003", "beidou-3", "--what", "schedule", "--plot", "picture.doc")]
    [InlineData("CN1003", "beidou-3", "--what", "routes", "--step", "0s")]
    [InlineData("CN4040", "gps", "--what", "schedule")]
    [InlineData("CN4041", "beidou-3", "--what", "routes", "--set", "control.segment=isl-only")]
    [InlineData("CN2202", "beidou-3", "--what", "schedule", "--set", "links.schedule=not-there.csv")]
    [InlineData("CN2221", "gps", "--what", "schedule", "--set", "links.schedule=s.csv")]
    public void What_cannot_be_is_exit_2(string code, params string[] args) => Assert.Contains(code, Links(2, args).People, StringComparison.Ordinal);

    /// <summary>A schedule with a satellite that is busy twice, and one through the Earth: file, line, column.</summary>
    [Theory]
    [InlineData("slot,sat_a,sat_b\n0,C19,C20\n0,C20,C19\n", "s.csv(3,3): error CN2162")]
    [InlineData("epoch_gpst,slot,sat_a,sat_b\n2024-09-20T00:00:00,0,C19,C20\n", "s.csv(2,1): error CN2165")]
    public void A_wrong_schedule_is_told_by_line(string text, string told)
    {
        System.IO.File.WriteAllText(File("s.csv"), text);
        Assert.Contains(told, Links(2, ["beidou-3", "--what", "schedule", "--set", "constellation.satellites=C19,C20", "--set", $"links.schedule={File("s.csv")}"]).People, StringComparison.Ordinal);
    }

    private static (string[] Lines, string People) Links(int exit, string[] args)
    {
        (int code, string output, string error) = ProgramRun.Of(["links", .. args]);
        Assert.True(exit == code, error);
        return (output.Split('\n', StringSplitOptions.RemoveEmptyEntries), error);
    }
}
