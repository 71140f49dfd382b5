using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A scenario before it is run: its satellites on mean orbits (1 to 2 km, some km a day) or on those of its files, its stations and named users.</summary>
public sealed class PlannedScenes : ISceneSource
{
    private readonly OrbitScenes _orbits;

    /// <param name="scenario">What would be run.</param>
    /// <param name="target">The folder that it would be run into.</param>
    /// <exception cref="InputException">Files of the scenario cannot be read, or none has one of its satellites.</exception>
    public PlannedScenes(ScenarioDefinition scenario, string target)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        (Scenario, Target) = (scenario, target);
        EphemerisSource source = scenario.Orbits.Source.IsSimulated
            ? EphemerisSource.Of(scenario.Satellites.ToDictionary(s => s.Id, IOrbit (s) => ConstellationOrbits.Mean(s, scenario.Constellation.Epoch)))
            : EphemerisSource.Open(scenario.Orbits.Source.Files);
        LinkPlaces = [.. LinkSky.SystemOf(scenario).Stations.Select(s => RunScenes.PlaceOf(s.Name, s.Position.LatitudeDeg, s.Position.LongitudeDeg, s.Position.Height, s.IsAnchor))];
        Epoch start = scenario.Start ?? source.Coverage?.First ?? scenario.Constellation.Epoch;
        _orbits = Scenes(source, EpochGrid.Between(start, start + scenario.Duration, scenario.Step), LinkPlaces);
    }

    public ScenarioDefinition Scenario { get; }

    public string Target { get; }

    public string Name => Scenario.Name;

    public EpochGrid Grid => _orbits.Grid;

    public RunFolder? Folder => null;

    public MapKind StandardMap => _orbits.StandardMap;

    internal IReadOnlyList<ScenePlace> LinkPlaces { get; }

    public GlobeScene At(Epoch? epoch, SceneRequest request)
    {
        GlobeScene scene = _orbits.At(epoch, request);
        return scene with { Subtitle = $"{scene.Subtitle}; not run yet" };
    }

    /// <summary>The scenario with other orbits: the true ones as soon as they are known.</summary>
    internal OrbitScenes Scenes(EphemerisSource source, EpochGrid grid, IReadOnlyList<ScenePlace> stations)
    {
        HashSet<SatelliteId> known = [.. source.Satellites];
        OrbitMember[] members = [.. Scenario.Satellites.Where(s => known.Contains(s.Id)).Select(s => new OrbitMember(s.Id, source, s))];
        return members.Length == 0
            ? throw new InputException(Diagnostic.Error("CN4003", new SourceSpan(Scenario.Name), "the files have no satellite of the scenario", "give files of the scenario's systems"))
            : new OrbitScenes(Scenario.Name, grid, members, Catalogue.Empty)
            {
                Title = Scenario.Title,
                Stations = stations,
                Sites = [.. Scenario.Users.Sites.Select(s => RunScenes.PlaceOf(s.Name, s.Place.LatitudeDeg, s.Place.LongitudeDeg, s.Place.Height, anchor: false))],
            };
    }
}
