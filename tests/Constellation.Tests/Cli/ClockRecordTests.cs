using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

/// <summary>What the clock verbs say of records with holes, of records too short, and of options that do not fit.</summary>
public sealed class ClockRecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Five verbs, one sentence.</summary>
    [Theory]
    [InlineData("stability")]
    [InlineData("fit")]
    [InlineData("compare")]
    [InlineData("ensemble", "--clock", "PHM-BDS3")]
    [InlineData("predict", "--fit", "20s", "--horizon", "10s")]
    public void Missing_values_are_told(string verb, params string[] options)
    {
        Assert.DoesNotContain("missing", Error(verb, Record((_, x) => x), options), StringComparison.Ordinal);
        Assert.Contains(": 1 of 200 values are missing\n", Error(verb, Record((k, x) => k == 50 ? "nan" : x), options), StringComparison.Ordinal);
        Assert.Contains(": 2 of 200 values are missing; 1 in the file are not finite\n", Error(verb, Record((k, x) => k == 50 ? "inf" : k == 60 ? "" : x), options), StringComparison.Ordinal);
        Assert.Contains(": 30 of 200 values are missing\n", Error(verb, Record((k, x) => k is >= 100 and < 130 ? null : x), options), StringComparison.Ordinal);
    }

    [Fact]
    public void Horizons_beyond_the_record_are_told()
    {
        string record = Record((_, x) => x);
        ProgramRun some = ProgramRun.Of("clock", "predict", record, "--fit", "100s", "--horizon", "10s,150s");
        Assert.Equal(0, some.Status);
        Assert.Contains("no prediction at a horizon of 150 s: with --fit of 100 s it exceeds the record of 199 s", some.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("horizon of 10 s", some.Error, StringComparison.Ordinal);
        ProgramRun none = ProgramRun.Of("clock", "predict", record, "--fit", "100s", "--horizon", "150s");
        Assert.Equal((2, ""), (none.Status, none.Output));
        Assert.Contains("CN4037", none.Error, StringComparison.Ordinal);
    }

    /// <summary>The option at fault is named, and nothing has been written yet.</summary>
    [Theory]
    [InlineData("--weight-age", "predict", "--fit", "20s", "--horizon", "10s", "--weight-age", "0s")]
    [InlineData("--weight-age", "predict", "--fit", "20s", "--horizon", "10s", "--weight-age", "5s", "--model", "kalman")]
    [InlineData("--stride", "predict", "--fit", "20s", "--horizon", "10s", "--stride", "100ms")]
    [InlineData("--stride", "predict", "--fit", "20s", "--horizon", "10s", "--stride", "1500ms")]
    [InlineData("--clock", "predict", "--fit", "20s", "--horizon", "10s", "--clock", "NOPE")]
    [InlineData("--horizon", "predict", "--fit", "20s", "--horizon", "1500ms")]
    [InlineData("--fit", "predict", "--fit", "1500ms", "--horizon", "1s")]
    [InlineData("--window", "stability", "--window", "1s")]
    [InlineData("--step", "stability", "--step", "10s")]
    public void A_wrong_option_is_named_before_anything_is_written(string named, string verb, params string[] options)
    {
        ProgramRun run = ProgramRun.Of(["clock", verb, Record((_, x) => x), .. options]);
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_cannot_be_drawn_is_refused()
    {
        string picture = Path.Combine(_folder, "a.jpg");
        ProgramRun run = ProgramRun.Of("clock", "compare", "PHM-BDS3", "-o", picture);
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains(".png or .svg", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(picture));
    }

    /// <summary>A long table is given up while it is read.</summary>
    [Theory, InlineData("fit"), InlineData("stability"), InlineData("ensemble"), InlineData("compare")]
    public void Reading_can_be_interrupted(string verb)
    {
        string file = Path.Combine(_folder, "long.csv");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("1e-9\n", 20_000)));
        Assert.Equal(InterruptHandling.ExitStatus, Program.Run(["clock", verb, file], new CancellationToken(true)));
    }

    private static string Error(string verb, string record, string[] options)
    {
        ProgramRun run = ProgramRun.Of(["clock", verb, record, .. options]);
        Assert.True(run.Status == 0, run.Error);
        return run.Error;
    }

    /// <summary>White frequency noise of 200 s, its values as they are, otherwise written, or left out.</summary>
    private string Record(Func<int, string, string?> value)
    {
        string file = Path.Combine(_folder, "record.csv");
        Random random = new(1);
        double offset = 0;
        List<string> lines = ["t_s,phase_s"];
        for (int k = 0; k < 200; k++)
        {
            offset += 1e-12 * (random.NextDouble() - 0.5);
            if (value(k, offset.ToString("R", CultureInfo.InvariantCulture)) is { } text)
            {
                lines.Add($"{k},{text}");
            }
        }

        File.WriteAllLines(file, lines);
        return file;
    }
}
