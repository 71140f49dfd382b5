using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Viewer;

/// <summary>Writes a small run folder: true orbits, links and DOP of a built-in constellation, position errors drawn with 0.9 m a range.</summary>
internal sealed record RunFixture
{
    private static readonly string s_data = Path.Combine(AppContext.BaseDirectory, "ephemeris");

    public string Constellation { get; init; } = "beidou-3";

    public Epoch Start { get; init; } = Epoch.Parse("2024-09-20T00:00:00GPST");

    public Duration Step { get; init; } = Duration.FromMinutes(15);

    public int Epochs { get; init; } = 9;

    public double GridStepDeg { get; init; } = 15;

    public RunFolder Write(string folder)
    {
        ConstellationDefinition constellation = ConstellationReader.Read(File.ReadAllText(Path.Combine(s_data, "constellations", Constellation + ".toml")), Constellation + ".toml").ValueOrThrow();
        SatelliteDefinition[] satellites = [.. constellation.Active];
        KeplerJ2Orbit[] orbits = [.. satellites.Select(s => ConstellationOrbits.Mean(s, constellation.Epoch))];
        EpochGrid grid = new(Start, Step, Epochs);
        Directory.CreateDirectory(folder);
        RunManifest manifest = Manifest(constellation, satellites, grid);
        File.WriteAllBytes(Path.Combine(folder, RunFolder.ManifestFile), RunFolder.Serialise(manifest));
        WriteOrbits(folder, satellites, orbits, grid);
        WriteLinks(folder, satellites, orbits, grid, manifest.Stations);
        WriteGrid(folder, orbits, grid);
        return RunFolder.Open(folder);
    }

    private RunManifest Manifest(ConstellationDefinition constellation, SatelliteDefinition[] satellites, EpochGrid grid) => new()
    {
        FormatVersion = RunManifest.CurrentFormat,
        Program = "constellation 0.1.0",
        Scenario = Constellation,
        Title = constellation.Description,
        Seed = 20240920,
        ScenarioDigest = "",
        ScenarioText = "",
        Start = grid.Start.ToString(TimeScale.Gpst, 9) + "GPST",
        StepSeconds = grid.Step.TotalSeconds,
        Epochs = grid.Count,
        Stages = new Dictionary<string, string>(),
        ClockDatum = "",
        Tables = new Dictionary<string, string>(),
        Satellites = [.. satellites.Select(s => new RunSatellite(s.Id.ToString(), s.Svn, s.Plane, s.Slot, s.Block, s.OrbitClass.ToString().ToLowerInvariant(), s.Clock, s.Mass, ""))],
        Stations = [new RunStation("beijing", 40.07, 116.27, 80, true, true)],
        Sites = [.. SiteDefinition.Cities.Select(c => new RunSite(c.Name, c.Place.LatitudeDeg, c.Place.LongitudeDeg, c.Place.Height))],
        GridStepDeg = GridStepDeg,
        MaskDeg = 5,
        Notes = [],
    };

    private static void WriteOrbits(string folder, SatelliteDefinition[] satellites, KeplerJ2Orbit[] orbits, EpochGrid grid) =>
        Table(folder, RunFolder.OrbitsFile, TableColumn.From(RunFolder.OrbitColumns), writer =>
        {
            for (int k = 0; k < grid.Count; k++)
            {
                EarthRotation earth = EarthOrientation.BuiltIn.At(grid[k]);
                for (int s = 0; s < satellites.Length; s++)
                {
                    StateVector state = earth.ToItrf(orbits[s].At(grid[k]));
                    writer.Epoch(grid[k]).Satellite(satellites[s].Id).Real(state.Position.X).Real(state.Position.Y).Real(state.Position.Z)
                        .Real(state.Velocity.X).Real(state.Velocity.Y).Real(state.Velocity.Z).Real(0).EndRow();
                }
            }
        });

    private static void WriteLinks(string folder, SatelliteDefinition[] satellites, KeplerJ2Orbit[] orbits, EpochGrid grid, IReadOnlyList<RunStation> stations)
    {
        LinkPayload payload = LinkPayloadReader.Read(File.ReadAllText(Path.Combine(s_data, "links", "ka-bds3.toml")), "ka-bds3.toml").ValueOrThrow();
        LinkSystem system = new()
        {
            Satellites = [.. satellites.Select(s => new LinkSatellite(s.Id, s.OrbitClass, payload))],
            Stations = [.. stations.Select(s => new GroundStation(s.Name, GeodeticPoint.FromDegrees(s.LatitudeDeg, s.LongitudeDeg, s.HeightM), s.Anchor, s.Monitor))],
        };
        LinkPlanner planner = new(system);
        Table(folder, RunFolder.LinksFile, TableColumn.From(RunFolder.LinkColumns, text: ["node_a", "node_b"]), writer =>
        {
            for (int k = 0; k < grid.Count; k++)
            {
                EarthRotation earth = EarthOrientation.BuiltIn.At(grid[k]);
                LinkView view = LinkView.Of(system, grid[k], [.. orbits.Select(o => o.At(grid[k])).Select(o => (o.Position, o.Velocity))], [.. system.Stations.Select(s => s.At(earth))]);
                foreach (LinkContact link in planner.Round(view).Contacts.Where(c => c.Slot == 0))
                {
                    writer.Epoch(grid[k]).Text(Name(link.A)).Text(Name(link.B)).EndRow();
                }
            }
        });

        string Name(int node) => node < satellites.Length ? satellites[node].Id.ToString() : stations[node - satellites.Length].Name;
    }

    private void WriteGrid(string folder, KeplerJ2Orbit[] orbits, EpochGrid grid)
    {
        const double RangeError = 0.9;
        UserGrid users = new(GridStepDeg, double.DegreesToRadians(5));
        DopGrid dop = new(users.Users, double.DegreesToRadians(5));
        Table(folder, RunFolder.GridFile, TableColumn.From(RunFolder.UserColumns), writer =>
        {
            for (int k = 0; k < grid.Count; k++)
            {
                EarthRotation earth = EarthOrientation.BuiltIn.At(grid[k]);
                dop.Compute([.. orbits.Select(o => earth.ToItrf(o.At(grid[k])).PositionIn<Itrf>())]);
                foreach (UserDefinition user in users.Users)
                {
                    int u = user.Index;
                    RandomDraws draws = new(1, 0, EntityId.User(u), NoisePurpose.UserThermal);
                    (double east, double north) = draws.NormalPairAt((ulong)(2 * k));
                    double horizontal = RangeError * dop.Hdop[u] / Math.Sqrt(2) * Math.Sqrt((east * east) + (north * north));
                    writer.Epoch(grid[k]).Real(user.Place.LatitudeDeg).Real(user.Place.LongitudeDeg).Integer(dop.Count[u]).Real(dop.Pdop[u])
                        .Real(horizontal).Real(RangeError * dop.Vdop[u] * draws.NormalAt((ulong)((4 * k) + 2))).Text(double.IsNaN(dop.Pdop[u]) ? "toofewsatellites" : "ok").EndRow();
                }
            }
        });
    }

    private static void Table(string folder, string file, TableColumn[] columns, Action<TableWriter> rows) =>
        AtomicFile.Write(Path.Combine(folder, file), stream =>
        {
            using ParquetTableWriter writer = new(stream, columns);
            rows(writer);
        });
}
