namespace Constellation.Viewer;

/// <summary>The script of a film: keyframes in the order of time, the first at 0 s.</summary>
/// <param name="Title">For lists; may be empty.</param>
/// <param name="Keyframes">At least two.</param>
public sealed record CameraPath(string Title, IReadOnlyList<FilmKeyframe> Keyframes)
{
    /// <summary>Longest film, s.</summary>
    public const double MostSeconds = 3600;

    /// <summary>Length of the film, s.</summary>
    public double Seconds => Keyframes[^1].Seconds;

    /// <summary>The same path in another time: all times stretched alike.</summary>
    public CameraPath Lasting(double seconds) => this with { Keyframes = [.. Keyframes.Select(k => k with { Seconds = k.Seconds * seconds / Seconds })] };
}
