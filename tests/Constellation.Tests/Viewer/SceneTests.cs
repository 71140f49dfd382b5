using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public sealed class SceneTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture());

    private RunFolder Folder => _run.Folder;

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Holds_the_satellites_of_the_run_where_their_orbits_are()
    {
        GlobeScene scene = SceneBuilder.Build(Folder, null, MapKind.None);
        Assert.Equal(30, scene.Satellites.Count);
        Assert.Equal(["MEO 24 Circle", "IGSO 3 Diamond", "GEO 3 Square"], scene.Groups.Select(g => $"{g.Name} {g.Count} {g.Shape}"));
        Assert.Null(scene.Map);
        Assert.Equal(Folder.Manifest.Title, scene.Title);
        foreach (SceneSatellite satellite in scene.Satellites)
        {
            StateVector truth = Orbit(satellite.Id).At(scene.Epoch);
            Check.Within(Tolerance.Of(1e-6, "m", "rotation to the Earth and back"), truth.Position, satellite.Gcrf.Vector, satellite.Id.ToString());
        }
    }

    [Fact]
    public void Between_two_epochs_satellites_are_interpolated()
    {
        Epoch middle = Folder.Epochs[3] + Duration.FromMinutes(7) + Duration.FromSeconds(30);
        GlobeScene scene = SceneBuilder.Build(Folder, middle, MapKind.None);
        Assert.Equal(middle, scene.Epoch);
        // h^4 / 384 x a w^4 with h = 900 s, a = 2.8e7 m; w = 1.4e-4 rad/s in orbit, up to 2.0e-4 against the turning Earth: 18 to 77 m.
        Tolerance hermite = Tolerance.Of(80, "m", "error term of the cubic Hermite polynomial over 15 minutes");
        foreach (SceneSatellite satellite in scene.Satellites)
        {
            Check.Within(hermite, Orbit(satellite.Id).At(middle).Position, satellite.Gcrf.Vector, satellite.Id.ToString());
        }

        double[] off = [.. scene.Satellites.Select(s => (Orbit(s.Id).At(middle).Position - s.Gcrf.Vector).Norm)];
        Assert.True(off.Max() > 1, "without interpolation error the epoch was not between two of the run");
    }

    [Fact]
    public void The_Sun_stands_where_the_almanac_has_it()
    {
        using TemporaryRun noon = new(new RunFixture { Start = Epoch.Parse("2024-09-20T12:00:00Z"), Epochs = 1, GridStepDeg = 45 });
        GlobeScene scene = SceneBuilder.Build(noon.Folder, null, MapKind.None);
        // The Astronomical Almanac's low-precision formulas by hand, n = 9029 days: L = 179.870, g = 256.513, lambda = 178.017, alpha = 178.181, delta = 0.788 degrees.
        Tolerance almanac = Tolerance.Of(0.01, "deg", "stated accuracy of those formulas");
        Check.Within(almanac, 0.788, scene.SubsolarPoint.LatitudeDeg);
        Check.Within(almanac, -(179.870 - 178.181), scene.SubsolarPoint.LongitudeDeg);
    }

    [Fact]
    public void Every_plane_has_one_ring_and_it_passes_through_its_satellites()
    {
        GlobeScene scene = SceneBuilder.Build(Folder, null, MapKind.None);
        Assert.Equal(["GEO", "IGSO", "IGSO", "IGSO", "MEO", "MEO", "MEO"], scene.Orbits.Select(o => o.Group.Name).Order(StringComparer.Ordinal));
        foreach (SceneSatellite satellite in scene.Satellites)
        {
            double nearest = scene.Orbits.Where(o => o.Group == satellite.Group).Min(o => Distance(o.Vertices, satellite.Itrf));
            // The nominal satellites of a plane fly one circle; GEO differ by their small inclination.
            Check.Within(Tolerance.Of(60e3, "m", "satellites nearer than this share a ring"), 0, nearest, satellite.Id.ToString());
        }

        foreach (SceneOrbit orbit in scene.Orbits)
        {
            Assert.Contains(scene.Satellites, s => s.Itrf == orbit.Vertices[0]);
            double step = (orbit.Vertices[1] - orbit.Vertices[0]).Norm, closing = (orbit.Vertices[^1] - orbit.Vertices[0]).Norm;
            Check.Within(Tolerance.Of(0.03 * step, "m", "chords of a nearly circular ellipse"), step, closing);
        }
    }

    [Fact]
    public void Satellites_of_scattered_planes_have_rings_of_their_own()
    {
        using TemporaryRun gps = new(new RunFixture { Constellation = "gps", Epochs = 1, GridStepDeg = 45 });
        GlobeScene scene = SceneBuilder.Build(gps.Folder, null, MapKind.None);
        Assert.InRange(scene.Orbits.Count, 7, 32);
        Assert.All(scene.Satellites, s => Check.Within(Tolerance.Of(60e3, "m", "satellites nearer than this share a ring"), 0, scene.Orbits.Min(o => Distance(o.Vertices, s.Itrf))));
    }

    [Fact]
    public void Links_are_those_of_the_epoch_of_the_run_before()
    {
        GlobeScene scene = SceneBuilder.Build(Folder, Folder.Epochs[4] + Duration.FromMinutes(3), MapKind.None);
        ColumnTable table = Folder.Table(RunFolder.LinksFile);
        Epoch[] epochs = table.Epochs("epoch_gpst");
        string[] a = table.Text("node_a"), b = table.Text("node_b");
        string[] expected = [.. Enumerable.Range(0, table.Rows).Where(i => epochs[i] == Folder.Epochs[4]).Select(i => $"{a[i]}-{b[i]}")];
        Assert.True(expected.Length > 10);
        Assert.Equal(expected, scene.Links.Select(l => $"{l.NodeA}-{l.NodeB}"));
        Assert.All(scene.Links, l => Assert.Equal(l.NodeB == "beijing", l.Ground));
    }

    [Theory, InlineData(MapKind.Hpe95), InlineData(MapKind.Vpe95), InlineData(MapKind.Pdop), InlineData(MapKind.Visible), InlineData(MapKind.Availability)]
    public void The_map_is_the_statistic_of_each_cell_over_the_run(MapKind kind)
    {
        HeatMap map = SceneBuilder.Build(Folder, null, kind).Map!;
        Assert.Equal((12, 24), (map.Rows, map.Columns));
        ColumnTable table = Folder.Table(RunFolder.GridFile);
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        // Row 8, column 19: centre at 37.5 N, 112.5 E.
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(i => Math.Abs(latitude[i] - 37.5) < 1e-9 && Math.Abs(longitude[i] - 112.5) < 1e-9)];
        Assert.Equal(9, rows.Length);
        double expected = kind switch
        {
            MapKind.Hpe95 => Hazen95(rows, table.Real("hpe_m")),
            MapKind.Vpe95 => Hazen95(rows, Array.ConvertAll(table.Real("vpe_m"), Math.Abs)),
            MapKind.Pdop => rows.Average(i => table.Real("pdop")[i]),
            MapKind.Visible => rows.Average(i => (double)table.Integer("n_sat")[i]),
            _ => 100,
        };
        Check.Within(Tolerance.Of(1.2e-7 * Math.Abs(expected), "of the map", "values of the grid are kept in single precision"), expected, map[8, 19]);
        Assert.True(map.Scale.Low < map.Scale.High);
        Assert.InRange(map.Scale.Ticks.Count(), 2, 8);
    }

    [Fact]
    public void An_epoch_outside_the_run_is_refused_with_its_span()
    {
        Diagnostic diagnostic = Refused(() => SceneBuilder.Build(Folder, Folder.Epochs.Last + Duration.FromSeconds(1), MapKind.None));
        Assert.Equal("CN5009", diagnostic.Code);
        Assert.Contains("from 2024-09-20T00:00:00GPST to 2024-09-20T02:00:00GPST", diagnostic.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_crosslinks_has_no_links()
    {
        File.Delete(Path.Combine(_run.Path, RunFolder.LinksFile));
        Assert.Empty(SceneBuilder.Build(Folder, null, MapKind.None).Links);
    }

    [Theory, InlineData(RunFolder.OrbitsFile), InlineData(RunFolder.GridFile)]
    public void A_missing_or_damaged_table_is_named(string file)
    {
        string path = Path.Combine(_run.Path, file);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Assert.Equal("CN5101", Refused(() => SceneBuilder.Build(Folder, null, MapKind.Pdop)).Code);
        File.WriteAllText(path, "epoch_gpst,sat\n");
        Assert.Equal("CN5101", Refused(() => SceneBuilder.Build(Folder, null, MapKind.Pdop)).Code);
        File.Copy(Path.Combine(_run.Path, RunFolder.LinksFile), path, overwrite: true);
        Diagnostic other = Refused(() => SceneBuilder.Build(Folder, null, MapKind.Pdop));
        Assert.Equal("CN5102", other.Code);
        File.Delete(path);
        Diagnostic missing = Refused(() => SceneBuilder.Build(Folder, null, MapKind.Pdop));
        Assert.Equal("CN5004", missing.Code);
        Assert.All([other, missing], d => Assert.EndsWith(file, d.Where.File, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"start\": \"2024-09-20T00:00:00.000000000GPST\"", "\"start\": \"yesterday\"", "CN5010")]
    [InlineData("\"step_seconds\": 900", "\"step_seconds\": 0", "CN5010")]
    [InlineData("\"epochs\": 9", "\"epochs\": 0", "CN5009")]
    [InlineData("\"grid_step_deg\": 15", "\"grid_step_deg\": 7", "CN5007")]
    [InlineData("\"grid_step_deg\": 15", "\"grid_step_deg\": -1", "CN5007")]
    public void A_manifest_that_makes_no_sense_is_refused(string from, string to, string code)
    {
        string path = Path.Combine(_run.Path, RunFolder.ManifestFile), text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(code, Refused(() => SceneBuilder.Build(RunFolder.Open(_run.Path), null, MapKind.Pdop)).Code);
    }

    private static Diagnostic Refused(Action act) => Assert.Single(Assert.Throws<InputException>(act).Diagnostics);

    private static double Hazen95(int[] rows, double[] values)
    {
        // The (n p + 1/2)-th smallest of nine: the 9.05th, which is the greatest.
        Assert.Equal(9, rows.Length);
        return rows.Max(i => values[i]);
    }

    private static KeplerJ2Orbit Orbit(SatelliteId id)
    {
        string file = Path.Combine(AppContext.BaseDirectory, "ephemeris", "constellations", "beidou-3.toml");
        ConstellationDefinition constellation = ConstellationReader.Read(File.ReadAllText(file), "beidou-3.toml").ValueOrThrow();
        return ConstellationOrbits.Mean(constellation[id], constellation.Epoch);
    }

    private static double Distance(IReadOnlyList<Position<Itrf>> ring, Position<Itrf> point)
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < ring.Count; i++)
        {
            Vector3d along = ring[(i + 1) % ring.Count] - ring[i], from = point - ring[i];
            double share = Math.Clamp(from.Dot(along) / along.NormSquared, 0, 1);
            least = Math.Min(least, (from - (share * along)).Norm);
        }

        return least;
    }
}
