using Constellation.Core;

namespace Constellation.Viewer;

/// <summary>A stretch of time in which a satellite is above the mask of a place: seconds since the first epoch.</summary>
internal readonly record struct SatellitePass(SatelliteId Satellite, double Rise, double Set);
