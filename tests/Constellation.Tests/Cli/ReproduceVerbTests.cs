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
}
