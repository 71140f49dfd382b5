using Constellation.Geodesy;

namespace Constellation.Tests.Geodesy;

public class EllipsoidTests
{
    public static TheoryData<string> Names => [.. All.Select(e => e.Name)];

    private static Ellipsoid[] All => [Ellipsoid.Wgs84, Ellipsoid.Cgcs2000, Ellipsoid.Pz9011];

    [Theory, MemberData(nameof(Names))]
    public void Round_trip_closes_to_five_nanometres_near_the_surface(string name)
    {
        Ellipsoid ellipsoid = All.First(e => e.Name == name);
        Random random = new(3);
        for (int i = 0; i < 20_000; i++)
        {
            GeodeticPoint point = new(Math.Asin((2 * random.NextDouble()) - 1), ((2 * random.NextDouble()) - 1) * Math.PI, ((2 * random.NextDouble()) - 1) * 100e3);
            Position<Itrf> place = ellipsoid.ToCartesian(point);
            Assert.InRange((ellipsoid.ToCartesian(ellipsoid.ToGeodetic(place)) - place).Norm, 0, 5e-9);
        }
    }

    [Theory]
    [InlineData(0, 0, 0), InlineData(1e9, 2e8, -3e8), InlineData(0, 0, 4e7), InlineData(0, 0, 100), InlineData(10, 0, 0), InlineData(1e4, 1e4, 1e4), InlineData(30e3, 0, 5), InlineData(42e6, 0, 1e-3), InlineData(1, -1, 20e3), InlineData(5e5, 5e5, 5e5)]
    public void Round_trip_closes_to_four_ulp_elsewhere(double x, double y, double z)
    {
        Position<Itrf> place = new(x, y, z);
        GeodeticPoint point = Ellipsoid.Wgs84.ToGeodetic(place);
        Vector3d difference = Ellipsoid.Wgs84.ToCartesian(point) - place;
        // Inside the Earth the sum of height and radius of curvature rounds at the size of the radius.
        double allowed = 4 * Math.BitIncrement(Math.Max(6378137.0, Math.Max(Math.Abs(x), Math.Max(Math.Abs(y), Math.Abs(z))))) - 4 * Math.Max(6378137.0, Math.Max(Math.Abs(x), Math.Max(Math.Abs(y), Math.Abs(z))));
        Assert.True(difference.Norm <= allowed * 1.7321, $"{difference.Norm} m at {point}");
    }

    [Fact]
    public void Known_points()
    {
        Position<Itrf> pole = Ellipsoid.Wgs84.ToCartesian(new GeodeticPoint(Math.PI / 2, 0, 0));
        Assert.InRange(pole.Z, 6356752.3142 - 1e-4, 6356752.3143 + 1e-4);      // [NGA-STND-0036]: b = 6356752.3142 m
        TopocentricFrame site = new(GeodeticPoint.FromDegrees(45, 10, 100));
        (double azimuth, double elevation, double range) = site.Look(Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(45, 10, 20_000_100)));
        Assert.Equal(Math.PI / 2, elevation, 7);
        Assert.Equal(20e6, range, 6);
        (azimuth, elevation, _) = site.Look(Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(45.1, 10, 100)));
        Assert.Equal(0, Math.Sin(azimuth), 9);
        Assert.InRange(elevation, -0.001, 0);
    }
}
