using Constellation.Cli;

namespace Constellation.Tests.Cli;

public sealed class DoctorVerbTests
{
    [Fact]
    public void Says_what_works_here()
    {
        ProgramRun run = ProgramRun.Of("doctor", "--format", "csv");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Dictionary<string, string> states = run.Lines[1..].Select(l => l.Split(',')).ToDictionary(f => f[0], f => f[1]);
        Assert.Equal("check,state,detail,remedy", run.Lines[0]);
        Assert.All(new[] { "runtime", "processor", "memory", "data folder", "leap seconds", "Earth orientation", "plots" }, check => Assert.Equal("ok", states[check]));
        Assert.All(new[] { "fonts", "OpenGL", "window" }, check => Assert.Contains(states[check], new[] { "ok", "absent" }));
        Assert.Contains("valid through 2027-06-28", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_with_a_missing_or_a_damaged_file_is_named()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("constellation-data-");
        try
        {
            Assert.Equal(DoctorState.Broken, DataChecks.Folder(Path.Combine(folder.FullName, "none")).State);
            foreach (string file in DataChecks.Expected())
            {
                string target = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(AppContext.BaseDirectory, "ephemeris", file), target);
            }

            Assert.Equal(DoctorState.Ok, DataChecks.Folder(folder.FullName).State);
            string clock = Path.Combine(folder.FullName, "clocks", "phm-bds3.toml"), text = File.ReadAllText(clock);
            File.Delete(clock);
            DoctorFinding missing = DataChecks.Folder(folder.FullName);
            Assert.Equal(DoctorState.Broken, missing.State);
            Assert.Contains("lacks 1 of", missing.Detail, StringComparison.Ordinal);
            Assert.Contains("clocks/phm-bds3.toml", missing.Detail, StringComparison.Ordinal);

            File.WriteAllText(clock, text.Replace("name =", "nam =", StringComparison.Ordinal));
            DoctorFinding damaged = DataChecks.Folder(folder.FullName);
            Assert.Equal(DoctorState.Broken, damaged.State);
            Assert.Contains("phm-bds3.toml(", damaged.Detail, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Only_what_the_main_job_needs_makes_it_fail()
    {
        DoctorFinding ok = new("a", DoctorState.Ok, "there"), absent = new("b", DoctorState.Absent, "not there", "get it"), broken = new("c", DoctorState.Broken, "gone", "mend it");
        Assert.True(DoctorVerb.CanRun([ok, absent]));
        Assert.False(DoctorVerb.CanRun([ok, absent, broken]));
        StringWriter text = new();
        DoctorVerb.Print([ok, broken], text);
        Assert.Contains("mend it", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot run", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_that_are_not_there_are_absent_not_broken() =>
        Assert.Equal(DoctorState.Absent, GraphicsChecks.Fonts(Path.Combine(AppContext.BaseDirectory, "no-such-folder")).State);
}
