using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Links;

public class LinkGeometryTests
{
    private const double Radius = 27_906_100, Geostationary = 42_164_170;

    /// <summary>Equal altitudes: off-nadir angle is 90 degrees minus half the central angle.</summary>
    [Theory, InlineData(45), InlineData(60), InlineData(90), InlineData(135)]
    public void Angle_off_nadir_of_equal_altitudes(double centralDeg)
    {
        LinkGeometry g = LinkGeometry.Between(At(0), At(centralDeg));
        double expected = double.DegreesToRadians(90 - (centralDeg / 2));
        Assert.Equal(expected, g.AngleA, 1e-12);
        Assert.Equal(expected, g.AngleB, 1e-12);
    }

    /// <summary>Ranges of permanent in-plane partners, km, for a radius rounded to 0.4 km: 1 km.</summary>
    [Theory, InlineData(90, 39_465), InlineData(135, 51_563), InlineData(60, 27_906)]
    public void Ranges_in_plane(double centralDeg, double rangeKm) => Assert.Equal(rangeKm, LinkGeometry.Between(At(0), At(centralDeg)).Range / 1000, 1.0);

    [Fact]
    public void Sixty_degrees_of_scan_exclude_the_neighbour_and_the_Earth_the_antipode()
    {
        Assert.Equal(LinkObstacle.Cone, Sight(45));
        Assert.Equal(LinkObstacle.None, Sight(90));
        Assert.Equal(LinkObstacle.None, Sight(135));
        Assert.Equal(LinkObstacle.Earth, Sight(180));

        static LinkObstacle Sight(double centralDeg)
        {
            LinkScene scene = new(WalkerScene.System(new("x", "", ""), 2));
            scene.Set([At(0), At(centralDeg)], [Vector3d.Zero, Vector3d.Zero], [], default);
            return scene.Between(0, 1).Obstacle;
        }
    }

    /// <summary>Equator and pole: the line that touches the ellipsoid has height zero to rounding (1 um).</summary>
    [Fact]
    public void Tangent_at_equator_and_pole_grazes_at_zero()
    {
        double polar = 6_378_137 * (1 - (1 / 298.257223563));
        Assert.Equal(0, LinkGeometry.Between(new(6_378_137, -3e7, 0), new(6_378_137, 2e7, 0)).GrazingHeight, 1e-6);
        Assert.Equal(0, LinkGeometry.Between(new(-3e7, 0, polar), new(2e7, 0, polar)).GrazingHeight, 1e-6);
        Assert.Equal(1e6, LinkGeometry.Between(new(7_378_137, -3e7, 0), new(7_378_137, 2e7, 0)).GrazingHeight, 1e-6);
    }

    /// <summary>Antipodes, straight through the centre: a number, and one that blocks.</summary>
    [Fact]
    public void A_line_through_the_centre_is_as_deep_as_the_Earth() =>
        Assert.Equal(-6_378_137, LinkGeometry.Between(new(Radius, 0, 0), new(-Radius, 0, 0)).GrazingHeight, 1e-6);

    /// <summary>Both on the same side: the lower end is the least height.</summary>
    [Fact]
    public void Outward_line_grazes_at_its_lower_end() =>
        Assert.Equal(1e7, LinkGeometry.Between(new(16_378_137, 0, 0), new(Geostationary, 0, 0)).GrazingHeight, 1e-6);

    private static Vector3d At(double angleDeg) => Matrix3d.R3(-double.DegreesToRadians(angleDeg)) * new Vector3d(Radius, 0, 0);
}
