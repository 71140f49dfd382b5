using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>Sizes, attitude and light of the models of satellites; what needs no OpenGL.</summary>
public class SatelliteModelTests
{
    private static readonly Epoch s_epoch = Epoch.Parse("2024-09-20T06:30:00GPST");

    private static readonly EarthRotation s_earth = EarthOrientation.BuiltIn.At(s_epoch);

    /// <summary>Faces and wings have the areas of <c>ephemeris/satellites/surfaces.csv</c>: GPS IIF has 5.72, 7.01, 5.4 and 22.25 m².</summary>
    [Fact]
    public void A_box_has_the_faces_of_the_table()
    {
        SatelliteSize size = SatelliteSize.Of(SatelliteId.Parse("G01"), Epoch.Parse("2020-01-01T00:00:00GPST"));
        Tolerance area = Tolerance.Of(1e-9, "m²", "rounding");
        Check.Within(area, 5.72, size.Y * size.Z);
        Check.Within(area, 7.01, size.X * size.Z);
        Check.Within(area, 5.4, size.X * size.Y);
        Check.Within(area, 22.25, 2 * size.WingWidth * size.WingLength);
        Assert.InRange(size.Reach, 6, 12);
    }

    [Fact]
    public void What_the_table_does_not_have_is_of_nominal_size() => Assert.Equal(SatelliteSize.Nominal, SatelliteSize.Of(new SatelliteId(GnssSystem.Sbas, 33), s_epoch));

    [Theory, InlineData("C34"), InlineData("C60"), InlineData("G05"), InlineData("E11")]
    public void The_antenna_looks_to_the_Earth_and_the_panels_to_the_Sun(string id)
    {
        (GlobeScene scene, SceneSatellite satellite) = Scene(id, new Vector3d(1, 0.3, 0.2));
        SatellitePose pose = SatellitePose.Of(satellite, scene);
        Tolerance rounding = Tolerance.Of(1e-12, "1", "rounding of unit vectors");
        Check.Within(rounding, -1, pose.Body.Z.Dot(satellite.Itrf.Vector.Unit()));
        Check.Within(rounding, 0, pose.Body.X.Dot(pose.Body.Y));
        Check.Within(rounding, 0, pose.Panel.Dot(pose.Body.Y));
        Assert.True(pose.Panel.Dot(pose.ToSun) > 0);
        Check.Within(rounding, 0, (pose.Panel - (pose.ToSun - (pose.ToSun.Dot(pose.Body.Y) * pose.Body.Y)).Unit()).Norm);
        // The library's own law, turned to the Earth's axes.
        Vector3d sun = Sun.PositionGcrf(s_epoch).Vector;
        BodyAxes law = SatelliteProperties.For(satellite.Id, s_epoch).Attitude.At(satellite.Gcrf.Vector, satellite.VelocityGcrf, sun);
        Check.Within(rounding, 0, (pose.Body.X - (s_earth.GcrfToItrf * law.X)).Norm);
    }

    [Fact]
    public void Behind_the_Earth_there_is_no_sunlight()
    {
        Vector3d sun = s_earth.GcrfToItrf * Sun.PositionGcrf(s_epoch).Vector.Unit();
        Assert.Equal(0, Light(-2.8e7 * sun));
        Assert.Equal(1, Light(2.8e7 * sun));
        // Half of the disc where the Earth's edge crosses its centre: as seen from 28,000 km, asin(6378/28000) = 13.17 degrees from the axis of the shadow.
        Vector3d across = sun.Cross(new Vector3d(0, 0, 1)).Unit();
        Assert.InRange(Light((-2.8e7 * Math.Cos(0.22984) * sun) + (2.8e7 * Math.Sin(0.22984) * across)), 0.4, 0.6);

        static double Light(Vector3d place)
        {
            Position<Itrf> itrf = new(place);
            SceneSatellite satellite = new(SatelliteId.Parse("C34"), "meo", "A", new SatelliteGroup("MEO", new Rgb(1, 0, 0), MarkerShape.Circle, 1), itrf, s_earth.ToGcrf(itrf));
            return SatellitePose.Of(satellite, new GlobeScene { Title = "", Subtitle = "", Epoch = s_epoch, Earth = s_earth, SunItrf = place.Unit() }).Sunlight;
        }
    }

    /// <summary>From afar a marker, then a model of the size of a symbol, near by true to scale: never a jump.</summary>
    [Fact]
    public void From_marker_to_model_nothing_jumps()
    {
        Position<Itrf> place = new(2.8e7, 0, 0);
        double last = -1;
        float marker = 0;
        for (double distance = 6e5; distance > 20; distance *= 0.98)
        {
            CameraView view = new(new Position<Itrf>(2.8e7 + distance, 0, 0), new Vector3d(0, 1, 0), new Vector3d(0, 0, 1), new Vector3d(-1, 0, 0), 2000, 1920, 1080);
            double reach = ModelScale.Reach(view, place, 9, 1);
            float opacity = ModelScale.Marker(view, place);
            Assert.True(last < 0 || (reach >= last - 1e-9 && (reach - last < 3 || reach < 1.025 * last)), $"{last} to {reach} px at {distance} m");
            Assert.True(last < 0 || Math.Abs(opacity - marker) < 0.1, $"{marker} to {opacity} at {distance} m");
            Assert.True(reach > 0 || opacity == 1);
            (last, marker) = (reach, opacity);
        }

        // At 20.4 m: 2000 px x 9 m / 20.4 m.
        Assert.True(last > 850);
        Assert.Equal(0, marker);
    }

    /// <summary>Triangles of a model stay within its span, and the end of its wings is where the size says.</summary>
    [Fact]
    public void A_shape_has_the_span_of_its_size()
    {
        (GlobeScene scene, SceneSatellite satellite) = Scene("C34", new Vector3d(0.2, 1, -0.4));
        SatelliteSize size = SatelliteSize.Of(satellite.Id, s_epoch);
        SatellitePose pose = SatellitePose.Of(satellite, scene);
        List<float> vertices = [];
        new SatelliteShape(pose, size, default, 1, vertices).Build();
        Assert.Equal(0, vertices.Count % (3 * SatelliteShape.Stride));
        double most = 0;
        for (int i = 0; i < vertices.Count; i += SatelliteShape.Stride)
        {
            Vector3d p = 1e3 * new Vector3d(vertices[i], vertices[i + 1], vertices[i + 2]);
            most = Math.Max(most, Math.Abs(p.Dot(pose.Body.Y)));
            Check.Within(Tolerance.Of(1e-5, "1", "single precision"), 1, new Vector3d(vertices[i + 3], vertices[i + 4], vertices[i + 5]).Norm);
            Assert.True(p.Norm < 1.1 * size.Reach);
        }

        Check.Within(Tolerance.Of(0.25, "m", "the gap at the end of the last panel"), size.Reach, most);
    }

    private static (GlobeScene Scene, SceneSatellite Satellite) Scene(string id, Vector3d direction)
    {
        Position<Itrf> itrf = new(2.79e7 * direction.Unit());
        Vector3d gcrf = s_earth.ToGcrf(itrf).Vector;
        SceneSatellite satellite = new(SatelliteId.Parse(id), "meo", "A", new SatelliteGroup("MEO", new Rgb(1, 0, 0), MarkerShape.Circle, 1), itrf, new Position<Gcrf>(gcrf))
        {
            VelocityGcrf = 3780 * gcrf.Cross(new Vector3d(0.5, 0.1, 0.8)).Unit(),
        };
        return (new GlobeScene { Title = "", Subtitle = "", Epoch = s_epoch, Earth = s_earth, SunItrf = new Vector3d(1, 0, 0), Satellites = [satellite] }, satellite);
    }
}
