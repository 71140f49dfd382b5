namespace Constellation.Positioning;

/// <summary>How the risk of an operation is shared out.</summary>
/// <remarks>[Blanch12] section VII; defaults are those of LPV-200 there.</remarks>
public sealed record IntegrityAllocation
{
    /// <summary>Integrity risk in one exposure that the vertical level may use.</summary>
    public double VerticalRisk { get; init; } = 9.8e-8;

    /// <summary>The same of the horizontal level.</summary>
    public double HorizontalRisk { get; init; } = 2e-9;

    /// <summary>Faults that together are less likely than this need not be monitored: satellites, and again constellations.</summary>
    public double UnmonitoredRisk { get; init; } = 4e-8;

    /// <summary>Probability of a false alert by the vertical tests.</summary>
    public double VerticalFalseAlert { get; init; } = 3.9e-6;

    /// <summary>The same of the horizontal ones.</summary>
    public double HorizontalFalseAlert { get; init; } = 9e-8;

    /// <summary>Faults as likely as this count for the effective monitor threshold.</summary>
    public double MonitorThresholdPrior { get; init; } = 1e-5;

    /// <summary>Risk of an exposure, both levels.</summary>
    public double TotalRisk => VerticalRisk + HorizontalRisk;

    /// <summary>Approach down to 200 feet.</summary>
    public static IntegrityAllocation Lpv200 { get; } = new();

    /// <summary>En route and non-precision approach: all of the risk for the horizontal level.</summary>
    public static IntegrityAllocation Horizontal { get; } = new() { VerticalRisk = 1e-9, HorizontalRisk = 9.9e-8, VerticalFalseAlert = 9e-8, HorizontalFalseAlert = 3.9e-6 };
}
