using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Constellations;

public class WalkerTests
{
    private static readonly WalkerShell Shell = new()
    {
        System = GnssSystem.BeiDou,
        Satellites = 24,
        Planes = 3,
        Phasing = 1,
        SemiMajorAxis = 27_906_100,
        Inclination = double.DegreesToRadians(55),
        FirstRightAscension = double.DegreesToRadians(342.35),
        FirstArgumentOfLatitude = double.DegreesToRadians(35.46),
        Epoch = Epoch.FromGps(2253, Duration.FromHours(12)),
        Clock = "PHM-BDS3",
        SparesPerPlane = 1,
    };

    /// <summary>The BeiDou pattern as published: nodes 342.35, 102.35, 222.35; first slots 35.46, 50.46, 65.46 degrees.</summary>
    [Fact]
    public void Delta_24_3_1_with_spares()
    {
        ConstellationDefinition c = Walker.Build("demo", Shell);
        Assert.Equal(27, c.Satellites.Count);
        Assert.Equal(24, c.Active.Count());
        Assert.Equal(Enumerable.Range(1, 27), c.Satellites.Select(s => s.Id.Number));
        double[] nodes = [342.35, 102.35, 222.35], first = [35.46, 50.46, 65.46];
        for (int plane = 0; plane < 3; plane++)
        {
            for (int slot = 0; slot < 8; slot++)
            {
                SatelliteDefinition s = c.Satellites[(8 * plane) + slot];
                Assert.Equal(nodes[plane], double.RadiansToDegrees(s.Elements.RightAscension), 1e-9);
                Assert.Equal((first[plane] + (45 * slot)) % 360, double.RadiansToDegrees(s.Elements.MeanAnomaly), 1e-9);
            }

            SatelliteDefinition spare = c.Satellites[24 + plane];
            Assert.Equal(SatelliteRole.Spare, spare.Role);
            Assert.Equal((first[plane] + 22.5) % 360, double.RadiansToDegrees(spare.Elements.MeanAnomaly), 1e-9);
        }
    }

    [Fact]
    public void Star_spreads_nodes_over_half_the_equator()
    {
        ConstellationDefinition c = Walker.Build("star", Shell with { Pattern = WalkerPattern.Star, SparesPerPlane = 0 });
        Assert.Equal(60, double.RadiansToDegrees(c.Satellites[8].Elements.RightAscension - c.Satellites[0].Elements.RightAscension + (2 * Math.PI)) % 360, 1e-9);
    }

    [Theory, InlineData(25, 3), InlineData(0, 3), InlineData(24, 0), InlineData(2000, 10)]
    public void Impossible_patterns_are_refused(int satellites, int planes) =>
        Assert.ThrowsAny<ArgumentException>(() => Walker.Build("bad", Shell with { Satellites = satellites, Planes = planes }));
}
