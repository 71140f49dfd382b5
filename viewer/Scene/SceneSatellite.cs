using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A satellite at the epoch of the scene.</summary>
public sealed record SceneSatellite(SatelliteId Id, string OrbitClass, string Plane, SatelliteGroup Group, Position<Itrf> Itrf, Position<Gcrf> Gcrf);
