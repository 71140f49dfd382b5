using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning;

public class AccuracyTests
{
    [Fact]
    public void Weighted_percentile_meets_the_middle_of_each_weight()
    {
        double[] plain = [1, 2, 2, 2, 5, 5, 9];
        Assert.Equal(WeightedStatistics.Percentile(plain, [], 0.5), WeightedStatistics.Percentile([1, 2, 5, 9], [1, 3, 2, 1], (1 + 1.5) / 7), 1e-12);
        Assert.Equal(5.0, WeightedStatistics.Percentile([3, 5, double.NaN, 9], [1, 1, 7, 1], 0.5), 1e-12);
        Assert.Equal(95.5, WeightedStatistics.Percentile([.. Enumerable.Range(1, 100).Select(i => (double)i)], [], 0.95), 1e-12);
        Assert.True(double.IsNaN(WeightedStatistics.Percentile([], [], 0.5)));
    }

    [Fact]
    public void Statistics_of_a_region_weigh_by_area_and_name_the_worst()
    {
        UserDefinition[] users = [User("equator", 0, 100, 1.0), User("north", 60, 100, 0.5), User("elsewhere", 0, -100, 1.0), User("site", 0, 100, 0.0)];
        UserFix Fix(double h, double v) => new(8, FixStatus.Ok, 2.0, h, 0, v);
        UserFix lost = new(3, FixStatus.TooFewSatellites, double.NaN, double.NaN, double.NaN, double.NaN);
        UserFix[][] fixes = [[Fix(1, 2), Fix(3, -4), Fix(50, 50), Fix(9, 9)], [Fix(1, 2), lost, Fix(50, 50), Fix(9, 9)]];

        AccuracyStatistics region = AccuracyStatistics.Of(new Region("box", new Region.Box(-10, 70, 90, 110)), users, fixes, new());

        Assert.Equal(2, region.Users);
        Assert.Equal(3, region.Fixes);
        Assert.Equal("north", region.WorstUser);
        Assert.Equal(3.0, region.WorstHorizontal95, 1e-12);
        Assert.Equal(2.5 / 3.0, region.Availability, 1e-12);                          // weights 1, 1, 0.5 of 1, 1, 0.5, 0.5
        Assert.Equal(Math.Sqrt(((2 * 1.0) + (0.5 * 9)) / 2.5), region.HorizontalRms, 1e-12);
        Assert.Equal((1 * 8 * 2 + 0.5 * 8 + 0.5 * 3) / 3.0, region.MeanSatellites, 1e-12);

        AccuracyStatistics site = AccuracyStatistics.Of(3, users, fixes, new() { Horizontal = 8 });
        Assert.Equal(0.0, site.Availability);
        Assert.Equal(9.0, site.Horizontal95, 1e-12);
    }

    [Theory]
    [InlineData("asia-pacific", 39.9, 116.4, true)]
    [InlineData("asia-pacific", 39.9, 16.4, false)]
    [InlineData("oceania", -17, 178, true)]
    [InlineData("oceania", -17, -178, true)]
    [InlineData("oceania", -17, -100, false)]
    [InlineData("europe", 48, 371, true)]
    public void Regions(string name, double latitudeDeg, double longitudeDeg, bool inside) =>
        Assert.Equal(inside, Region.Standard.Single(r => r.Name == name).Contains(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0)));

    [Fact]
    public void Grid_weights_are_the_areas_of_the_cells()
    {
        UserGrid grid = new(5, 0.1);
        Assert.Equal(2592, grid.Users.Count);
        double total = grid.Users.Sum(u => u.AreaWeight);
        foreach (UserDefinition user in grid.Users)
        {
            double south = double.DegreesToRadians(user.Place.LatitudeDeg - 2.5), north = double.DegreesToRadians(user.Place.LatitudeDeg + 2.5);
            double area = (Math.Sin(north) - Math.Sin(south)) / 72 / 2;               // of the sphere
            Assert.Equal(area, user.AreaWeight / total, 1e-15);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new UserGrid(7, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UserGrid(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UserGrid(0.001, 0));
    }

    /// <summary>A satellite at 26,560 km over the equator moving north: radial is x, along z, cross -y in inertial sense (Earth rotation included).</summary>
    [Fact]
    public void Errors_are_resolved_on_the_orbit_axes_and_weighted()
    {
        Position<Itrf> truth = new(26_560_000, 0, 0);
        // Inertial velocity due north: on ITRF axes it drifts west with omega r.
        Vector3d velocity = new(0, -CircularConstellation.EarthRate * 26_560_000, 3874);
        SignalInSpaceError e = SignalInSpaceError.Between(truth + new Vector3d(1.0, -3.0, 2.0), 2e-9, truth, velocity, 1e-9);
        Assert.Equal(1.0, e.Radial, 1e-12);
        Assert.Equal(2.0, e.Along, 1e-12);
        Assert.Equal(3.0, e.Cross, 1e-12);
        Assert.Equal(0.299792458, e.Clock, 1e-12);

        SisreWeights gps = SisreWeights.For(GnssSystem.Gps, OrbitClass.Meo);
        Assert.Equal(Math.Sqrt(Math.Pow(0.98 - 0.299792458, 2) + (13.0 / 49)), e.Sisre(gps), 1e-12);
        Assert.Equal(Math.Sqrt((0.98 * 0.98) + (13.0 / 49)), e.OrbitSisre(gps), 1e-12);
    }

    /// <summary>The clock part of SISRE averages what users see: w_R and w_AC follow from the mean over the visible Earth, integrated here.</summary>
    [Theory]
    [InlineData(GnssSystem.Gps, OrbitClass.Meo, 26_560e3)]
    [InlineData(GnssSystem.Glonass, OrbitClass.Meo, 25_508e3)]
    [InlineData(GnssSystem.Galileo, OrbitClass.Meo, 29_600e3)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Meo, 27_906e3)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Igso, 42_164e3)]
    public void Weights_are_averages_over_the_visible_earth(GnssSystem system, OrbitClass orbit, double radius)
    {
        const double earth = 6371e3;
        double end = Math.Acos(earth / radius), cosSum = 0, sin2Sum = 0, area = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double theta = end * (i + 0.5) / 20_000, w = Math.Sin(theta);
            double range = Math.Sqrt((radius * radius) + (earth * earth) - (2 * radius * earth * Math.Cos(theta)));
            double sinEta = earth * Math.Sin(theta) / range;
            cosSum += w * Math.Sqrt(1 - (sinEta * sinEta));
            sin2Sum += w * sinEta * sinEta / 2;                                       // half of it along, half across
            area += w;
        }

        SisreWeights weights = SisreWeights.For(system, orbit);
        Assert.Equal(cosSum / area, weights.Radial, 0.006);                           // printed to two decimals
        Assert.Equal(area / sin2Sum, 1 / weights.TransverseSquared, 0.04 / weights.TransverseSquared);      // published for the mean Earth, rounded
    }

    private static UserDefinition User(string name, double latitudeDeg, double longitudeDeg, double weight)
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0);
        return new() { Index = 0, Name = name, Place = place, Position = Ellipsoid.Wgs84.ToCartesian(place), AreaWeight = weight };
    }
}
