using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Which antenna stood on a station over a span of time.</summary>
/// <param name="Validity">When.</param>
/// <param name="Name">Antenna and radome in twenty columns.</param>
/// <param name="Serial">Of the antenna; empty if unknown.</param>
public sealed record StationAntennaSpan(EpochSpan Validity, string Name, string Serial);
