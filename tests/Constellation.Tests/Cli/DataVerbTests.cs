using Constellation.Cli;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public sealed class DataVerbTests : IDisposable
{
    private const string List = "#\tlist\n#$\t3676924800\n#@\t3991593600\n3692217600\t37\t# 1 Jan 2017\n";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Data => Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>3991593600 s after 1900 is 2026-06-28.</summary>
    [Fact]
    public void A_list_of_leap_seconds_is_installed_listed_and_not_overwritten()
    {
        string list = Write("leap-seconds.list", List);
        ProgramRun added = ProgramRun.Of("--ephemeris", Data, "data", "add", list);
        Assert.Equal((0, ""), (added.Status, added.Error));
        Assert.True(File.Exists(Path.Combine(Data, "leap-seconds", "leap-seconds.list")));
        Assert.Contains("leap-seconds,2017-01-01,2026-06-28,", ProgramRun.Of("data", "list", "--ephemeris", Data).Output, StringComparison.Ordinal);
        ProgramRun again = ProgramRun.Of("--ephemeris", Data, "data", "add", list);
        Assert.Equal(2, again.Status);
        Assert.Contains("CN6122", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, ProgramRun.Of("--ephemeris", Data, "data", "add", "--replace", list).Status);
    }

    [Theory]
    [InlineData("CN6121", "leap-seconds.list", "#@\t3991593600\n3692217600\t36\n")]
    [InlineData("CN6121", "leap-seconds.list", "#@\t3991593600\n")]
    [InlineData("CN6120", "some.txt", "no data\n")]
    public void Wrong_files_are_told_and_not_installed(string code, string name, string text)
    {
        ProgramRun run = ProgramRun.Of("--ephemeris", Data, "data", "add", Write(name, text));
        Assert.Equal(2, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Data));
    }

    [Fact]
    public void Two_files_of_one_name_and_a_folder_that_is_not_there_are_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "other"));
        ProgramRun twice = ProgramRun.Of("--ephemeris", Data, "data", "add", Write("l.list", List), Write("other/l.list", List));
        Assert.Equal(2, twice.Status);
        Assert.Contains("CN6123", twice.Error, StringComparison.Ordinal);
        ProgramRun nowhere = ProgramRun.Of("--ephemeris", Path.Combine(_folder, "nowhere"), "list", "clocks");
        Assert.Equal(2, nowhere.Status);
        Assert.Contains("CN6124", nowhere.Error, StringComparison.Ordinal);
    }

    /// <summary>A constellation of one's own folder is in the library, and one of the same name comes before the program's.</summary>
    [Fact]
    public void Ones_own_folder_comes_first()
    {
        string clocks = Directory.CreateDirectory(Path.Combine(Data, "clocks")).FullName;
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ephemeris", "clocks", "phm-gal.toml"));
        File.WriteAllText(Path.Combine(clocks, "phm-gal.toml"), text.Replace("Galileo", "Changed", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(clocks, "mine.toml"), text.Replace("PHM-GAL", "MINE", StringComparison.Ordinal));
        string listed = ProgramRun.Of("list", "clocks", "--ephemeris", Data).Output;
        Assert.Contains("MINE,", listed, StringComparison.Ordinal);
        Assert.Contains("RB-BDS3,", listed, StringComparison.Ordinal);
        Assert.Contains("PHM-GAL,Changed", listed, StringComparison.Ordinal);
    }

    /// <summary>What is over is old, and a step that the program lacks asks for a newer program; the main job runs all the same.</summary>
    [Fact]
    public void Doctor_tells_what_is_old()
    {
        DateOnly today = new(2026, 11, 27);
        Assert.Equal(DoctorState.Ok, DataChecks.LeapSecondSteps(today, new(2027, 6, 28), LeapSecondTable.BuiltIn).State);
        DoctorFinding old = DataChecks.LeapSecondSteps(today, new(2026, 6, 28), LeapSecondTable.BuiltIn);
        Assert.Equal(DoctorState.Old, old.State);
        Assert.Contains("152 days ago", old.Detail, StringComparison.Ordinal);
        InstalledFile elements = new("gps.tle", InstalledKind.Elements, "32 sets", new(2026, 11, 1), new(2026, 11, 2));
        DoctorFinding weeks = Assert.Single(DataChecks.InstalledElements(today, [elements]));
        Assert.Equal(DoctorState.Old, weeks.State);
        Assert.Contains("25 days old", weeks.Detail, StringComparison.Ordinal);
        Assert.Equal(DoctorState.Ok, Assert.Single(DataChecks.InstalledElements(new(2026, 11, 10), [elements])).State);
        Assert.Equal(DoctorState.Old, DataChecks.EarthOrientationTable(new(2040, 1, 1), EopTable.BuiltIn).State);
        Assert.True(DoctorVerb.CanRun([old]));
    }

    /// <summary>An installed table that was observed for longer is put into the built-in one, rows before and after it stay.</summary>
    [Fact]
    public void A_longer_table_of_Earth_orientation_takes_over()
    {
        EopTable known = EopTable.BuiltIn;
        EopRow[] rows = [.. Enumerable.Range(1, 5).Select(d => new EopRow(known.ObservedThrough + Duration.FromDays(d), 1e-6, 2e-6, -37.1, double.NaN, 0, 0))];
        EopTable both = known.ExtendedBy(new EopTable(rows, "newer"));
        Assert.Equal(("newer", known.First, known.Last, rows[^1].Epoch), (both.Name, both.First, both.Last, both.ObservedThrough));
        Assert.Same(known, known.ExtendedBy(new EopTable([.. rows.Select(r => r with { Epoch = r.Epoch - Duration.FromDays(100) })], "older")));
    }
}
