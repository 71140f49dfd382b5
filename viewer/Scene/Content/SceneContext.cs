using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What layers start from: one epoch of whatever the scenes come from.</summary>
internal sealed record SceneContext
{
    public required GlobeLayers Layers { get; init; }

    public required Epoch At { get; init; }

    public required EarthRotation Earth { get; init; }

    /// <summary>The library's Sun.</summary>
    public required Position<Gcrf> Sun { get; init; }

    public required IReadOnlyList<SceneSatellite> Satellites { get; init; }

    public required IReadOnlyList<ScenePlace> Stations { get; init; }

    /// <summary>ITRF state of a satellite at any epoch; null where it has none.</summary>
    public required Func<SatelliteId, Epoch, StateVector?> StateAt { get; init; }

    /// <summary>Elevation from which users take a satellite, degrees.</summary>
    public required double MaskDeg { get; init; }

    public SatelliteId? SelectedId { get; init; }

    /// <summary>The picked place.</summary>
    public GeodeticPoint? Site { get; init; }

    /// <summary>Null where there is no run.</summary>
    public RunTables? Tables { get; init; }

    /// <summary>Null where none is selected, or it is not there at the epoch.</summary>
    public SceneSatellite? Selected => Satellites.FirstOrDefault(s => s.Id == SelectedId);

    public Vector3d SunItrf => Earth.ToItrf(Sun).Vector;

    /// <summary>The satellites of an extent.</summary>
    public IEnumerable<SceneSatellite> Of(Extent extent) => extent switch
    {
        Extent.All => Satellites,
        Extent.Selected when Selected is { } selected => [selected],
        _ => [],
    };
}
