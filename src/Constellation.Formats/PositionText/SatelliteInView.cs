using Constellation.Core;

namespace Constellation.Formats;

/// <summary>A satellite as a receiver sees it.</summary>
/// <param name="Satellite">Which.</param>
/// <param name="Elevation">rad; NaN where it is not known.</param>
/// <param name="Azimuth">From north to east, rad; NaN where it is not known.</param>
/// <param name="CarrierToNoise">dB-Hz; NaN where it is not tracked.</param>
/// <param name="Used">In the solution.</param>
public readonly record struct SatelliteInView(SatelliteId Satellite, double Elevation, double Azimuth, double CarrierToNoise, bool Used);
