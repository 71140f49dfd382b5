using Constellation.Core;
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
    public IReadOnlyList<CatalogueObject> Objects { get; init; } = [];

    /// <summary>The one of them that is picked out; its orbit is among <see cref="Orbits"/>.</summary>
    public CatalogueObject? SelectedObject { get; init; }

    public IReadOnlyList<SceneOrbit> Orbits { get; init; } = [];

    public IReadOnlyList<SceneLink> Links { get; init; } = [];

    public IReadOnlyList<ScenePlace> Stations { get; init; } = [];

    public IReadOnlyList<ScenePlace> Sites { get; init; } = [];

    public HeatMap? Map { get; init; }

    /// <summary>The satellite that is picked out.</summary>
    public SatelliteId? Selected { get; init; }

    /// <summary>Tracks, circles, cones, axes, arrows.</summary>
    public IReadOnlyList<SceneLine> Lines { get; init; } = [];

    public IReadOnlyList<SceneMark> Marks { get; init; } = [];

    public IReadOnlyList<SceneLabel> Texts { get; init; } = [];

    /// <summary>Rows of the legend beside groups, links and stations.</summary>
    public IReadOnlyList<LegendRow> Legend { get; init; } = [];

    /// <summary>Null: colours tell the groups.</summary>
    public ColourKey? Key { get; init; }

    /// <summary>What is missing, for people.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What is shown at the right of it by the same camera; null: nothing.</summary>
    public GlobeScene? Beside { get; init; }

    /// <summary>The place under the Sun.</summary>
    public GeodeticPoint SubsolarPoint => Ellipsoid.Wgs84.ToGeodetic(new Position<Itrf>(SunItrf * 1.5e11)) with { Height = 0 };
}
