using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What a film shows at an instant of it.</summary>
public sealed record FilmMoment
{
    public required Epoch Epoch { get; init; }

    /// <summary>The camera is on its way from this one to <see cref="To"/>.</summary>
    public required GlobeCamera From { get; init; }

    public required GlobeCamera To { get; init; }

    /// <summary>Of the way, 0 to 1.</summary>
    public required double Share { get; init; }

    public required GlobeLayers Layers { get; init; }

    public SatelliteId? Selected { get; init; }

    public GeodeticPoint? Site { get; init; }

    public FilmCaption? Caption { get; init; }

    /// <summary>Of the caption, 0 to 1.</summary>
    public double CaptionOpacity { get; init; }

    internal SceneRequest Request => new(Layers, Selected, Site);

    /// <summary>What the camera sees.</summary>
    public CameraView View(GlobeScene scene, int width, int height) => CameraBlend.View(From, To, Share, scene, width, height);

    /// <summary>The camera as one that stands still; between cameras that belong to different things, the one that is nearer in time.</summary>
    public GlobeCamera Camera(GlobeScene scene) => CameraBlend.Camera(From, To, Share, scene.Earth) ?? (Share < 0.5 ? From : To);
}
