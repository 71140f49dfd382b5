using System.CommandLine;
using System.Globalization;
using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Options of the verbs about sweeps.</summary>
internal static class BatchOptions
{
    /// <summary>Where schedulers tell a task its number, and what the first one is: in a variable, or else by custom.</summary>
    private static readonly (string Index, string? FirstIn, int First)[] s_arrays =
    [
        ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", 1), ("PBS_ARRAY_INDEX", null, 1), ("LSB_JOBINDEX", null, 1), ("SGE_TASK_ID", "SGE_TASK_FIRST", 1),
        ("JOB_COMPLETION_INDEX", null, 0), ("AWS_BATCH_JOB_ARRAY_INDEX", null, 0),
    ];

    /// <summary>Names of the variables that tell a task its number.</summary>
    internal static IEnumerable<string> TaskVariables => s_arrays.Select(a => a.Index);

    public static Argument<string?> Sweep() => new("sweep") { Description = "Name of a built-in sweep (see 'list sweeps') or a TOML file", HelpName = "SWEEP" };

    public static Argument<string> Folder() => new("folder") { Description = "A batch folder", HelpName = "DIR" };

    public static Option<int> Jobs() => new("--jobs")
    {
        Description = "Shards at once; the output does not depend on it",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = r => Whole(r, 1, 1024) ?? 1,
    };

    public static Option<int?> Seeds() => new("--seeds") { Description = "Seeds of every point instead of the sweep's own number", HelpName = "N", CustomParser = r => Whole(r, 1, SweepDefinition.MostRuns) };

    public static Option<string?> Share() => new("--shard")
    {
        Description = "Run one share of the shards and do not merge: the Kth of N, K from 1; or auto/N, K being the number that Slurm, PBS, LSF, SGE, Kubernetes or AWS Batch gives to this task",
        HelpName = "K/N",
        CustomParser = r =>
        {
            string text = r.Tokens.Count > 0 ? r.Tokens[^1].Value : "";
            if (Parse(text) is null)
            {
                r.AddError($"'{text}' is no share of the shards; write K/N with K from 1 to N, or auto/N within an array job");
            }

            return text;
        },
    };

    public static (int Index, int Count)? ShareOf(string? text) => text is null ? null : Parse(text);

    /// <summary>A sweep with what is set from outside; errors end the command.</summary>
    public static SweepDefinition Read(string nameOrPath, string[] settings, int? seeds)
    {
        SweepDefinition sweep = SweepReader.Read(nameOrPath).ValueOrThrow();
        if (settings.FirstOrDefault(SweepDefinition.IsSeed) is { } seed)
        {
            throw new InputException(Diagnostic.Error("CN6004", new SourceSpan($"--set {seed}"), SweepDefinition.SeedProblem, SweepDefinition.SeedRemedy));
        }

        sweep = sweep with { Settings = [.. sweep.Settings, .. settings], Seeds = seeds ?? sweep.Seeds };
        if (settings.Length > 0)
        {
            _ = sweep.ScenarioOf(sweep.Points[0], sweep.FirstSeed).ValueOrThrow();
        }

        return sweep.Runs <= SweepDefinition.MostRuns
            ? sweep
            : throw new InputException(Diagnostic.Error("CN6006", new SourceSpan("--seeds"), $"{sweep.Points.Count} points with {sweep.Seeds} seeds each are {sweep.Runs} runs", $"at most {SweepDefinition.MostRuns} are taken"));
    }

    private static (int Index, int Count)? Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > 1_000_000)
        {
            return null;
        }

        int? index = parts[0] == "auto" ? Task() : int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int k) ? k - 1 : null;
        return index is { } i && i >= 0 && i < count ? (i, count) : null;
    }

    /// <summary>The number of this task from 0.</summary>
    private static int? Task()
    {
        foreach ((string name, string? firstIn, int usual) in s_arrays)
        {
            if (int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                bool told = int.TryParse(firstIn is null ? null : Environment.GetEnvironmentVariable(firstIn), NumberStyles.None, CultureInfo.InvariantCulture, out int first);
                return value - (told ? first : usual);
            }
        }

        return null;
    }

    private static int? Whole(System.CommandLine.Parsing.ArgumentResult r, int least, int most)
    {
        string text = r.Tokens.Count > 0 ? r.Tokens[^1].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
        {
            return value;
        }

        r.AddError($"'{text}' is not a whole number from {least} to {most}");
        return null;
    }
}
