namespace Constellation.Reporting;

/// <summary>Stability of one satellite's clock over the run.</summary>
public sealed record ClockRecord(string Sat, IReadOnlyList<StabilityPoint> Points);
