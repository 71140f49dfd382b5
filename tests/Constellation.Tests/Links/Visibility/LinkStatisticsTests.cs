using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

public sealed class LinkStatisticsTests
{
    private static readonly Epoch Start = Epoch.Parse("2024-09-20T00:00:00GPST");

    /// <summary>Published counts for Walker 24/3/1 at 55 degrees and terminals to 60 degrees off nadir, rays 95 km above the Earth: 15 to 18 partners, mean 16.3, 8 of them permanent, 20 of 23 ever.</summary>
    [Fact]
    public void Partners_of_the_nominal_medium_orbits_are_the_published()
    {
        LinkSystem system = WalkerScene.System(new("x", "", "") { MinimumGrazingHeight = 95e3 }, 24);
        LinkStatistics statistics = Survey(system, 360, t => [.. Enumerable.Range(0, 24).Select(i => WalkerScene.Walker(i, t))]);
        for (int i = 0; i < 24; i++)
        {
            Assert.Equal((15, 18), (statistics.Partners(i).Least, statistics.Partners(i).Most));
            Check.Within(Tolerance.Of(0.05, "partners", "printed to 0.1"), 16.3, statistics.Partners(i).Mean, "mean");
            Assert.Equal(8, statistics.Pairs.Count(p => (p.Pair.A == i || p.Pair.B == i) && p.Permanence == LinkPermanence.Permanent));
            Assert.Equal(3, statistics.Pairs.Count(p => (p.Pair.A == i || p.Pair.B == i) && p.Permanence == LinkPermanence.Never));
        }
    }

    /// <summary>Published: 68 850 km grazing and 68 430 km with 1000 km clearance from medium to geosynchronous orbit, 53 830 to 54 340 km between medium orbits.</summary>
    [Theory]
    [InlineData(WalkerScene.Geostationary, 0, 68_850)]
    [InlineData(WalkerScene.Geostationary, 1e6, 68_430)]
    [InlineData(WalkerScene.Medium, 0, 54_340)]
    [InlineData(WalkerScene.Medium, 1e6, 53_830)]
    public void Longest_chords_are_the_published(double radius, double grazing, double publishedKm) =>
        Check.Within(Tolerance.Of(10, "km", "printed to 10 km; over the poles the flattened Earth lets 8 to 10 km more through"), publishedKm, LinkGeometry.LongestChord(WalkerScene.Medium, radius, grazing) / 1e3, "chord");

    /// <summary>Two equatorial orbits: at the keep-out height the line is cut where the chord is longest, to the step of 0.001 degrees (0.5 km).</summary>
    [Fact]
    public void The_longest_usable_link_is_the_longest_chord()
    {
        LinkSystem system = WalkerScene.System(new("x", "", ""), 2);
        LinkStatistics statistics = Survey(system, 2000, t => [WalkerScene.Equatorial(WalkerScene.Medium, 0), WalkerScene.Equatorial(WalkerScene.Geostationary, 154 + (0.001 * t))]);
        PairStatistics pair = statistics.Pairs.Single();
        Assert.Equal(LinkPermanence.Intermittent, pair.Permanence);
        Check.Within(Tolerance.Of(0.5, "km", "step of the angle"), LinkGeometry.LongestChord(WalkerScene.Medium, WalkerScene.Geostationary, 1e6) / 1e3, pair.Longest / 1e3, "longest");
        Assert.Equal(2000, pair.Blocked[(int)LinkObstacle.None] + pair.Blocked[(int)LinkObstacle.Earth]);
    }

    [Fact]
    public void Passes_gaps_and_distances_are_counted()
    {
        double[] angles = [45, 90, 120, 45, 45, 45, 100, 180];
        LinkStatistics statistics = Survey(WalkerScene.System(new("x", "", ""), 2), angles.Length, t => [WalkerScene.Equatorial(WalkerScene.Medium, 0), WalkerScene.Equatorial(WalkerScene.Medium, angles[t])]);
        PairStatistics pair = statistics.Pairs.Single();
        Assert.Equal((8, 3, 2, 3), (pair.Epochs, pair.Usable, pair.Passes, pair.LongestGap));
        double[] chords = [.. new[] { 90.0, 120, 100 }.Select(a => 2 * WalkerScene.Medium * Math.Sin(double.DegreesToRadians(a / 2)))];
        Assert.Equal(chords[0], pair.Shortest, 1e-6);
        Assert.Equal(chords[1], pair.Longest, 1e-6);
        Assert.Equal(chords.Average(), pair.Mean, 1e-6);
        Assert.Equal(Start + Duration.FromSeconds(2), pair.LongestAt);
        Assert.Equal((8, 0, 1, 0.375), (statistics.Partners(0).Epochs, statistics.Partners(0).Least, statistics.Partners(0).Most, statistics.Partners(0).Mean));
        Assert.Equal((1, 0), (statistics.Partners(0, OrbitClass.Meo).Most, statistics.Partners(0, OrbitClass.Geo).Most));
        Assert.Equal((4, 1), (pair.Blocked[(int)LinkObstacle.Cone], pair.Blocked[(int)LinkObstacle.Earth]));
    }

    private static LinkStatistics Survey(LinkSystem system, int epochs, Func<int, (Vector3d R, Vector3d V)[]> places)
    {
        LinkStatistics statistics = new(system);
        LinkScene scene = new(system);
        for (int t = 0; t < epochs; t++)
        {
            scene.Set(places(t));
            for (int a = 0; a < system.Satellites.Count; a++)
            {
                for (int b = a + 1; b < system.Satellites.Count; b++)
                {
                    statistics.Add(new LinkPair(a, b), scene.Between(a, b), Start + Duration.FromSeconds(t));
                }
            }

            statistics.EndEpoch();
        }

        return statistics;
    }
}
