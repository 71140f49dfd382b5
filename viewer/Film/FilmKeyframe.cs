using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What a film shows at one time of it. What is null is as in the keyframe before.</summary>
/// <param name="Seconds">Time in the film.</param>
/// <param name="Where">Of the keyframe in its file, for messages.</param>
public sealed record FilmKeyframe(double Seconds, SourceSpan Where)
{
    /// <summary>Epoch of the scene.</summary>
    public Epoch? At { get; init; }

    /// <summary>The same as time since the first epoch of the source.</summary>
    public Duration? Elapsed { get; init; }

    public GlobeCamera? Camera { get; init; }

    /// <summary>From here to the next keyframe.</summary>
    public CameraMove Move { get; init; } = CameraMove.Smooth;

    public GlobeLayers? Layers { get; init; }

    public SatelliteId? Selected { get; init; }

    /// <summary>Nothing is selected from here on.</summary>
    public bool SelectsNone { get; init; }

    /// <summary>The picked place on the ground.</summary>
    public GeodeticPoint? Site { get; init; }

    /// <summary>No place is picked from here on.</summary>
    public bool ForgetsSite { get; init; }

    /// <summary>Names of the panels that are shown.</summary>
    public IReadOnlyList<string>? Panels { get; init; }

    /// <summary>Shown until the next keyframe; null: none.</summary>
    public FilmCaption? Caption { get; init; }
}
