using Constellation.Cli;
using Constellation.Tests.Formats.Observations;

namespace Constellation.Tests.Cli;

public sealed class ObservationConversionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A compact file becomes the plain one it was made of, value by value (a loss-of-lock digit of 0 becomes a blank, which means the same).</summary>
    [Fact]
    public void Compact_becomes_plain()
    {
        string plain = TestData.Shared("data/obs/ACOR00ESP_R_20213550000_01D_30S_MO.rnx"), written = Path.Combine(_folder, "a.rnx");
        ProgramRun run = ProgramRun.Of("convert", TestData.Shared("data/obs/ACOR00ESP_R_20213550000_01D_30S_MO.crx"), written);
        Assert.Equal(0, run.Status);
        Assert.Contains("convert: rinex does not hold: comments, counts and licences of the header", run.Error, StringComparison.Ordinal);
        List<Row> before = ObservationText.Read(File.ReadAllBytes(plain)).Rows, after = ObservationText.Read(File.ReadAllBytes(written)).Rows;
        Assert.Equal(before.Select(r => (r.Time, r.Satellite)), after.Select(r => (r.Time, r.Satellite)));
        Assert.Equal(before.SelectMany(r => r.Values), after.SelectMany(r => r.Values));
        Assert.Equal(before.SelectMany(r => r.Strengths), after.SelectMany(r => r.Strengths));
    }

    [Theory]
    [InlineData("x.rnx", null, "     3.05           OBSERVATION DATA")]
    [InlineData("x.obs", null, "     3.05           OBSERVATION DATA")]
    [InlineData("x.dat", "rinex4", "     4.00           OBSERVATION DATA")]
    [InlineData("x.crx", null, "3.0                 COMPACT RINEX FORMAT")]
    [InlineData("x.csv", null, "epoch_gpst,sat,code,value,loss_of_lock,strength")]
    public void The_target_is_told_by_name_or_option(string name, string? to, string first)
    {
        string input = Put("a.21o", ObservationText.Header2() + " 21  3 19 12  0  0.0000000  0  1G05\n" + $"{20000000.125,14:0.000}15\n\n");
        List<string> arguments = ["convert", input, Path.Combine(_folder, name)];
        arguments.AddRange(to is null ? [] : ["--to", to]);
        ProgramRun run = ProgramRun.Of([.. arguments]);
        Assert.Equal(0, run.Status);
        string[] lines = File.ReadAllLines(Path.Combine(_folder, name));
        Assert.StartsWith(first, lines[0], StringComparison.Ordinal);
        if (name == "x.csv")
        {
            Assert.Equal("2021-03-19T12:00:00.000000000,G05,C1C,20000000.125,1,5", lines[1]);
        }
        else
        {
            Assert.Contains("codes of RINEX 3 are written by convention", run.Error, StringComparison.Ordinal);
            Assert.StartsWith(name == "x.crx" ? "3&20000000125 " : "G05  20000000.12515", lines[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Satellites_are_chosen_and_problems_are_told()
    {
        string input = Put("a.rnx", ObservationText.Header3() + "> 2021 03 19 12 00 00.0000000  0  3\nG05  20000000.125\nR07  20000000.25x\nR08  20000000.500\n");
        string output = Path.Combine(_folder, "b.rnx");
        ProgramRun run = ProgramRun.Of("convert", input, output, "--sat", "R");
        Assert.Equal(0, run.Status);
        Assert.Contains("a.rnx(8,6): error CN3415: '20000000.25x' is not a number (R07)", run.Error, StringComparison.Ordinal);
        Assert.Contains("convert: 1 errors and 1 warnings in the input", run.Error, StringComparison.Ordinal);
        Assert.Equal(["R07", "R08  20000000.500"], File.ReadAllLines(output)[^2..]);
        Assert.Equal(2, ProgramRun.Of("convert", input, Path.Combine(_folder, "c.rnx"), "--strict").Status);
        Assert.False(File.Exists(Path.Combine(_folder, "c.rnx")));
    }

    [Fact]
    public void A_file_without_epochs_is_told()
    {
        string output = Path.Combine(_folder, "b.rnx");
        ProgramRun run = ProgramRun.Of("convert", Put("a.rnx", ObservationText.Header3()), output);
        Assert.Equal(0, run.Status);
        Assert.Contains("a.rnx: warning CN3423: the file has no epoch that can be read; a header alone is written", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("END OF HEADER", File.ReadAllLines(output)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_says_what_a_file_holds_and_where_its_header_lies()
    {
        string last = ObservationText.Line("  2021     3    19    23    59   30.0000000     GPS", "TIME OF LAST OBS");
        string good = Put("a.rnx", ObservationText.Header3(last) + "> 2021 03 19 12 00 00.0000000  0  1\nG05  20000000.125\n> 2021 03 19 12 00 30.0000000  0  1\nG05  20000000.125\n");
        ProgramRun run = ProgramRun.Of("check", good);
        Assert.Equal(0, run.Status);
        Assert.Contains($"{good}(1): warning CN3422: the header tells a last epoch of 2021-03-19T23:59:30GPST, it is 2021-03-19T12:00:30GPST; the epochs are used, not the header", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{good}: ok: RINEX observation 3.05, marker SITE, 1 satellites, 2 epochs every 30 s", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, ProgramRun.Of("check", Put("b.rnx", ObservationText.Header3() + "nonsense\n")).Status);
    }

    private string Put(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
