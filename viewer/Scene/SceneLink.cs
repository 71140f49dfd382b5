using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A link at the epoch of the scene; <c>Ground</c>: one end is a station.</summary>
public sealed record SceneLink(string NodeA, string NodeB, Position<Itrf> A, Position<Itrf> B, bool Ground)
{
    public LinkState State { get; init; }
}
