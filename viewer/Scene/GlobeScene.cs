using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>All that a picture of a run shows at one epoch, without a word about how it is drawn. Positions are ITRF, metres.</summary>
public sealed record GlobeScene
{
    public required string Title { get; init; }

    /// <summary>A line about the run: scenario, satellites, span.</summary>
    public required string Subtitle { get; init; }

    public required Epoch Epoch { get; init; }

    /// <summary>The Earth's attitude at the epoch, from the library.</summary>
    public required EarthRotation Earth { get; init; }

    /// <summary>Unit vector to the Sun from the geocentre.</summary>
    public required Vector3d SunItrf { get; init; }

    /// <summary>In the order of the legend.</summary>
    public IReadOnlyList<SatelliteGroup> Groups { get; init; } = [];

    /// <summary>By id.</summary>
    public IReadOnlyList<SceneSatellite> Satellites { get; init; } = [];

    /// <summary>Satellites of a catalogue that are no navigation satellites: points without names.</summary>
    public IReadOnlyList<SceneObject> Objects { get; init; } = [];

    /// <summary>The one of them that is picked out; its orbit is among <see cref="Orbits"/>.</summary>
    public SceneObject? SelectedObject { get; init; }

    public IReadOnlyList<SceneOrbit> Orbits { get; init; } = [];

    public IReadOnlyList<SceneLink> Links { get; init; } = [];

    public IReadOnlyList<ScenePlace> Stations { get; init; } = [];

    public IReadOnlyList<ScenePlace> Sites { get; init; } = [];

    public HeatMap? Map { get; init; }

    /// <summary>What is shown at the right of it by the same camera; null: nothing.</summary>
    public GlobeScene? Beside { get; init; }

    /// <summary>The place under the Sun.</summary>
    public GeodeticPoint SubsolarPoint => Ellipsoid.Wgs84.ToGeodetic(new Position<Itrf>(SunItrf * 1.5e11)) with { Height = 0 };
}
