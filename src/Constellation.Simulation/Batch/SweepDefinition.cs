using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Constellation.Simulation;

/// <summary>A sweep, parsed and validated: a scenario, what is varied in it, how often it is drawn, and what is kept.</summary>
public sealed record SweepDefinition
{
    public const int MostRuns = 10_000_000;

    /// <summary>Name of the file without its ending.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The scenario's file, whose text is <see cref="ScenarioText"/>.</summary>
    public required string ScenarioFile { get; init; }

    public required string ScenarioText { get; init; }

    /// <summary>Settings that every point has.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    public required IReadOnlyList<SweepAxis> Axes { get; init; }

    public SweepDesign Design { get; init; }

    /// <summary>Levels of every point, by axis.</summary>
    public required SweepPoints Points { get; init; }

    /// <summary>Seeds of every point: the same for all, so that differences between points are of the configurations and not of the draws.</summary>
    public int Seeds { get; init; } = 1;

    public long FirstSeed { get; init; } = 1;

    /// <summary>Runs of a shard at most: what is lost with a process, and what shares work.</summary>
    public int RunsPerShard { get; init; } = ShardLayout.RunsPerShard;

    /// <summary>Metrics of a run's summary that are kept.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Those of them that answer the question: what is printed and drawn; empty: the first.</summary>
    public IReadOnlyList<string> Answer { get; init; } = [];

    /// <summary>Which scopes are kept.</summary>
    public SweepScopes Scopes { get; init; } = SweepScopes.Everything;

    /// <summary>Figures behind the points that nobody published; results tell them.</summary>
    public IReadOnlyList<string> Assumed { get; init; } = [];

    /// <summary>Question that the sweep answers, for its report.</summary>
    public string Question { get; init; } = "";

    public long Runs => (long)Points.Count * Seeds;

    /// <summary>Everything of a run but its seed.</summary>
    public IReadOnlyList<string> SettingsOf(SweepPoint point) => [.. Settings, .. point.Levels.SelectMany(l => l.Settings)];

    /// <summary>The very scenario that <c>run</c> takes for a point and a seed.</summary>
    public Core.ReadResult<ScenarioDefinition> ScenarioOf(SweepPoint point, long seed) =>
        ScenarioReader.Read(ScenarioText, ScenarioFile, [.. SettingsOf(point), string.Create(CultureInfo.InvariantCulture, $"{ScenarioKeys.Seed.Name}={seed}")]);

    /// <summary>What is told of a setting of the seed.</summary>
    public const string SeedProblem = "the seed of a run is that of its draw, the same at every point", SeedRemedy = "give the sweep's seeds and first_seed instead";

    /// <summary>Whether a setting, <c>path=value</c>, is of the seed.</summary>
    public static bool IsSeed(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Split('=')[0].Trim() == ScenarioKeys.Seed.Name;
    }

    /// <summary>Hash of all that results follow from, the program's version aside.</summary>
    public string Digest()
    {
        StringBuilder text = new();
        void Line(string value) => text.Append(value).Append('\n');
        Line(ScenarioText);
        Line(string.Join('\n', Settings));
        Line(Design.ToString());
        foreach (SweepAxis axis in Axes)
        {
            Line("axis " + axis.Name);
            foreach (SweepLevel level in axis.Levels)
            {
                Line($"level {level.Name}: {string.Join(" | ", level.Settings)}");
            }
        }

        Line(string.Create(CultureInfo.InvariantCulture, $"points {Points.Count} seeds {Seeds} from {FirstSeed}, {RunsPerShard} a shard"));
        Line(string.Join(' ', Metrics.Order(StringComparer.Ordinal)));
        Line(Scopes.ToString());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
