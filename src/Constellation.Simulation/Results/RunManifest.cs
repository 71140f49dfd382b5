namespace Constellation.Simulation;

/// <summary><c>manifest.json</c> of a run folder: what ran, from what, and who took part. No clock time in it: equal runs give equal bytes.</summary>
public sealed record RunManifest
{
    /// <summary>Of the folder's layout; a reader refuses a greater one.</summary>
    public const int CurrentFormat = 1;

    public required int FormatVersion { get; init; }

    /// <summary>Program and its version.</summary>
    public required string Program { get; init; }

    public required string Scenario { get; init; }

    public required string Title { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>SHA-256 of <see cref="ScenarioText"/>.</summary>
    public required string ScenarioDigest { get; init; }

    /// <summary>Every setting that was in force, as a scenario file.</summary>
    public required string ScenarioText { get; init; }

    /// <summary>First epoch, <c>2024-09-20T00:00:00.000000000GPST</c>.</summary>
    public required string Start { get; init; }

    public required double StepSeconds { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Stage by stage of the chain: <c>simulated</c>, or what was read.</summary>
    public required IReadOnlyDictionary<string, string> Stages { get; init; }

    /// <summary>What clock errors are counted from.</summary>
    public required string ClockDatum { get; init; }

    /// <summary>Date and version of the tables inside the program (leap seconds, Earth orientation).</summary>
    public required IReadOnlyDictionary<string, string> Tables { get; init; }

    public required IReadOnlyList<RunSatellite> Satellites { get; init; }

    public required IReadOnlyList<RunStation> Stations { get; init; }

    public required IReadOnlyList<RunSite> Sites { get; init; }

    /// <summary>Cell of the user grid, degrees; rows from the south, columns from the west, centres of cells.</summary>
    public required double GridStepDeg { get; init; }

    public required double MaskDeg { get; init; }

    /// <summary>What people should know about the result: approximations in force, satellites left out.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
