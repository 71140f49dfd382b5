using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A link that was measured at the epoch of the run that holds the epoch of the scene; <c>Ground</c>: one end is a station.</summary>
public sealed record SceneLink(string NodeA, string NodeB, Position<Itrf> A, Position<Itrf> B, bool Ground);
