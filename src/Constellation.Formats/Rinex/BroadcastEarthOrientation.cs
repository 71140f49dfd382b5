using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Earth orientation that a satellite broadcast (EOP record): pole (arcsec and per day) and UT1 - UTC or UT1 - GPST as sent (s and per day).</summary>
public sealed record BroadcastEarthOrientation(
    SatelliteId? Satellite, Epoch Reference, double XpArcsec, double XpRateArcsecPerDay, double YpArcsec, double YpRateArcsecPerDay, double DeltaUt1, double DeltaUt1PerDay);
