using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What a picture shows and from where.</summary>
public sealed record GlobeOptions
{
    /// <summary>Bounds of width and height, pixels.</summary>
    public const int LeastSize = 64, GreatestSize = 8192;

    public int Width { get; init; } = 1920;

    public int Height { get; init; } = 1080;

    /// <summary>Null: the first epoch of the run.</summary>
    public Epoch? At { get; init; }

    public GlobeLayers Layers { get; init; } = new();

    /// <summary>The satellite that is picked out; null: none.</summary>
    public SatelliteId? Selected { get; init; }

    /// <summary>The picked place on the ground; null: none.</summary>
    public GeodeticPoint? Site { get; init; }

    /// <summary>Catalogue number of the object that is picked out; null: none.</summary>
    public int? SelectedObject { get; init; }

    internal SceneRequest Request => new(Layers, Selected, Site, SelectedObject);

    /// <summary>Null: over the service area (<see cref="DefaultCamera"/>).</summary>
    public GlobeCamera? Camera { get; init; }

    /// <summary>Frame in which the default camera stands; the picture of one epoch is the same.</summary>
    public ReferenceFrame Frame { get; init; } = ReferenceFrame.Itrf;
}
