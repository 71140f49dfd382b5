using Constellation.Cli;

namespace Constellation.Tests.Cli;

/// <summary>What help texts and pages tell people to type is typed.</summary>
public sealed class ExampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    /// <summary>Verbs whose examples work for long, wait for a window, or ask for something that machines need not have.</summary>
    private static readonly (string Begins, string Why)[] s_left =
    [
        ("run ", "whole days: .ci/run runs the first"), ("batch ", "sweeps of hours; 'batch plan' too times runs"), ("reproduce", "minutes to hours"), ("view", "opens a window"), ("design sweep", "minutes"),
        ("availability", "years of events"), ("links ladder", "minutes"), ("links beidou-3 --what solution --estimator batch", "a minute of processor time"), ("links isl+anchor --what autonomy", "months"), ("accuracy", "a day in steps of five minutes"), ("integrity", "a day in steps of five minutes"),
        ("map gps", "a day of protection levels"),
    ];

    private static string[] PagePaths => ["README.md", "docs/viewer.md", .. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "lessons"), "*.md").Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => [.. PagePaths];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_verb_has_an_example_and_every_example_is_understood()
    {
        Example[] examples = [.. Example.OfHelp()];
        Assert.True(examples.Length > 100);
        string[] without = [.. VerbList.Root().Subcommands.Select(s => s.Name).Where(n => !examples.Any(e => e.Place.StartsWith(n, StringComparison.Ordinal)))];
        Assert.Empty(without);
        Assert.Empty(examples.SelectMany(Misunderstood));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_command_of_a_page_is_understood(string page) => Assert.Empty(Example.OfPage(Path.Combine(Repository.Root, page)).SelectMany(Misunderstood));

    /// <summary>Run in an empty folder: done, or a file of the example is not there, which is told. Nothing else ends otherwise.</summary>
    [Fact, Trait("Category", "Long")]
    public void Every_example_that_is_short_runs_or_misses_its_files()
    {
        List<string> wrong = [];
        int done = 0;
        foreach (Example example in Example.OfHelp().Concat(PagePaths.SelectMany(p => Example.OfPage(Path.Combine(Repository.Root, p)))).DistinctBy(e => e.Line))
        {
            string[] words = example.Words();
            if (s_left.Any(l => string.Join(' ', words).StartsWith(l.Begins, StringComparison.Ordinal)))
            {
                continue;
            }

            ProgramRun run = ProgramRun.In(_folder, words);
            done += run.Status == 0 ? 1 : 0;
            bool missing = run.Status == 2 && words.Any(w => (run.Error + run.Output).Contains(w.Split(':')[^1], StringComparison.Ordinal)) && MissesFile(run.Error + run.Output);
            if (run.Status != 0 && !missing)
            {
                wrong.Add($"{example.Place}: {example.Line}: {run.Status} {run.Error}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(done > 20);
    }

    private static bool MissesFile(string told) => new[] { "CN3000", "CN2122", "CN5050", "CN2200", "CN5001", "CN6050", "CN2104", "CN1005", "no such", "not there" }.Any(c => told.Contains(c, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Misunderstood(Example example) =>
        VerbList.Root().Parse(example.Words()).Errors.Select(e => $"{example.Place}: {example.Line}: {e.Message}");
}
