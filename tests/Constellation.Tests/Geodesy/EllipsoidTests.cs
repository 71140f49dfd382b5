using Constellation.Geodesy;
using CsCheck;

namespace Constellation.Tests.Geodesy;

public class EllipsoidTests
{
    private static readonly Gen<Ellipsoid> s_ellipsoids = Gen.Int[0, 3].Select(i => new[] { Ellipsoid.Wgs84, Ellipsoid.Cgcs2000, Ellipsoid.Grs80, Ellipsoid.Pz9011 }[i]);

    private static readonly Gen<Vector3d> s_directions =
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0, Math.Tau]).Select((z, angle) =>
            new Vector3d(Math.Sqrt(1 - (z * z)) * Math.Cos(angle), Math.Sqrt(1 - (z * z)) * Math.Sin(angle), z));

    [Fact]
    public void There_and_back_near_the_surface() => Gen.Select(s_ellipsoids, s_directions, Gen.Double[6.26e6, 6.47e6]).Sample(
        (ellipsoid, direction, radius) => RoundTrip(ellipsoid, radius * direction, Tolerance.Of(5e-9, "m", "stated within 100 km of the surface")),
        iter: 30000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void There_and_back_far_away() => Gen.Select(s_ellipsoids, s_directions, Gen.Double[6.8, 9.2]).Sample(
        (ellipsoid, direction, decade) => RoundTripInUlp(ellipsoid, Math.Pow(10, decade) * direction), iter: 30000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void There_and_back_inside_the_Earth() => Gen.Select(s_ellipsoids, s_directions, Gen.Double[-9, 6.8]).Sample(
        (ellipsoid, direction, decade) => RoundTripInUlp(ellipsoid, Math.Pow(10, decade) * direction), iter: 30000, seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData(0, 0, 0), InlineData(0, 0, 1), InlineData(0, 0, -6356752.314245), InlineData(0, 0, 1e9), InlineData(1e-3, 0, 7e6)]
    [InlineData(42697, 0, 0), InlineData(42698, 0, 0), InlineData(42697.67, 0, 1e-9), InlineData(0, 42841, 1e-12), InlineData(1e-12, 0, 42841.3)]
    [InlineData(0, -6378137, 0), InlineData(-6378137, -0.0, 0), InlineData(-1e9, 1e-3, -1e9), InlineData(100, 0, 0), InlineData(1e-300, 0, 1e-300)]
    public void There_and_back_at_awkward_points(double x, double y, double z)
    {
        foreach (Ellipsoid ellipsoid in new[] { Ellipsoid.Wgs84, Ellipsoid.Cgcs2000, Ellipsoid.Grs80, Ellipsoid.Pz9011 })
        {
            RoundTripInUlp(ellipsoid, new(x, y, z));
        }
    }

    /// <summary>Points on the axes, by the axes' own lengths.</summary>
    [Theory]
    [InlineData(90, 0, 0, 0, 6356752.314245179), InlineData(-90, 0, 0, 0, -6356752.314245179)]
    [InlineData(0, 0, 6378137, 0, 0), InlineData(0, 90, 0, 6378137, 0), InlineData(0, 180, -6378137, 0, 0)]
    public void Axes_have_their_lengths(double latitudeDeg, double longitudeDeg, double x, double y, double z)
    {
        Vector3d actual = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0)).Vector;
        Check.Within(Tolerance.Of(2e-9, "m", "rounding of pi/2 times 6.4e6 m"), new Vector3d(x, y, z), actual);
    }

    [Fact]
    public void Inside_the_evolute_the_nearest_surface_is_taken()
    {
        // A point on the axis below the centre of curvature of the pole sees the pole nearest, not the equator.
        GeodeticPoint axis = Ellipsoid.Wgs84.ToGeodetic(new(0, 0, 1000));
        Assert.Equal(90.0, axis.LatitudeDeg, 12);
        Check.Within(Tolerance.Of(1e-8, "m", "ten roundings of 6.4e6 m"), 1000 - Ellipsoid.Wgs84.SemiMinorAxis, axis.Height);

        GeodeticPoint centre = Ellipsoid.Wgs84.ToGeodetic(new(0, 0, 0));
        Assert.Equal((90.0, 0.0), (centre.LatitudeDeg, centre.Longitude));

        GeodeticPoint plane = Ellipsoid.Wgs84.ToGeodetic(new(20000, 0, 0));
        Assert.InRange(plane.LatitudeDeg, 30, 90);
        Assert.True(plane.Height > 20000 - Ellipsoid.Wgs84.SemiMajorAxis);
    }

    [Theory]
    [InlineData(double.NaN, 0, 0), InlineData(0, double.NaN, 1e7), InlineData(double.PositiveInfinity, 0, 0)]
    public void Nonsense_stays_nonsense(double x, double y, double z) =>
        Assert.False(double.IsFinite(Ellipsoid.Wgs84.ToGeodetic(new(x, y, z)).Height));

    private static void RoundTrip(Ellipsoid ellipsoid, Vector3d position, Tolerance tolerance) =>
        Check.Within(tolerance, position, ellipsoid.ToCartesian(ellipsoid.ToGeodetic(new(position))).Vector, ellipsoid.Name);

    private static void RoundTripInUlp(Ellipsoid ellipsoid, Vector3d position)
    {
        double largest = Math.Max(Math.Abs(position.X), Math.Max(Math.Abs(position.Y), Math.Abs(position.Z)));
        double size = Math.Max(largest, ellipsoid.SemiMajorAxis);
        Tolerance tolerance = Tolerance.Of(4 * (Math.BitIncrement(size) - size), "m", "4 units in the last place of the largest coordinate or of the semi-major axis");
        Vector3d back = ellipsoid.ToCartesian(ellipsoid.ToGeodetic(new(position))).Vector;
        Check.Within(tolerance, position.X, back.X, "x");
        Check.Within(tolerance, position.Y, back.Y, "y");
        Check.Within(tolerance, position.Z, back.Z, "z");
    }
}
