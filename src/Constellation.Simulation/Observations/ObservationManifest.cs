namespace Constellation.Simulation;

/// <summary><c>manifest.json</c> of simulated observations. No clock time in it: equal calls give equal bytes.</summary>
public sealed record ObservationManifest
{
    public required string Program { get; init; }

    public required string Scenario { get; init; }

    public required string ScenarioText { get; init; }

    public required ulong Seed { get; init; }

    public required string Start { get; init; }

    public required double StepSeconds { get; init; }

    public required int Epochs { get; init; }

    public required IReadOnlyDictionary<string, string> Stages { get; init; }

    /// <summary>Signals, air, receiver: the settings in words.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public required IReadOnlyList<ObservedCounts> Receivers { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }
}
