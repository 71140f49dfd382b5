using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The scenes of a run folder at any epoch of its span; tables are read once. Earth rotation and Sun are the library's; the run's ITRF states turned back by the same rotation give the inertial ones.</summary>
public sealed class RunScenes : ISceneSource
{
    private readonly RunFolder _folder;
    private readonly OrbitStates _orbits;
    private readonly LinkTimes _links;
    private readonly Dictionary<MapKind, HeatMap?> _maps = [];

    /// <exception cref="InputException">The run has no epoch, or a table is missing or damaged.</exception>
    public RunScenes(RunFolder folder)
    {
        (_folder, Grid) = (folder, EpochsOf(folder));
        if (Grid.Count < 1)
        {
            throw new InputException(Diagnostic.Error("CN5009", new SourceSpan(Path.Combine(folder.Path, RunFolder.ManifestFile)), "the run has no epoch", "run the scenario again"));
        }

        RunTables tables = RunTables.Of(folder);
        (_orbits, _links) = (new OrbitStates(tables), tables.Links);
    }

    public EpochGrid Grid { get; }

    /// <summary>Name of the scenario that was run.</summary>
    public string Name => _folder.Manifest.Scenario;

    public RunFolder Folder => _folder;

    public GlobeScene At(Epoch? epoch, SceneRequest request)
    {
        RunManifest manifest = _folder.Manifest;
        EpochGrid grid = Grid;
        Epoch at = epoch ?? grid.Start;
        if (at < grid.Start || at > grid.Last)
        {
            throw new InputException(Diagnostic.Error(
                "CN5009", new SourceSpan(Path.Combine(_folder.Path, RunFolder.ManifestFile)), $"the run does not reach {Text(at)}", $"choose an epoch from {Text(grid.Start)} to {Text(grid.Last)}"));
        }

        EarthRotation earth = EarthOrientation.BuiltIn.At(at);
        Dictionary<string, StateVector> states = [];
        for (int i = 0; i < manifest.Satellites.Count; i++)
        {
            if (_orbits.At(grid, at, i) is { } state)
            {
                states[manifest.Satellites[i].Sat] = state;
            }
        }

        IReadOnlyDictionary<string, SatelliteGroup> groups = Grouping.Of([.. manifest.Satellites.Where(s => states.ContainsKey(s.Sat))]);
        List<SceneSatellite> satellites = [];
        List<SceneOrbit> orbits = [];
        foreach (RunSatellite satellite in manifest.Satellites.OrderBy(s => s.Sat, StringComparer.Ordinal))
        {
            if (states.TryGetValue(satellite.Sat, out StateVector state) && SatelliteId.TryParse(satellite.Sat, out SatelliteId id))
            {
                Position<Itrf> itrf = state.PositionIn<Itrf>();
                satellites.Add(new SceneSatellite(id, satellite.OrbitClass, satellite.Plane, groups[satellite.Sat], itrf, earth.ToGcrf(itrf)));
                OrbitRings.Add(orbits, groups[satellite.Sat], satellite.Plane, state, earth);
            }
        }

        ScenePlace[] stations = [.. manifest.Stations.Select(s => PlaceOf(s.Name, s.LatitudeDeg, s.LongitudeDeg, s.HeightM, s.Anchor))];
        return new GlobeScene
        {
            Title = manifest.Title,
            Subtitle = $"{satellites.Count} satellites; {grid.Count} epochs, {Interval(grid.Step)} apart",
            Epoch = at,
            Earth = earth,
            SunItrf = earth.ToItrf(Sun.PositionGcrf(at)).Vector.Unit(),
            Groups = [.. groups.Values.Distinct()],
            Satellites = satellites,
            Orbits = orbits,
            Links = _links.At(at, satellites, stations),
            Stations = stations,
            Sites = [.. manifest.Sites.Select(s => PlaceOf(s.Name, s.LatitudeDeg, s.LongitudeDeg, s.HeightM, anchor: false))],
            Map = MapOf(request.Layers.Map),
        };
    }

    internal static string Text(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0) + "GPST";

    private static EpochGrid EpochsOf(RunFolder folder)
    {
        try
        {
            EpochGrid grid = folder.Epochs;
            if (grid.Step > Duration.Zero)
            {
                return grid;
            }
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            // Told below.
        }

        throw new InputException(Diagnostic.Error(
            "CN5010", new SourceSpan(Path.Combine(folder.Path, RunFolder.ManifestFile)), $"has no epochs: start '{folder.Manifest.Start}', step {folder.Manifest.StepSeconds} s", "run the scenario again"));
    }

    internal static string Interval(Duration step)
    {
        double seconds = step.TotalSeconds;
        return seconds < 60 ? $"{seconds:0.###} s" : seconds < 3600 ? $"{seconds / 60:0.##} min" : $"{seconds / 3600:0.##} h";
    }

    internal static ScenePlace PlaceOf(string name, double latitudeDeg, double longitudeDeg, double height, bool anchor)
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, height);
        return new ScenePlace(name, place, Ellipsoid.Wgs84.ToCartesian(place), anchor);
    }

    private HeatMap? MapOf(MapKind kind)
    {
        if (!_maps.TryGetValue(kind, out HeatMap? map))
        {
            _maps[kind] = map = HeatMapBuilder.Build(_folder, kind);
        }

        return map;
    }
}
