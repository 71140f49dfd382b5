using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A line of a scene: ground track, circle, cone, axis, arrow.</summary>
/// <param name="Vertices">Joined by straight lines; ITRF, m.</param>
/// <param name="Colour">Of all of it.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Width">Pixels in a picture 1080 pixels high.</param>
public sealed record SceneLine(IReadOnlyList<Position<Itrf>> Vertices, Rgb Colour, float Opacity, float Width)
{
    /// <summary>Lies on the ellipsoid: the horizon hides it.</summary>
    public bool OnGround { get; init; }

    /// <summary>Every other segment is left out.</summary>
    public bool Dashed { get; init; }

    /// <summary>Opacity at the last vertex, where it differs from that at the first.</summary>
    public float? FadesTo { get; init; }

    /// <summary>A straight line in so many parts, so that it can be dashed and fade.</summary>
    internal static Position<Itrf>[] Straight(Position<Itrf> from, Position<Itrf> to, int parts)
    {
        Vector3d along = to - from;
        return [.. Enumerable.Range(0, parts + 1).Select(i => from + ((double)i / parts * along))];
    }
}
