using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>Limits and rates that quantities of a map ask for.</summary>
internal sealed record MapSettings
{
    public required MapQuantity Quantity { get; init; }

    /// <summary>Chosen by the user; null: the quantity's own.</summary>
    public PointStatistic? Statistic { get; init; }

    public required AccuracyThresholds Limits { get; init; }

    /// <summary>Whether availability asks for errors, too.</summary>
    public bool AsksForErrors { get; init; }

    public required IntegrityLimits Integrity { get; init; }

    public required SatelliteReliability Reliability { get; init; }

    /// <summary>Of continuity, s.</summary>
    public double Interval { get; init; }

    /// <summary>By the covariance, also of a run.</summary>
    public bool Analytic { get; init; }

    public int Threads { get; init; } = 1;
}
