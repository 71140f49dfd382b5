using Constellation.Geodesy;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public class EarthMapTests
{
    public static TheoryData<string> Lands => ["110", "50"];

    [Theory, MemberData(nameof(Lands))]
    public void Rings_are_closed_areas_on_the_globe(string scale)
    {
        EarthMap map = Land(scale);
        Assert.Equal(scale == "110" ? 128 : 1422, map.Rings.Count);
        foreach (MapPoint[] ring in map.Rings)
        {
            Assert.True(ring.Length >= 3);
            Assert.NotEqual(ring[0], ring[^1]);
            Assert.All(ring, p => Assert.True(Math.Abs(p.LongitudeDeg) <= 180 && Math.Abs(p.LatitudeDeg) <= 90));
            double area = 0;
            for (int i = 0; i < ring.Length; i++)
            {
                (MapPoint a, MapPoint b) = (ring[i], ring[(i + 1) % ring.Length]);
                area += (a.LongitudeDeg * b.LatitudeDeg) - (b.LongitudeDeg * a.LatitudeDeg);
                // No edge runs across the map: the longest true one is in Antarctica, where meridians are near each other.
                Assert.True(Math.Abs(a.LongitudeDeg - b.LongitudeDeg) < 30 || a.LatitudeDeg < -89.9);
            }

            Assert.NotEqual(0, area);
        }
    }

    [Theory]
    [InlineData(39.9, 116.4, true)]     // Beijing
    [InlineData(0, -160, false)]        // Pacific
    [InlineData(52.5, 13.4, true)]      // Berlin
    [InlineData(-23.5, -46.6, true)]    // Sao Paulo
    [InlineData(-25, 134, true)]        // Australia
    [InlineData(-80, 0, true)]          // Antarctica
    [InlineData(-80, 179.5, false)]     // Ross Sea
    [InlineData(66.5, -179.5, true)]    // Chukotka, beyond the date line
    [InlineData(72, -40, true)]         // Greenland
    [InlineData(85, 0, false)]          // Arctic Ocean
    [InlineData(42, 50.5, false)]       // Caspian Sea
    [InlineData(35, 18, false)]         // Mediterranean
    [InlineData(0, 0, false)]           // Gulf of Guinea
    public void Known_places_are_land_or_sea(double latitudeDeg, double longitudeDeg, bool land)
    {
        Assert.Equal(land, EarthMap.Land110.Contains(latitudeDeg, longitudeDeg));
        Assert.Equal(land, EarthMap.Land50.Contains(latitudeDeg, longitudeDeg));
    }

    [Theory, InlineData(53.5, 108.2, true), InlineData(-1, 33, true), InlineData(48, 2, false)]
    public void Known_places_are_lake_or_not(double latitudeDeg, double longitudeDeg, bool lake) =>
        Assert.Equal(lake, EarthMap.Lakes.Contains(latitudeDeg, longitudeDeg));

    [Theory, MemberData(nameof(Lands))]
    public void Coasts_do_not_follow_the_cuts_of_the_map(string scale)
    {
        int edges = 0;
        foreach (IReadOnlyList<MapPoint> coast in Land(scale).Coasts())
        {
            Assert.True(coast.Count > 1);
            for (int i = 1; i < coast.Count; i++)
            {
                edges++;
                Assert.False(Math.Abs(coast[i].LongitudeDeg) > 179.99 && Math.Abs(coast[i - 1].LongitudeDeg) > 179.99);
                Assert.False(coast[i].LatitudeDeg < -89.9 || coast[i - 1].LatitudeDeg < -89.9);
            }
        }

        int all = Land(scale).Rings.Sum(r => r.Length);
        Assert.InRange(edges, 0.99 * all, all - 5);
    }

    [Theory, InlineData(1024), InlineData(4096)]
    public void Land_covers_its_share_of_the_Earth(int width)
    {
        byte[] pixels = LandRaster.Draw(width);
        double land = 0, all = 0;
        for (int row = 0; row < width / 2; row++)
        {
            double weight = Math.Cos(Math.PI * (((row + 0.5) / (width / 2)) - 0.5));
            for (int column = 0; column < width; column++)
            {
                land += weight * pixels[(row * width) + column] / 255;
                all += weight;
            }
        }

        Check.Within(Tolerance.Of(0.006, "of the surface", "29.1 % less the large lakes and the islands that a small map leaves out"), 0.287, land / all);
    }

    [Fact]
    public void Sirius_is_the_brightest_star_and_Polaris_is_near_the_pole()
    {
        Assert.Equal(5044, StarCatalogue.Bright.Count);
        BrightStar sirius = StarCatalogue.Bright[0];
        // J2000: 6 h 45 min 8.9 s, -16 deg 42 min 58 s.
        Vector3d expected = Ellipsoid.Up(GeodeticPoint.FromDegrees(-16.7161, 101.2871, 0));
        Check.Within(Tolerance.Of(2e-5, "rad", "three decimals of a degree"), expected, sirius.DirectionGcrf);
        Assert.Contains(StarCatalogue.Bright, s => s.Magnitude < 2.1 && s.DirectionGcrf.AngleTo(new Vector3d(0, 0, 1)) < 0.0135);
    }

    private static EarthMap Land(string scale) => scale == "110" ? EarthMap.Land110 : EarthMap.Land50;
}
