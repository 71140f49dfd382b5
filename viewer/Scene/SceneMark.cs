using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A marker of a scene that is no satellite and no station: a tick on a track, the place below the Sun.</summary>
public sealed record SceneMark(Position<Itrf> Itrf, Rgb Colour, float Opacity, float Radius, MarkerShape Shape)
{
    /// <summary>0 to 1.</summary>
    public float Glow { get; init; }
}
