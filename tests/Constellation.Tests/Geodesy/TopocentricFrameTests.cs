using Constellation.Geodesy;
using CsCheck;

namespace Constellation.Tests.Geodesy;

public class TopocentricFrameTests
{
    private static readonly Tolerance s_rounding = Tolerance.Of(1e-14, "rad", "a few roundings of numbers near 1");

    private static readonly TopocentricFrame s_equator = new(GeodeticPoint.FromDegrees(0, 0, 0), Ellipsoid.Wgs84);

    /// <summary>At latitude 0, longitude 0: up is +x, east is +y, north is +z.</summary>
    [Theory]
    [InlineData(0, 1000, 0, 90, 0), InlineData(0, 0, 1000, 0, 0), InlineData(0, -1000, 0, 270, 0), InlineData(0, 0, -1000, 180, 0)]
    [InlineData(1000, 1000, 0, 90, 45), InlineData(1000, 0, 0, 0, 90), InlineData(-1000, 0, 1000, 0, -45)]
    public void Sees_the_compass(double x, double y, double z, double azimuthDeg, double elevationDeg)
    {
        LookAngles look = s_equator.Look(s_equator.Origin + new Vector3d(x, y, z));
        Check.Within(s_rounding, double.DegreesToRadians(azimuthDeg), look.Azimuth, "azimuth");
        Check.Within(s_rounding, double.DegreesToRadians(elevationDeg), look.Elevation, "elevation");
        Check.Within(Tolerance.Of(1e-9, "m", "rounding of 6.4e6 m"), new Vector3d(x, y, z).Norm, look.Range, "range");
    }

    [Fact]
    public void There_and_back() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[0, 6.2], Gen.Double[-1.5, 1.5], Gen.Double[1e3, 4e7]).Sample(
            (latitudeDeg, longitudeDeg, azimuth, elevation, range) =>
            {
                TopocentricFrame frame = new(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 50), Ellipsoid.Cgcs2000);
                Position<Itrf> target = frame.PointAt(new(azimuth, elevation, range));
                LookAngles look = frame.Look(target);

                // Coordinates of 4.6e7 m are rounded to 7e-9 m: seen from the range, and along a circle of cos(elevation) for the azimuth.
                double rounding = 3e-8 / range;
                Check.Within(Tolerance.Of(rounding + 1e-14, "rad", "rounding of coordinates"), elevation, look.Elevation, "elevation");
                Check.Within(Tolerance.Of((rounding / Math.Cos(elevation)) + 1e-14, "rad", "rounding of coordinates"), 0, Math.IEEERemainder(look.Azimuth - azimuth, Math.Tau), "azimuth");
                Assert.InRange(look.Azimuth, 0, Math.BitDecrement(Math.Tau));
                Check.Within(Tolerance.Of((rounding / Math.Cos(elevation)) + 1e-14, "rad", "arcsine near the zenith"), look.Elevation, frame.Elevation(target), "fast elevation");
            },
            iter: 5000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void The_axes_are_right_handed_and_unit() => Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]).Sample(
        (latitudeDeg, longitudeDeg) =>
        {
            TopocentricFrame frame = new(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0), Ellipsoid.Wgs84);
            Check.Within(Tolerance.Of(1e-15, "1", "rounding"), frame.Up, frame.East.Cross(frame.North), "up");
            Vector3d v = new(1, 2, 3);
            Check.Within(Tolerance.Of(5e-15, "1", "rounding"), v, frame.FromLocal(frame.ToLocal(v)));
        },
        iter: 1000, seed: "0N0XIzNsQ0O2");
}
