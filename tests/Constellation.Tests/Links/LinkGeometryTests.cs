using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;

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
            LinkScene scene = Scene(new("x", "", ""), 2);
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

    /// <summary>Walker 24/3/1 at 55 degrees, counted elsewhere: 15 to 18 visible partners, mean 16.3 with rays 95 km above the Earth (rounded: 0.05).</summary>
    [Fact]
    public void Visible_partners_of_the_nominal_medium_orbits()
    {
        LinkPayload payload = new("x", "", "") { MinimumGrazingHeight = 95e3 };
        (int least, int most, long sum, int count) = (int.MaxValue, 0, 0, 0);
        (double shortest, double longest) = (double.MaxValue, 0);
        LinkScene scene = Scene(payload, 24);
        for (int t = 0; t < 360; t++)
        {
            Vector3d[] all = [.. Enumerable.Range(0, 24).Select(i => Walker(i / 8, i % 8, t))];
            scene.Set(all, new Vector3d[24], [], default);
            for (int a = 0; a < 24; a++)
            {
                int partners = 0;
                for (int b = 0; b < 24; b++)
                {
                    if (a != b && scene.Between(a, b) is { IsUsable: true, Geometry.Range: double range })
                    {
                        partners++;
                        (shortest, longest) = (Math.Min(shortest, range), Math.Max(longest, range));
                    }
                }

                (least, most, sum, count) = (Math.Min(least, partners), Math.Max(most, partners), sum + partners, count + 1);
            }
        }

        Assert.Equal((15, 18), (least, most));
        Assert.Equal(16.3, sum / (double)count, 0.05);
        Assert.InRange(shortest, 27_906e3, 28_400e3);
        Assert.InRange(longest, 53_800e3, 54_300e3);
    }

    private static LinkScene Scene(LinkPayload payload, int satellites) => new(new LinkSystem
    {
        Satellites = [.. Enumerable.Range(1, satellites).Select(i => new LinkSatellite(new SatelliteId(GnssSystem.BeiDou, i), OrbitClass.Meo, payload))],
        Stations = [],
    });

    private static Vector3d At(double angleDeg) => Matrix3d.R3(-double.DegreesToRadians(angleDeg)) * new Vector3d(Radius, 0, 0);

    private static Vector3d Walker(int plane, int slot, double turnedDeg) =>
        Matrix3d.R3(-double.DegreesToRadians(120.0 * plane)) * Matrix3d.R1(-double.DegreesToRadians(55))
        * Matrix3d.R3(-double.DegreesToRadians((45.0 * slot) + (15.0 * plane) + turnedDeg)) * new Vector3d(Radius, 0, 0);
}
