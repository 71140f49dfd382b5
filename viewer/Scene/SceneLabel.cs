using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A text beside a place of a scene; left out where there is no room.</summary>
public sealed record SceneLabel(string Text, Position<Itrf> Itrf, Rgb Colour);
