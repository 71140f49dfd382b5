using Constellation.Cli;

namespace Constellation.Tests.Cli;

public sealed class PublishedNumberTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>G1 to G5, I1 to I9, C1 to C8, S1 to S7, A1 to A5, each with a recipe and no recipe without a source.</summary>
    [Fact]
    public void Every_published_number_has_a_recipe()
    {
        string[] ids = [.. new[] { ('G', 5), ('I', 9), ('C', 8), ('S', 7), ('A', 5) }.SelectMany(k => Enumerable.Range(1, k.Item2).Select(i => $"{k.Item1}{i}"))];
        Assert.Equal(ids, PublishedSources.All.Select(s => s.Id));
        Assert.Equal(ids.Order(), PublishedRecipes.All.SelectMany(r => r.Ids).Distinct().Order());
    }

    /// <summary>Within the factor is met, below is better, above and NaN are not met.</summary>
    [Theory]
    [InlineData(0.7, nameof(PublishedVerdict.Met))]
    [InlineData(0.66, nameof(PublishedVerdict.Better))]
    [InlineData(2.9, nameof(PublishedVerdict.Met))]
    [InlineData(3.1, nameof(PublishedVerdict.NotMet))]
    [InlineData(double.NaN, nameof(PublishedVerdict.NotMet))]
    public void A_factor_about_a_range_decides(double value, string verdict) =>
        Assert.Equal(verdict, PublishedNumber.Within("G1", "", 1, 2, "m", 1.5, "", value, "0.0").Verdict.ToString());

    [Theory]
    [InlineData("2.6 cm", "2.6", "cm")]
    [InlineData("0.73 to 0.98, mean 0.82", "0.73 to 0.98, mean 0.82", "")]
    [InlineData("12", "12", "")]
    public void A_unit_stands_at_the_end(string figure, string value, string unit) => Assert.Equal((value, unit), PublishedNumber.Parted(figure));

    /// <summary>Orbits far away see users under one angle: weights 1 and 0; [Montenbruck15] gives BeiDou MEO 0.98 and 1/54, printed digits.</summary>
    [Fact]
    public void Weights_follow_from_the_visible_Earth()
    {
        (double radial, double square) = WeightRecipe.Weights(1e12);
        Check.Within(Tolerance.Of(1e-6, "1", "1/distance"), 1, radial);
        Check.Within(Tolerance.Of(1e-6, "1", "1/distance squared"), 0, square);
        Check.Within(Tolerance.Of(0.0010, "1", "1/54 is printed to two digits"), 1 / 54.0, WeightRecipe.Weights(27_906e3).TransverseSquared);
    }

    /// <summary>The page of the repository has every published number, counts its verdicts rightly, leaves nothing out, and holds the rows that are made today where that takes no time.</summary>
    [Fact]
    public void The_page_is_whole_and_of_today()
    {
        string[] page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "validation.md"));
        string[][] rows = [.. page.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(l => l[2..^2].Split(" | "))];
        Assert.All(rows, r => Assert.Equal(8, r.Length));
        Assert.Equal(PublishedSources.All.Select(s => s.Id), rows.Select(r => r[0]).Distinct());
        Assert.All(rows, r => Assert.Equal(PublishedSources.Of(r[0]), r[2]));
        int Count(string verdict) => rows.Count(r => r[7].TrimStart('*').Split(':')[0].TrimEnd('*') == verdict);
        int missed = Count("not met");
        Assert.Contains($"{Count("met")} met, {Count("better")} better, {missed} not met ({missed} of them known and explained), {Count("not comparable")} not comparable.", page);
        string made = Path.Combine(_folder, "s3.md");
        Assert.Equal(0, Program.Run(["reproduce", "S3", "--data", _folder, "-o", made], TestContext.Current.CancellationToken));
        string[] fresh = [.. File.ReadAllLines(made).Where(l => l.StartsWith("| S3 |", StringComparison.Ordinal))];
        Assert.Equal(fresh, page.Where(l => l.StartsWith("| S3 |", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_of_them_becomes_a_table()
    {
        string file = Path.Combine(_folder, "s3.csv");
        Assert.Equal(0, Program.Run(["reproduce", "s3", "--data", _folder, "--format", "csv", "-o", file], TestContext.Current.CancellationToken));
        string[] lines = File.ReadAllLines(file);
        Assert.Equal("id,what,source,target,tolerance,value,unit,verdict,reason", lines[0]);
        Assert.Equal(8, lines.Length - 1);
        Assert.All(lines[1..], l => Assert.Contains(",met,", l, StringComparison.Ordinal));
    }

    /// <summary>Without recorded data the rows that need them are there, say which files they need, and the status says that the table is not whole.</summary>
    [Fact]
    public void Missing_data_are_told_row_by_row()
    {
        string file = Path.Combine(_folder, "c6.md");
        ProgramRun run = ProgramRun.Of(["reproduce", "C6", "--quick", "--data", _folder, "-o", file]);
        Assert.Equal(3, run.Status);
        Assert.Contains("skipped C6: needs WUM0MGXFIN_2019097*", run.Error, StringComparison.Ordinal);
        string row = Assert.Single(File.ReadAllLines(file), l => l.Contains("skipped: needs", StringComparison.Ordinal));
        Assert.StartsWith("| C6 | Galileo, one day | doi:10.1016/j.measurement.2019.107356 |", row, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(file).Count(l => l.StartsWith("| C6 | order of stability", StringComparison.Ordinal) && l.EndsWith("| met |", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_folder_that_is_not_there_and_formats_of_pages_are_told()
    {
        ProgramRun nowhere = ProgramRun.Of(["reproduce", "C6", "--data", Path.Combine(_folder, "nowhere")]);
        Assert.Equal(2, nowhere.Status);
        Assert.Contains("CN6127", nowhere.Error, StringComparison.Ordinal);
        ProgramRun page = ProgramRun.Of(["reproduce", "orbits", "--data", _folder, "--format", "csv"]);
        Assert.Equal(2, page.Status);
        Assert.Contains("CN6128", page.Error, StringComparison.Ordinal);
    }

    /// <summary>Stopped at once: the status of an interruption, and what stood in the target still stands.</summary>
    [Fact]
    public void An_interrupted_table_leaves_the_old_one()
    {
        string file = Path.Combine(_folder, "old.md");
        File.WriteAllText(file, "before");
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Equal(130, Program.Run(["reproduce", "G2", "--data", _folder, "-o", file], stop.Token));
        Assert.Equal("before", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(_folder));
    }

    /// <summary>Rows of recipes that were through are taken as they are, one that was cut short is made again, and nothing is left behind. Rows of another program are refused.</summary>
    [Fact]
    public void An_interrupted_table_goes_on()
    {
        string file = Path.Combine(_folder, "s3.csv"), rows = file + ".rows", undisturbed = Path.Combine(_folder, "whole.csv");
        string[] Command(string output) => ["reproduce", "S3", "--data", _folder, "--format", "csv", "-o", output];
        Assert.Equal(0, Program.Run(Command(undisturbed), TestContext.Current.CancellationToken));
        RecipeRows kept = new(file, _folder, resume: false);
        int place = PublishedRecipes.All.Index().First(r => r.Item is WeightRecipe).Index;
        PublishedNumber mark = PublishedNumber.Near("S3", "kept", 1, "m", 0.1, "none", 1, "0.0");
        kept.Keep(place, [mark]);
        kept.Keep(place + 1, [PublishedNumber.Skip("S3", "kept", "", "files")]);
        File.AppendAllText(rows, "{\"Recipe\":0,\"Ro");
        ProgramRun unasked = ProgramRun.Of(Command(file));
        Assert.Equal(2, unasked.Status);
        Assert.Contains("CN6129", unasked.Error, StringComparison.Ordinal);
        RecipeRows again = new(file, _folder, resume: true);
        Assert.Equal(1, again.Count);
        Assert.Equal(mark, Assert.Single(again.Of(place)!));
        Assert.Equal(0, Program.Run([.. Command(file), "--resume"], TestContext.Current.CancellationToken));
        Assert.Equal("S3,kept", string.Join(',', Assert.Single(File.ReadAllLines(file)[1..]).Split(',')[..2]));
        Assert.False(File.Exists(rows));
        Assert.Equal(0, Program.Run([.. Command(file), "--resume"], TestContext.Current.CancellationToken));
        Assert.Equal(File.ReadAllBytes(undisturbed), File.ReadAllBytes(file));
        File.WriteAllText(rows, "{}\n");
        ProgramRun other = ProgramRun.Of([.. Command(file), "--resume"]);
        Assert.Equal(2, other.Status);
        Assert.Contains("CN6130", other.Error, StringComparison.Ordinal);
        File.Delete(rows);
        new RecipeRows(file, _folder, resume: false).Keep(place, [mark]);
        ProgramRun own = ProgramRun.Of([.. Command(file), "--resume", "--ephemeris", _folder]);
        Assert.Equal(2, own.Status);
        Assert.Contains("CN6130", own.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 10, 0.25, 20, "reproduce: 3 of 10 recipes, 60 s left")]
    [InlineData(10, 10, 1, 30, "reproduce: 10 of 10 recipes")]
    [InlineData(0, 10, 0, 30, "reproduce: 0 of 10 recipes")]
    [InlineData(5, 10, 0.5, 1200, "reproduce: 5 of 10 recipes, 20 min left")]
    public void Progress_tells_the_time_left(int done, int all, double share, double seconds, string line) => Assert.Equal(line, CountedProgress.Text("reproduce", "recipes", done, all, share, seconds));

    [Fact]
    public void An_unknown_number_is_exit_2() => Assert.Equal(2, Program.Run(["reproduce", "Q1"], TestContext.Current.CancellationToken));
}
