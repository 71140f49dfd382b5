using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Antenna reference point above the marker over a span of time.</summary>
/// <param name="Validity">When it held.</param>
/// <param name="Up">m.</param>
/// <param name="North">m.</param>
/// <param name="East">m.</param>
public sealed record StationEccentricity(EpochSpan Validity, double Up, double North, double East);
