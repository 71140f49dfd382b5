using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>A place of a route, and when it is passed; null where the route tells no times.</summary>
public readonly record struct TrackPoint(Epoch? Epoch, GeodeticPoint Place);
