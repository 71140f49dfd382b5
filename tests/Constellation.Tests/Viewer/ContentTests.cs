using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public sealed class ContentTests : IDisposable
{
    private static readonly GlobeLayers s_bare = new() { Map = MapKind.None, Track = Extent.None, Footprint = Extent.None, Sight = false, Schedule = Extent.None };

    private readonly TemporaryRun _run = new(new RunFixture { GridStepDeg = 45 });

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_footprint_sees_its_satellite_at_the_mask_angle()
    {
        GlobeScene scene = Scene(s_bare with { Footprint = Extent.All });
        Assert.Equal(30, scene.Lines.Count);
        for (int i = 0; i < 30; i++)
        {
            Assert.All(scene.Lines[i].Vertices, v => Check.Within(Tolerance.Of(1e-7, "deg", "of the secant"), 5, new TopocentricFrame(v).Look(scene.Satellites[i].Itrf).ElevationDeg));
        }
    }

    [Fact]
    public void Cones_go_from_the_satellite_to_its_footprint()
    {
        GlobeScene scene = Scene(s_bare with { Cone = Extent.Selected });
        Assert.All(scene.Lines, l => Assert.Equal(Of(scene, "C34").Itrf, l.Vertices[0]));
        Assert.All(scene.Lines, l => Check.Within(Tolerance.Of(1e-7, "deg", "of the secant"), 5, new TopocentricFrame(l.Vertices[^1]).Look(Of(scene, "C34").Itrf).ElevationDeg));
    }

    /// <summary>Both tracks begin below the satellite; at every full hour there is a tick, below the place where the satellite then is.</summary>
    [Fact]
    public void Tracks_begin_below_the_satellite_and_bear_ticks_at_full_hours()
    {
        Epoch at = _run.Folder.Epochs[2];
        GlobeScene scene = Scene(s_bare with { Track = Extent.Selected, TrackHours = 3 }, at);
        Assert.Equal([false, true], scene.Lines.Select(l => l.Dashed));
        GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(Of(scene, "C34").Itrf);
        foreach (SceneLine line in scene.Lines)
        {
            Assert.True(line.OnGround);
            Check.Within(Tolerance.Of(1e-3, "m", "rounding of angles"), Ellipsoid.Wgs84.ToCartesian(below with { Height = 0 }).Vector, line.Vertices[0].Vector);
        }

        // 21:30 to 03:30.
        Assert.Equal(6, scene.Marks.Count);
        Assert.Equal(["22h", "23h", "00h", "01h", "02h", "03h"], scene.Texts.Select(t => t.Text));
        GlobeScene hour = Scene(s_bare, _run.Folder.Epochs[4]);
        Position<Itrf> then = Ellipsoid.Wgs84.ToCartesian(Ellipsoid.Wgs84.ToGeodetic(Of(hour, "C34").Itrf) with { Height = 0 });
        Check.Within(Tolerance.Of(1, "m", "same states, read twice"), then.Vector, scene.Marks[3].Itrf.Vector);
    }

    /// <summary>Beyond the run the track goes on along the ellipse of the epoch shown: without a break, and around the Earth within a revolution.</summary>
    [Fact]
    public void Tracks_go_on_beyond_the_run()
    {
        GlobeScene scene = Scene(s_bare with { Track = Extent.Selected, TrackHours = 12 }, _run.Folder.Epochs[8]);
        foreach (SceneLine line in scene.Lines)
        {
            Assert.Equal(289, line.Vertices.Count);
            for (int i = 1; i < line.Vertices.Count; i++)
            {
                // 150 s at 27,900 km: the place below moves at 0.9 km/s less the Earth's own 0.46.
                Assert.InRange((line.Vertices[i] - line.Vertices[i - 1]).Norm, 20e3, 250e3);
            }
        }
    }

    [Fact]
    public void Sunlight_is_the_librarys()
    {
        GlobeScene scene = Scene(s_bare);
        Position<Gcrf> sun = Sun.PositionGcrf(scene.Epoch);
        Assert.All(scene.Satellites, s => Assert.Equal(Eclipse.Fraction(s.Gcrf, sun), s.Sunlight, 1e-12));
    }

    /// <summary>Just inside the drawn umbra the Sun is hidden, just outside not wholly; just outside the penumbra it is whole.</summary>
    [Theory, InlineData(7e6), InlineData(26e6), InlineData(42e6)]
    public void The_drawn_shadow_is_that_of_the_library(double along)
    {
        Vector3d sun = new(1.496e11, 0, 0);
        Assert.Equal(0, Light(CelestialContent.Umbra(sun, along) - 100));
        Assert.InRange(Light(CelestialContent.Umbra(sun, along) + 1000), 1e-9, 0.5);
        Assert.InRange(Light(CelestialContent.Penumbra(sun, along) - 1000), 0.5, 1 - 1e-9);
        Assert.Equal(1, Light(CelestialContent.Penumbra(sun, along) + 100));

        double Light(double aside) => Eclipse.VisibleFraction(new Vector3d(-along, aside, 0), sun, PhysicalConstants.EarthRadius);
    }

    [Fact]
    public void A_picked_place_sees_what_stands_above_its_mask_and_measures_the_selected_one()
    {
        GeodeticPoint beijing = GeodeticPoint.FromDegrees(39.9, 116.4, 0);
        GlobeScene scene = new RunScenes(_run.Folder).At(null, new SceneRequest(s_bare with { Sight = true }, SatelliteId.Parse("C59"), beijing));
        TopocentricFrame place = new(beijing);
        int seen = scene.Satellites.Count(s => place.Look(s.Itrf).ElevationDeg >= 5);
        Assert.Contains(scene.Legend, r => r.Text == $"{seen} satellites in view of the picked place");
        LookAngles look = place.Look(Of(scene, "C59").Itrf);
        Assert.Equal($"{look.Range / 1e3:#,0} km   az {look.AzimuthDeg:0.0}\u00b0   el {look.ElevationDeg:0.0}\u00b0", Assert.Single(scene.Texts).Text);
        // Of the station, of the place to all but the selected, and the measure.
        Assert.Equal(1 + (seen - 1) + 1, scene.Lines.Count);
    }

    [Fact]
    public void The_lens_enlarges_errors_and_claims_by_its_power_of_ten()
    {
        RunFolder folder = ErrorTables.WriteOdts(_run.Folder, (_, sat) => sat == "C34" ? (3, 0, 0) : null);
        GlobeScene scene = new RunScenes(folder).At(null, new SceneRequest(s_bare with { Lens = 6 }));
        SceneSatellite satellite = Of(scene, "C34");
        Vector3d radial = satellite.Itrf.Vector.Unit();
        Check.Within(Tolerance.Of(1e-3, "m", "rounding"), 3e6 * radial, scene.Lines[0].Vertices[^1] - satellite.Itrf);
        // Three ellipses after the arrow and its barbs; the first lies in the plane of radial and along-track.
        double[] heights = [.. scene.Lines[^3].Vertices.Select(v => (v - satellite.Itrf).Dot(radial))];
        Check.Within(Tolerance.Of(1, "m", "rounding"), 1e6 / 3, heights.Max());
        Assert.Contains(scene.Legend, r => r.Text.Contains("\u00d7 10\u2076: 4,000 km show 4 m", StringComparison.Ordinal));
        Assert.Equal(6, LensContent.Fitting([3, 4, 5]));
    }

    /// <summary>Every orbit displaced as by a turn of 1e-8 rad about the pole: along the track by R cos(i) over the whole, so that the axes show 10^7 of it.</summary>
    [Fact]
    public void A_turn_of_the_whole_net_is_told()
    {
        GlobeScene bare = Scene(s_bare);
        Vector3d turn = new(0, 0, 1e-8);
        Dictionary<string, (double, double, double)> errors = [];
        RunTables tables = RunTables.Of(_run.Folder);
        OrbitStates states = new(tables);
        foreach (SceneSatellite satellite in bare.Satellites)
        {
            StateVector state = states.At(_run.Folder.Epochs, bare.Epoch, tables.NumberOf(satellite.Id))!.Value;
            Vector3d radial = state.Position.Unit(), inertial = state.Velocity + new Vector3d(0, 0, 7.292115e-5).Cross(state.Position), cross = state.Position.Cross(inertial).Unit();
            Vector3d moved = turn.Cross(state.Position);
            errors[satellite.Id.ToString()] = (moved.Dot(radial), moved.Dot(cross.Cross(radial)), moved.Dot(cross));
        }

        RunFolder folder = ErrorTables.WriteOdts(_run.Folder, (_, sat) => errors[sat]);
        GlobeScene scene = new RunScenes(folder).At(null, new SceneRequest(s_bare with { Rotation = true }));
        // 1e-8 rad are 2.06 mas; 6.378e6 m times it 6.38 cm.
        Assert.Contains(scene.Legend, r => r.Text == "net turned by 2.06 mas (6.38 cm on the ground), drawn \u00d7 10\u2077");
        Position<Itrf> tip = scene.Texts.Single(t => t.Text == "x").Itrf;
        Check.Within(Tolerance.Of(1e-4, "rad", "of a sum over 30 satellites, enlarged"), 0.1, Math.Atan2(tip.Y, tip.X));
    }

    [Fact]
    public void Axes_of_the_stars_are_turned_by_the_Earth()
    {
        GlobeScene scene = Scene(s_bare with { Axes = true, Equator = true, SubsolarMark = true, Shadow = true });
        Position<Itrf> equinox = scene.Texts.Single(t => t.Text.StartsWith("X:", StringComparison.Ordinal)).Itrf;
        Check.Within(Tolerance.Of(1e-9, "", "rounding"), new Vector3d(1, 0, 0), scene.Earth.ToGcrf(equinox).Vector.Unit());
        Position<Itrf> below = Assert.Single(scene.Marks).Itrf;
        Assert.InRange(new TopocentricFrame(below).Look(scene.Earth.ToItrf(Sun.PositionGcrf(scene.Epoch))).ElevationDeg, 89.99, 90);
    }

    private GlobeScene Scene(GlobeLayers layers, Epoch? at = null) => new RunScenes(_run.Folder).At(at, new SceneRequest(layers, SatelliteId.Parse("C34")));

    private static SceneSatellite Of(GlobeScene scene, string id) => scene.Satellites.Single(s => s.Id.ToString() == id);
}
