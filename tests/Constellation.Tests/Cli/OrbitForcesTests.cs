using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

public class OrbitForcesTests
{
    [Fact]
    public void One_satellite_of_every_class_and_one_row_a_force()
    {
        string[] lines = Run(0, "--days", "0.05");
        Assert.Equal("left_out,sat,block,orbit,acceleration_mps2,radial_m,along_m,cross_m,total_m", lines[0]);
        string[][] rows = [.. lines[1..].Select(l => l.Split(','))];
        Assert.Equal(["G01", "E01", "C19", "C38", "C59"], rows.Select(r => r[1]).Distinct());
        Assert.Equal(["MEO", "IGSO", "GEO"], rows.Select(r => r[3]).Distinct());
        Assert.Contains(rows, r => r[0] == "gravity above 8");
        Assert.Contains(rows, r => r[0] == "ocean-pole-tide");

        // An acceleration a over t = 4320 s moves a satellite by a t^2 / 2 as long as the orbit hardly turns: a third of a radian to two.
        foreach (string[] row in rows.Where(r => r[0] is "relativity" or "antenna-thrust"))
        {
            double a = Number(row[4]), total = Number(row[8]);
            Assert.InRange(total, 0.3 * a * 4320 * 4320 / 2, 1.3 * a * 4320 * 4320 / 2);
        }
    }

    [Fact]
    public void Markdown_has_a_column_a_satellite()
    {
        string[] lines = Run(0, "galileo", "--days", "0.02", "--forces", "moon,relativity", "--format", "md");
        Assert.Equal("| left out | m/s² | E01 GAL-2 MEO |", lines[0]);
        Assert.Equal("|---|---|---|", lines[1]);
        Assert.StartsWith("| moon | ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("| relativity | 2e-10 | 0.000 |", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    /// <summary>Nobody typed it in. Three digits are printed; 1 % and 2 mm leave room for another processor's last bits.</summary>
    [Fact]
    public void The_table_of_the_theory_page_is_the_output()
    {
        string[] written = [.. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "theory", "forces.md")).SkipWhile(l => !l.StartsWith("| left out | m/s²", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|'))];
        string[] made = Run(0, "--format", "md");
        Assert.Equal(made[..2], written[..2]);
        Assert.Equal(made.Select(l => l.Split('|')[1]), written.Select(l => l.Split('|')[1]));
        foreach ((string[] expected, string[] actual) in made[2..].Zip(written[2..]).Select(p => (p.First.Split('|')[3..^1], p.Second.Split('|')[3..^1])))
        {
            Assert.All(expected.Zip(actual), p => Assert.InRange(Number(p.Second), (0.99 * Number(p.First)) - 0.002, (1.01 * Number(p.First)) + 0.002));
        }
    }

    [Fact]
    public void Forces_satellites_and_start_are_chosen()
    {
        string[] lines = Run(0, "galileo", "--sat", "E02,E03", "--start", "2024-09-20T00:00:00GPST", "--days", "0.02", "--forces", "standard,-radiation,relativity");
        Assert.Equal(["gravity", "gravity above 2", "gravity above 4", "sun", "moon", "relativity"], lines[1..].Select(l => l.Split(',')[0]).Distinct());
        Assert.Equal(["E02", "E03"], lines[1..].Select(l => l.Split(',')[1]).Distinct());
    }

    [Theory]
    [InlineData("'relativty' is no force", "--forces", "full,relativty")]
    [InlineData("gravity to degree 30 is asked for, the built-in EGM2008 has 20", "--forces", "gravity-30")]
    [InlineData("has no such satellite", "gps", "--sat", "E01")]
    [InlineData("'gsp'", "gsp")]
    [InlineData("from 0.01 to 60 (d)", "--days", "-1")]
    public void What_cannot_be_is_told(string part, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of(["orbit", "forces", .. arguments]);
        Assert.Equal(2, run.Status);
        Assert.Contains(part.Replace("has no", "have no", StringComparison.Ordinal), run.Error, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Run(int status, params string[] arguments)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run(["orbit", "forces", .. arguments, "-o", file], TestContext.Current.CancellationToken));
            return File.ReadAllLines(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
