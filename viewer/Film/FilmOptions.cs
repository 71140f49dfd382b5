namespace Constellation.Viewer;

/// <summary>Of a film, beside its path.</summary>
public sealed record FilmOptions
{
    /// <summary>Bounds of the pictures in a second.</summary>
    public const int LeastRate = 1, GreatestRate = 60;

    /// <summary>Most pictures of a film.</summary>
    public const int MostFrames = 100_000;

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Pictures in a second.</summary>
    public int FramesPerSecond { get; init; } = 25;
}
