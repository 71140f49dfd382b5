using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Makes a scene from a run folder. Earth rotation and Sun are the library's; the run's ITRF states turned back by the same rotation give the inertial ones.</summary>
public static class SceneBuilder
{
    /// <param name="folder">The run.</param>
    /// <param name="epoch">Null: the first of the run.</param>
    /// <param name="map">Quantity on the globe.</param>
    /// <exception cref="InputException">The epoch is outside the run, or a table is missing or damaged.</exception>
    public static GlobeScene Build(RunFolder folder, Epoch? epoch, MapKind map)
    {
        RunManifest manifest = folder.Manifest;
        EpochGrid grid = EpochsOf(folder);
        Epoch at = epoch ?? grid.Start;
        if (grid.Count < 1 || at < grid.Start || at > grid.Last)
        {
            throw new InputException(Diagnostic.Error(
                "CN5009", new SourceSpan(Path.Combine(folder.Path, RunFolder.ManifestFile)),
                grid.Count < 1 ? "the run has no epoch" : $"the run does not reach {Text(at)}",
                grid.Count < 1 ? "run the scenario again" : $"choose an epoch from {Text(grid.Start)} to {Text(grid.Last)}"));
        }

        EarthRotation earth = EarthOrientation.BuiltIn.At(at);
        Dictionary<string, StateVector> states = OrbitStates.At(folder, grid, at);
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
            Links = Links(folder, grid, at, satellites, stations),
            Stations = stations,
            Sites = [.. manifest.Sites.Select(s => PlaceOf(s.Name, s.LatitudeDeg, s.LongitudeDeg, s.HeightM, anchor: false))],
            Map = HeatMapBuilder.Build(folder, map),
        };
    }

    private static string Text(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0) + "GPST";

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

    private static string Interval(Duration step)
    {
        double seconds = step.TotalSeconds;
        return seconds < 60 ? $"{seconds:0.###} s" : seconds < 3600 ? $"{seconds / 60:0.##} min" : $"{seconds / 3600:0.##} h";
    }

    private static ScenePlace PlaceOf(string name, double latitudeDeg, double longitudeDeg, double height, bool anchor)
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, height);
        return new ScenePlace(name, place, Ellipsoid.Wgs84.ToCartesian(place), anchor);
    }

    /// <summary>The links of the run's last epoch at or before this one. A run without crosslinks has no such table.</summary>
    private static List<SceneLink> Links(RunFolder folder, EpochGrid grid, Epoch at, List<SceneSatellite> satellites, ScenePlace[] stations)
    {
        List<SceneLink> links = [];
        if (!File.Exists(Path.Combine(folder.Path, RunFolder.LinksFile)))
        {
            return links;
        }

        Dictionary<string, (Position<Itrf> Place, bool Ground)> nodes = stations.ToDictionary(s => s.Name, s => (s.Itrf, true));
        foreach (SceneSatellite satellite in satellites)
        {
            nodes[satellite.Id.ToString()] = (satellite.Itrf, false);
        }

        ColumnTable table = folder.Table(RunFolder.LinksFile, RunFolder.LinkColumns);
        Epoch[] epochs = table.Epochs("epoch_gpst");
        string[] a = table.Text("node_a"), b = table.Text("node_b");
        Epoch last = epochs.Where(e => e <= at).DefaultIfEmpty(grid.Start).Max();
        for (int i = 0; i < epochs.Length; i++)
        {
            if (epochs[i] == last && nodes.TryGetValue(a[i], out (Position<Itrf> Place, bool Ground) first) && nodes.TryGetValue(b[i], out (Position<Itrf> Place, bool Ground) second))
            {
                links.Add(new SceneLink(a[i], b[i], first.Place, second.Place, first.Ground || second.Ground));
            }
        }

        return links;
    }
}
