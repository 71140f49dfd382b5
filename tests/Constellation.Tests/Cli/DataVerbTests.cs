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
    [InlineData("CN6121", "leap-seconds.list", "#@\t4250793600\n3644697600\t36\n4039286400\t37\n")]
    [InlineData("CN6121", "leap-seconds.list", "#@\t4250793600\n3644697600\t36\n4039286400\t38\n")]
    [InlineData("CN6121", "Leap_Second.dat", "# File expires on 28 June 2027\n2147483647 1 1 2030 38\n")]
    [InlineData("CN6121", "Leap_Second.dat", "# File expires on 28 June 2027\n-1e9 1 1 2030 38\n")]
    [InlineData("CN6121", "Leap_Second.dat", "# File expires on 28 June 2027\nNaN 1 1 2030 38\n")]
    [InlineData("CN6120", "some.txt", "no data\n")]
    public void Wrong_files_are_told_and_not_installed(string code, string name, string text)
    {
        ProgramRun run = ProgramRun.Of("--ephemeris", Data, "data", "add", Write(name, text));
        Assert.Equal(2, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Data));
    }

    /// <summary>Whatever lies in the folder, verbs work by the program's own table, tell it on standard error, and end as if the file were not there.</summary>
    [Theory]
    [InlineData("# File expires on 28 June 2027\n2147483647 1 1 2030 38\n")]
    [InlineData("#@\t4250793600\n3644697600\t36\n4039286400\t37\n")]
    [InlineData("#@\t4250793600\n3692217600\t37\n9999999999999999999\t38\n")]
    [InlineData("#@\t4250793600\n3692217600\t37\n4039286400\t99999999999\n")]
    public void A_list_that_went_bad_stops_nothing(string text)
    {
        string list = Path.Combine(Directory.CreateDirectory(Path.Combine(Data, "leap-seconds")).FullName, "bad.list");
        File.WriteAllText(list, text);
        string[] orbit = ["orbit", "beidou-3", "--start", "2027-12-31T23:59:59Z", "--stop", "2028-01-01T00:00:00Z", "--step", "1s", "--sat", "C19"];
        ProgramRun with = ProgramRun.Of([.. orbit, "--ephemeris", Data]);
        Assert.Equal((0, ProgramRun.Of(orbit).Output), (with.Status, with.Output));
        Assert.StartsWith($"{list}: passed over: ", Assert.Single(with.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal((0, "name,kind,from,until,summary,path\n"), ProgramRun.Of("data", "list", "--ephemeris", Data) is var listed ? (listed.Status, listed.Output) : default);
    }

    /// <summary>4039286400 s after 1900 is 2028-01-01: the day before lacks its last second.</summary>
    [Fact]
    public void A_second_that_is_taken_out_is_not_there()
    {
        Assert.Equal(0, ProgramRun.Of("--ephemeris", Data, "data", "add", Write("new.list", List.Replace("3991593600", "4054752000", StringComparison.Ordinal) + "4039286400\t36\n")).Status);
        ProgramRun gone = Orbit("2027-12-31T23:59:59Z", "2028-01-01T00:00:00Z");
        Assert.Equal(2, gone.Status);
        Assert.Contains("CN1001: '2027-12-31T23:59:59Z' does not exist: there is no second 59 at that minute in UTC", gone.Error, StringComparison.Ordinal);
        Assert.Equal(2, Orbit("2028-01-01T02:59:59.5GLONASST", "2028-01-01T00:00:00Z").Status);
        ProgramRun over = Orbit("2027-12-31T23:59:58Z", "2028-01-01T00:00:00Z");
        Assert.Equal(["2028-01-01T00:00:16.000000000", "2028-01-01T00:00:17.000000000"], over.Lines[1..].Select(l => l.Split(',')[0]));

        ProgramRun Orbit(string from, string to) => ProgramRun.Of("orbit", "beidou-3", "--start", from, "--stop", to, "--step", "1s", "--sat", "C19", "--ephemeris", Data);
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

        // A machine whose date is wrong, or a table from tomorrow.
        Assert.Contains("days ahead of this machine's date", DataChecks.EarthOrientationTable(new(2010, 1, 1), EopTable.BuiltIn).Detail, StringComparison.Ordinal);
        Assert.Contains("the newest is 1 days ahead", Assert.Single(DataChecks.InstalledElements(new(2026, 11, 1), [elements])).Detail, StringComparison.Ordinal);
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

    /// <summary>A step of 2028 that the program does not know: its second is there with the list and not without, and what comes after is a second later. 4039286400 s after 1900 is 2028-01-01.</summary>
    [Fact]
    public void An_installed_leap_second_is_counted()
    {
        Assert.Equal(0, ProgramRun.Of("--ephemeris", Data, "data", "add", Write("new.list", List.Replace("3991593600", "4054752000", StringComparison.Ordinal) + "4039286400\t38\t# 1 Jan 2028\n")).Status);
        Assert.Equal(2, Inside().Status);
        ProgramRun inside = Inside("--ephemeris", Data);
        Assert.Equal(0, inside.Status);
        Assert.StartsWith("2028-01-01T00:00:18.000000000,C19,", inside.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2028-01-01T00:00:19.000000000,C19,", At("2028-01-01T00:00:00Z", $"--ephemeris={Data}").Lines[1], StringComparison.Ordinal);
        Assert.Equal(inside.Lines[1], At("2028-01-01T00:00:00Z").Lines[1]);
        Assert.Contains("new.list (SHA-256 ", ProgramRun.Of("doctor", "--ephemeris", Data).Output, StringComparison.Ordinal);

        ProgramRun Inside(params string[] more) => At("2027-12-31T23:59:60Z", more);

        ProgramRun At(string epoch, params string[] more) => ProgramRun.Of(["orbit", "beidou-3", "--start", epoch, "--stop", epoch, "--step", "1s", "--sat", "C19", .. more]);
    }

    /// <summary>The table's own steps, one that goes back, and what contradicts it.</summary>
    [Fact]
    public void A_table_goes_on_where_the_one_before_ends()
    {
        LeapSecondTable known = LeapSecondTable.BuiltIn, more = known.ExtendedBy(new([(new(2017, 1, 1), 37), (new(2028, 1, 1), 38), (new(2030, 7, 1), 37)], new(2031, 1, 1), "more"));
        Assert.Equal((37, 38, 37), (more.OnDay(Day(2027, 12, 31)), more.OnDay(Day(2028, 1, 1)), more.OnDay(Day(2030, 7, 1))));
        Assert.Equal((known.Entries.Count + 2, "more", new DateOnly(2031, 1, 1)), (more.Entries.Count, more.Name, more.ValidThrough));
        Assert.Same(known, known.ExtendedBy(new([(new(2017, 1, 1), 37)], new(2031, 1, 1), "no more")));
        Assert.Throws<ArgumentException>(() => new LeapSecondTable([(new(2017, 1, 1), 37), (new(2028, 1, 1), 39)], default, "two at once"));
        Assert.Throws<ArgumentException>(() => new LeapSecondTable([(new(2017, 1, 1), 37), (new(2016, 1, 1), 38)], default, "not in order"));
        Assert.Throws<ArgumentException>(() => new LeapSecondTable([], default, "none"));

        static int Day(int year, int month, int day) => CalendarDay.FromDate(year, month, day);
    }

    /// <summary>Antennas and elements go by the names that 'data list' tells; a file of the folder at hand goes before.</summary>
    [Fact]
    public void Antennas_and_elements_are_found_by_name()
    {
        string antennas = TestData.Shared("data/antex/igs20-small.atx");
        string iss = Write("iss.tle", "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927\n2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537\n");
        Assert.Equal(0, ProgramRun.Of("--ephemeris", Data, "data", "add", antennas, iss).Status);
        ProgramRun listed = ProgramRun.Of("data", "list", "--ephemeris", Data);
        Assert.Contains("igs20-small.atx,antex,", listed.Output, StringComparison.Ordinal);
        Assert.Contains("iss.tle,elements,2008-09-20,2008-09-20,", listed.Output, StringComparison.Ordinal);

        string elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName, sp3 = TestData.Shared("data/sp3/COD0MGXFIN_20240900000_01D_05M_ORB.SP3.gz");
        ProgramRun states = ProgramRun.In(elsewhere, "orbit", "sgp4", "iss.tle", "--minutes", "0:1:0", "--ephemeris", Data);
        Assert.Equal(0, states.Status);
        Assert.StartsWith("25544,0,", states.Lines[1], StringComparison.Ordinal);
        Assert.Equal(2, ProgramRun.In(elsewhere, "orbit", "sgp4", "iss.tle", "--minutes", "0:1:0").Status);
        string[] moved = ["orbit", sp3, "--step", "6h", "--sat", "G01", "--point", "apc", "--atx"];
        ProgramRun byName = ProgramRun.In(elsewhere, [.. moved, "igs20-small.atx", "--ephemeris", Data]), byPath = ProgramRun.Of([.. moved, antennas]);
        Assert.Equal((0, byPath.Output), (byName.Status, byName.Output));

        File.WriteAllText(Path.Combine(elsewhere, "iss.tle"), "no elements\n");
        Assert.Equal(2, ProgramRun.In(elsewhere, "orbit", "sgp4", "iss.tle", "--minutes", "0:1:0", "--ephemeris", Data).Status);
    }

    /// <summary>UT1 - UTC of a file that knows a leap second which the program lacks steps by one second; UT1 - TAI does not.</summary>
    [Fact]
    public void Ut1_goes_on_over_a_leap_second_that_only_the_file_knows()
    {
        static string Rows(Func<int, double> ut1) => "MJD;x_pole;y_pole;UT1-UTC\n"
            + string.Concat(Enumerable.Range(62_000, 6).Select(d => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{d};0.1;0.3;{ut1(d):0.0000000}\n")));
        EopTable smooth = Constellation.Formats.EopFile.Read(Write("smooth.csv", Rows(d => 0.3 - (1e-3 * (d - 62_000))))).ValueOrThrow();
        Constellation.Core.ReadResult<EopTable> read = Constellation.Formats.EopFile.Read(Write("step.csv", Rows(d => 0.3 - (1e-3 * (d - 62_000)) + (d < 62_003 ? -1 : 0))));
        Constellation.Core.Diagnostic told = Assert.Single(read.Diagnostics);
        Assert.Equal(("CN6140", 5), (told.Code, told.Where.Line));
        for (int i = 1; i < 6; i++)
        {
            Check.Within(Tolerance.Of(1e-9, "s", "digits of the file"), smooth.Rows[i].Ut1MinusTai - smooth.Rows[0].Ut1MinusTai, read.Value!.Rows[i].Ut1MinusTai - read.Value.Rows[0].Ut1MinusTai);
        }
    }
}
