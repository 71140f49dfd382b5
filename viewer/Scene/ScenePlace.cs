using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A station or a named user on the ground; <c>Anchor</c>: a station with a crosslink terminal.</summary>
public sealed record ScenePlace(string Name, GeodeticPoint Place, Position<Itrf> Itrf, bool Anchor);
