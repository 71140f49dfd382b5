using Constellation.Clocks;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>There and back within one half of a slot.</summary>
public sealed class TwoWayTests
{
    private const double C = 299_792_458;

    /// <summary>The partner's clock does not matter, be it off by a second; one's own only by its frequency over the journey: c y times half the travel of 0.248 s.</summary>
    [Fact]
    public void Only_the_own_frequency_enters()
    {
        double plain = Range(new LinearClock(0, 0), new LinearClock(0, 0)).Range;
        Check.Within(Tolerance.Of(1e-7, "m", "some ulp"), plain, Range(new LinearClock(1e-3, 0), new LinearClock(1, 1e-9)).Range, "offsets and the partner's frequency");
        double travel = 2 * plain / C;
        Check.Within(Tolerance.Of(1e-6, "m", "1e-9 of the clock times 4e7 m, and rounding"), C * 1e-9 * travel / 2, Range(new LinearClock(0, 1e-9), new LinearClock(0, 0)).Range - plain, "own frequency");
    }

    /// <summary>Reduced with the right orbits it is the distance when the partner answered.</summary>
    [Fact]
    public void Reduction_gives_the_distance_at_the_answer()
    {
        TwoWayRange range = Range(new LinearClock(1e-5, 2e-11), new LinearClock(0, 0));
        LinkSystem system = DualOneWayReferenceTests.System();
        double reduced = new LinkReducer(system, LinkWorld.Earth, LinkWorld.Start, DualOneWayReferenceTests.Orbits, [(new ClockState(1e-5, 2e-11), 0), default]).Reduce(range);
        Epoch answer = range.Reception;
        for (int i = 0; i < 4; i++)
        {
            answer = range.Reception - Duration.FromSeconds((DualOneWayReferenceTests.Orbits[0].At(range.Reception).Position - DualOneWayReferenceTests.Orbits[1].At(answer).Position).Norm / C);
        }

        double distance = (DualOneWayReferenceTests.Orbits[1].At(answer).Position - DualOneWayReferenceTests.Orbits[0].At(answer).Position).Norm;
        Check.Within(Tolerance.Of(5e-5, "m", "lever arms move the answer by 1 m of light time, 4 ns at 3 km/s"), distance, reduced, "distance");
    }

    private static TwoWayRange Range(IClock a, IClock b)
    {
        RangeMaker maker = new(DualOneWayReferenceTests.System(), new LinkTruth(DualOneWayReferenceTests.Orbits, [a, b], [], LinkWorld.Earth), LinkFaults.None, (_, _) => 0, 1, 0);
        maker.Advance(LinkWorld.Start, double.PositiveInfinity);
        return maker.TwoWay(0, 1, 9.25);
    }
}
