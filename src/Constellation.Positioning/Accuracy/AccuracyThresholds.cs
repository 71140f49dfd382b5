namespace Constellation.Positioning;

/// <summary>When a fix counts as available: it exists, and no quantity exceeds its limit.</summary>
/// <remarks>Defaults: 10 m horizontal and vertical and PDOP 6, the open-service commitments of GPS and BeiDou.</remarks>
public sealed record AccuracyThresholds
{
    public double Horizontal { get; init; } = 10.0;

    public double Vertical { get; init; } = 10.0;

    public double Pdop { get; init; } = 6.0;

    public bool Accept(in UserFix fix) =>
        fix.Status == FixStatus.Ok && fix.Pdop <= Pdop && fix.HorizontalError <= Horizontal && fix.VerticalError <= Vertical;
}
