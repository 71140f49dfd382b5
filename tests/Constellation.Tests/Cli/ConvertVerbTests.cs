using Constellation.Cli;
using Constellation.Tests.Formats.Oem;
using Constellation.Tests.Formats.Sp3;

namespace Constellation.Tests.Cli;

public sealed class ConvertVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Whatever the way round, positions come back to the digit.</summary>
    [Theory]
    [InlineData("x.oem")]
    [InlineData("x.xml")]
    [InlineData("x.csv")]
    [InlineData("x.parquet")]
    public void Positions_come_back_to_the_digit(string by)
    {
        string sp3 = Put("a.sp3", Sp3Samples.Text()), back = Name("b.sp3");
        Assert.Equal(0, Run(sp3, Name(by)));
        Assert.Equal(0, Run(Name(by), back));
        Assert.Equal(Positions(sp3), Positions(back));
        if (by is "x.csv" or "x.parquet")
        {
            Assert.Equal(File.ReadAllLines(sp3).Where(l => l[0] == 'P'), File.ReadAllLines(back).Where(l => l[0] == 'P'));
        }
    }

    [Fact]
    public void What_the_target_cannot_hold_is_told()
    {
        ProgramRun run = ProgramRun.Of("convert", Put("a.sp3", Sp3Samples.Text()), Name("a.oem"));
        Assert.Equal(0, run.Status);
        Assert.Contains("convert: oem does not hold: clock offsets", run.Error, StringComparison.Ordinal);
        Assert.Contains("the derivatives of the interpolated positions are written", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, ProgramRun.Of("convert", "--strict", Name("a.oem"), Name("a.czml")).Status);
    }

    [Fact]
    public void Strictness_refuses_what_is_else_told()
    {
        string oem = Put("a.oem", OemSamples.Text);
        ProgramRun lenient = ProgramRun.Of("convert", oem, Name("a.csv"), "--frame", "gcrf"), strict = ProgramRun.Of("convert", oem, Name("b.csv"), "--frame", "gcrf", "--strict");
        Assert.Equal((0, 2), (lenient.Status, strict.Status));
        Assert.Contains("convert: 0 errors and 3 warnings in the input, told above; the rest was used", lenient.Error, StringComparison.Ordinal);
        Assert.Equal(7, File.ReadAllLines(Name("a.csv")).Length);
        Assert.False(File.Exists(Name("b.csv")));
    }

    [Fact]
    public void Ways_that_do_not_exist_are_told()
    {
        string sp3 = Put("a.sp3", Sp3Samples.Text());
        Assert.Equal(2, Run(sp3, Name("a.clk")));
        Assert.Equal(2, Run(sp3, Name("a.unknown")));
        Assert.Equal(2, Run(Put("n.txt", "hello"), Name("a.sp3")));
        Assert.Equal(2, Run(sp3, Name("b.sp3"), "--sp3-version", "a"));
        Assert.Equal(2, Run(sp3, Name("b.sp3"), "--sat", "E"));
    }

    [Fact]
    public void An_OEM_is_a_source_of_orbits()
    {
        string oem = Put("a.oem", OemSamples.Text);
        ProgramRun run = ProgramRun.Of("orbit", oem, "--start", "2020-06-25T00:10:00Z", "--stop", "2020-06-25T00:20:00Z", "--step", "10min", "--frame", "gcrf");
        Assert.Equal(0, run.Status);
        Assert.Equal(3, run.Lines.Length);
        Assert.StartsWith("2020-06-25T00:10:18.000000000,C19,27739123.", run.Lines[1], StringComparison.Ordinal);
        Assert.Contains("orbit: 0 errors and 3 warnings in the input", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, ProgramRun.Of("orbit", oem, "--strict").Status);
    }

    [Fact]
    public void Clocks_come_back_from_a_table()
    {
        const string Csv = "epoch_gpst,clock,clock_s\n2020-06-25T00:00:00.000000000,G01,0.000123456789012\n2020-06-25T00:00:00.000000000,ALGO,-1E-07\n2020-06-25T00:00:30.000000000,G01,0.000123456789013\n";
        string csv = Put("a.csv", Csv);
        Assert.Equal(0, Run(csv, Name("a.clk")));
        Assert.Equal(0, Run(Name("a.clk"), Name("b.csv")));
        Assert.Equal(Csv, File.ReadAllText(Name("b.csv")));
    }

    private static IEnumerable<string> Positions(string path) => File.ReadAllLines(path).Where(l => l[0] == 'P').Select(l => l[..46]);

    private static int Run(params string[] arguments) => Program.Run(["convert", .. arguments], TestContext.Current.CancellationToken);

    private string Put(string name, string text)
    {
        File.WriteAllText(Name(name), text);
        return Name(name);
    }

    private string Name(string name) => Path.Combine(_folder, name);
}
