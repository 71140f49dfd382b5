using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Tests.Links;

public class OrbitRangeTests
{
    /// <summary>The receiver runs away from the transmitter in line: the path is longer by v L, there and back the first order cancels.</summary>
    [Fact]
    public void Light_time_is_that_of_the_moving_transmitter()
    {
        const double c = 299_792_458, v = 7600, d = 220_000;
        StateVector a = new(LinkWorld.Start, ReferenceFrame.Gcrf, new(6_850_000, 0, 0), new(0, v, 0)), b = new(LinkWorld.Start, ReferenceFrame.Gcrf, new(6_850_000, d, 0), new(0, v, 0));
        OrbitRange range = OrbitRange.Between(a, b);
        double shapiro = 2 * 3.986004415e14 / (c * c) * Math.Log((6_850_000 + Math.Sqrt((6_850_000.0 * 6_850_000) + (d * d)) + d) / (6_850_000 + Math.Sqrt((6_850_000.0 * 6_850_000) + (d * d)) - d));
        Assert.Equal(d, range.Instantaneous);
        Check.Within(Tolerance.Of(1e-6, "m", "fall of the transmitter, (g/2) L^2 = 2e-6 across the line"), (d / (1 - (v / c))) + shapiro, range.OneWay, "one way");
        Check.Within(Tolerance.Of(1e-6, "m", "the same"), (d / (1 - (v * v / c / c))) + shapiro, range.TwoWay, "both ways");
    }

    /// <summary>The same path as between tracks of orbits: navigation satellites with 0.12 s of light time.</summary>
    [Fact]
    public void Agrees_with_the_path_between_tracks()
    {
        StateVector a = DualOneWayReferenceTests.Orbits[0].At(LinkWorld.Start), b = DualOneWayReferenceTests.Orbits[1].At(LinkWorld.Start);
        (double length, _) = SignalPath.Trace(LocalTrack.Of(DualOneWayReferenceTests.Orbits[0], LinkWorld.Start), LocalTrack.Of(DualOneWayReferenceTests.Orbits[1], LinkWorld.Start), 0);
        Check.Within(Tolerance.Of(1e-6, "m", "change of the attraction within the light time, v omega^2 L^3 / 6 = 2e-8 m, and some ulp"), length, OrbitRange.Between(a, b).OneWay, "path");
    }
}
