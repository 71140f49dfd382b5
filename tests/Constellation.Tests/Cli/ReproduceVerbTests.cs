using Constellation.Cli;
using Constellation.Formats;
using Constellation.Tests.Orbits.Fit;

namespace Constellation.Tests.Cli;

public sealed class ReproduceVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Two days of one satellite: every table has its row, and the status says what the page says.</summary>
    [Fact]
    public void Orbits_of_a_folder_become_a_page()
    {
        foreach (int day in (int[])[0, 1])
        {
            using FileStream stream = File.Create(Path.Combine(_folder, $"day{day}.sp3"));
            Sp3Writer.Write(stream, SimulatedSp3.File(96 * day, 96));
        }

        string page = Path.Combine(_folder, "page.md");
        int status = Program.Run(["reproduce", "orbits", "--data", _folder, "-o", page], TestContext.Current.CancellationToken);
        string text = File.ReadAllText(page);
        Assert.Matches(@"\| GPS \| fit of a day \| 2 \| \d+\.\d \| 2\.5 \| (yes|\*\*no\*\*) \|", text);
        Assert.Matches(@"\| GPS \| prediction of a day \| 1 \| \d+\.\d \| 25\.0 \|", text);
        Assert.DoesNotContain("fit of a week |", text, StringComparison.Ordinal);
        Assert.Equal(text.Contains("**no**", StringComparison.Ordinal) ? 1 : 0, status);
    }

    [Fact]
    public void Wrong_input_is_exit_2()
    {
        Assert.Equal(2, Program.Run(["reproduce", "orbits", "--data", _folder], TestContext.Current.CancellationToken));
        Assert.Equal(2, Program.Run(["reproduce", "orbits", "--data", Path.Combine(_folder, "nowhere")], TestContext.Current.CancellationToken));
        Assert.Equal(2, Program.Run(["reproduce", "clocks-of-mars", "--data", _folder], TestContext.Current.CancellationToken));
    }

    /// <summary>A recipe works on a thread of its own: what it says of a file is told all the same.</summary>
    [Fact]
    public void A_file_that_is_damaged_is_told_by_its_name()
    {
        foreach (string name in (string[])["ESBC00DNK_R_20201770000_01D_MN.rnx", "MOJN00DNK_R_20201770000_01D_MN.rnx", "Sta21114.sp3"])
        {
            File.WriteAllText(Path.Combine(_folder, name), "damaged\n");
        }

        ProgramRun run = ProgramRun.Of("reproduce", "S1", "--quick", "--data", _folder);
        Assert.Equal(2, run.Status);
        Assert.Contains("Sta21114.sp3(1,1): error CN3001", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Real clocks and orbits of the shared data, all sections: nothing that must be met is missed, or the page says so and the status is 1.</summary>
    [Fact, Trait("Category", "Long")]
    public void Clocks_become_a_page()
    {
        string data = Path.GetDirectoryName(Path.GetDirectoryName(TestData.Shared("data/clk/GRG0MGXFIN_20201770000_01D_30S_CLK.CLK.gz")))!, page = Path.Combine(_folder, "clocks.md");
        int status = Program.Run(["reproduce", "clocks", "--data", data, "-o", page], TestContext.Current.CancellationToken);
        string text = File.ReadAllText(page);
        Assert.Equal(text.Contains("**no**", StringComparison.Ordinal) ? 1 : 0, status);
        Assert.Contains("20 deviations of NBS14 | [SP1065] tables 31, 32 | 1 unit of the last digit | 18 of 20 to every digit", text, StringComparison.Ordinal);
        Assert.Equal(19, text.Split('\n').Count(l => l.Contains("| its theory |", StringComparison.Ordinal) && l.EndsWith("| yes |", StringComparison.Ordinal)));
        Assert.DoesNotContain(data, text, StringComparison.Ordinal);
    }

    /// <summary>Without the files a page says that they are not at hand, and judges nothing by them.</summary>
    [Fact]
    public void Records_that_are_not_there_are_told()
    {
        ClockRecords none = new(_folder);
        Requirement[] rows = [.. new RecordedStability(none, TestContext.Current.CancellationToken).Judge(), .. new RecordedPrediction(none, 1, TestContext.Current.CancellationToken).Judge(), .. PrintedDigits.Judge(_folder)];
        Assert.All(rows, r => Assert.Null(r.Met));
        Assert.Contains("are not at hand", rows[^2].ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Program.Run(["reproduce", "clocks", "--data", Path.Combine(_folder, "nowhere")], TestContext.Current.CancellationToken));
    }
}
