using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The scenes of a run folder at any epoch of its span; tables are read once. Earth rotation and Sun are the library's; the run's ITRF states turned back by the same rotation give the inertial ones.</summary>
public sealed class RunScenes : ISceneSource
{
    private static readonly Rgb s_neutral = Rgb.FromHex(0x8b97a5);

    private readonly RunFolder _folder;
    private readonly RunTables _tables;
    private readonly OrbitStates _orbits;
    private readonly HeatMapBuilder _maps;
    private readonly LinkContent _links;
    private readonly SatelliteColours _colours;

    /// <exception cref="InputException">The run has no epoch, or a table is missing or damaged.</exception>
    public RunScenes(RunFolder folder)
    {
        (_folder, Grid) = (folder, EpochsOf(folder));
        if (Grid.Count < 1)
        {
            throw new InputException(Diagnostic.Error("CN5009", new SourceSpan(Path.Combine(folder.Path, RunFolder.ManifestFile)), "the run has no epoch", "run the scenario again"));
        }

        _tables = RunTables.Of(folder);
        (_orbits, _maps, _links, _colours) = (new OrbitStates(_tables), new HeatMapBuilder(_tables), new LinkContent(_tables), new SatelliteColours(_tables));
        _ = _tables.Links;
    }

    public EpochGrid Grid { get; }

    /// <summary>Name of the scenario that was run.</summary>
    public string Name => _folder.Manifest.Scenario;

    public RunFolder Folder => _folder;

    public GlobeScene At(Epoch? epoch, SceneRequest request)
    {
        RunManifest manifest = _folder.Manifest;
        Epoch at = epoch ?? Grid.Start;
        if (at < Grid.Start || at > Grid.Last)
        {
            throw new InputException(Diagnostic.Error(
                "CN5009", new SourceSpan(Path.Combine(_folder.Path, RunFolder.ManifestFile)), $"the run does not reach {Text(at)}", $"choose an epoch from {Text(Grid.Start)} to {Text(Grid.Last)}"));
        }

        EarthRotation earth = EarthOrientation.BuiltIn.At(at);
        Position<Gcrf> sun = Sun.PositionGcrf(at);
        GlobeLayers layers = request.Layers;
        SceneContent content = new();
        (SceneSatellite[] own, StateVector[] states, SatelliteGroup[] groups) = SatellitesAt(at, earth, sun);
        (IReadOnlyList<SceneSatellite> satellites, ColourKey? key) = _colours.Paint(own, layers.ColourBy, at, content.Notes);
        ScenePlace[] stations = [.. manifest.Stations.Select(s => PlaceOf(s.Name, s.LatitudeDeg, s.LongitudeDeg, s.HeightM, s.Anchor))];
        SceneContext context = new()
        {
            Layers = layers,
            At = at,
            Earth = earth,
            Sun = sun,
            Satellites = satellites,
            Stations = stations,
            StateAt = StateAt,
            MaskDeg = double.IsFinite(manifest.MaskDeg) ? manifest.MaskDeg : 5,
            SelectedId = request.Selected,
            Site = request.Site,
            Tables = _tables,
        };
        if (satellites.Count == 0)
        {
            content.Notes.Add(manifest.Satellites.Count == 0 ? "the run has no satellites" : "no satellite has a position at this epoch");
        }

        IReadOnlyList<SceneLink> links = _links.Of(context);
        LayerContent.Add(content, context);
        HeatMap? map = MapOf(layers, at, content.Notes);
        return new GlobeScene
        {
            Title = manifest.Title,
            Subtitle = $"{satellites.Count} satellites; {Grid.Count} epochs, {Interval(Grid.Step)} apart",
            Epoch = at,
            Earth = earth,
            SunItrf = context.SunItrf.Unit(),
            Groups = groups,
            Satellites = satellites,
            Orbits = layers.Orbits ? OrbitsOf(satellites, states, earth, key) : [],
            Links = links,
            Stations = stations,
            Sites = [.. manifest.Sites.Select(s => PlaceOf(s.Name, s.LatitudeDeg, s.LongitudeDeg, s.HeightM, anchor: false))],
            Map = map,
            Selected = request.Selected,
            Lines = content.Lines,
            Marks = content.Marks,
            Texts = content.Texts,
            Legend = content.Legend,
            Notes = content.Notes,
            Key = key,
        };
    }

    private (SceneSatellite[] Satellites, StateVector[] States, SatelliteGroup[] Groups) SatellitesAt(Epoch at, EarthRotation earth, Position<Gcrf> sun)
    {
        IReadOnlyList<RunSatellite> known = _folder.Manifest.Satellites;
        List<(RunSatellite Satellite, SatelliteId Id, StateVector State)> there = [];
        for (int i = 0; i < known.Count; i++)
        {
            if (_orbits.At(Grid, at, i) is { } state && SatelliteId.TryParse(known[i].Sat, out SatelliteId id))
            {
                there.Add((known[i], id, state));
            }
        }

        IReadOnlyDictionary<string, SatelliteGroup> groups = Grouping.Of([.. there.Select(t => t.Satellite)]);
        there.Sort((a, b) => string.CompareOrdinal(a.Satellite.Sat, b.Satellite.Sat));
        SceneSatellite[] satellites = [.. there.Select(t =>
        {
            Position<Itrf> itrf = t.State.PositionIn<Itrf>();
            Position<Gcrf> gcrf = earth.ToGcrf(itrf);
            return new SceneSatellite(t.Id, t.Satellite.OrbitClass, t.Satellite.Plane, groups[t.Satellite.Sat], itrf, gcrf) { Sunlight = Eclipse.Fraction(gcrf, sun), VelocityGcrf = earth.ToGcrf(t.State).Velocity };
        })];
        return (satellites, [.. there.Select(t => t.State)], [.. groups.Values.Distinct()]);
    }

    private static List<SceneOrbit> OrbitsOf(IReadOnlyList<SceneSatellite> satellites, StateVector[] states, EarthRotation earth, ColourKey? key)
    {
        List<SceneOrbit> orbits = [];
        for (int i = 0; i < satellites.Count; i++)
        {
            SceneSatellite satellite = satellites[i];
            int before = orbits.Count;
            OrbitRings.Add(orbits, satellite.Group, satellite.Plane, states[i], earth);
            if (orbits.Count > before && key is not null)
            {
                // A ring serves several satellites: it bears their colour only where all of a plane have the same.
                orbits[^1] = orbits[^1] with { OwnColour = key.Title == "orbital plane" ? satellite.Colour : s_neutral };
            }
        }

        return orbits;
    }

    private StateVector? StateAt(SatelliteId satellite, Epoch at) =>
        at >= Grid.Start && at <= Grid.Last && _tables.NumberOf(satellite) is >= 0 and int i ? _orbits.At(Grid, at, i) : null;

    private HeatMap? MapOf(GlobeLayers layers, Epoch at, List<string> notes)
    {
        try
        {
            HeatMap? map = _maps.Build(layers, at);
            if (map is { Least: double.NaN })
            {
                notes.Add($"{map.Label}: no values");
            }

            return map;
        }
        catch (InputException e) when (layers.MapOptional)
        {
            notes.Add($"no colour map: {Path.GetFileName(e.Diagnostics[0].Where.File)} {e.Diagnostics[0].Problem}");
            return null;
        }
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
}
