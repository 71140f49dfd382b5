using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What the user of <c>links</c> asked for; null where the scenario decides.</summary>
internal sealed record LinkRequest(ScenarioDefinition Scenario, Epoch? Start, Epoch? Stop, Duration? Step, bool Anchors, int Threads)
{
    /// <summary>Least height of rays between satellites, m; null: that of the payload.</summary>
    public double? GrazingHeight { get; init; }

    /// <summary>Ends long work.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Name of a <see cref="LinkEstimator"/>.</summary>
    public string Estimator { get; init; } = LinkEstimator.All[0].Name;
}
