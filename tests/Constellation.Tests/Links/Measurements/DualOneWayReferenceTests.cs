using Constellation.Clocks;
using Constellation.Core;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>One pair against an independent computation in double precision, data/links/dual_one_way_pair.py.</summary>
public sealed class DualOneWayReferenceTests
{
    private const double Forward = 37139662.87705877, Return = 37149986.740051605, LightTime = 0.12389758844593557, Distance = 37144918.60761581, ClockDifference = -3897.3769021145004;

    private static readonly Tolerance s_rounding = Tolerance.Of(1e-7, "m", "some ulp (7e-9) of 4e7 m, tracks interpolated to 3e-8 m");

    [Fact]
    public void Raw_ranges_are_those_of_the_independent_computation()
    {
        RangeMaker maker = Maker();
        Check.Within(s_rounding, Forward, maker.OneWay(0, 1, 9.25, out RangeTerms terms), "A to B");
        Check.Within(s_rounding, Return, maker.OneWay(1, 0, 10.75, out _), "B to A");
        Check.Within(s_rounding, 299_792_458 * LightTime, terms.Distance + terms.LightTime + terms.PhaseCentre, "light time as a length");
    }

    /// <summary>With the right orbits and clocks the reduction leaves nothing but half the sums and differences of the delays.</summary>
    [Fact]
    public void Reduction_leaves_the_delays_and_nothing_else()
    {
        LinkReducer reducer = new(System(), LinkWorld.Earth, LinkWorld.Start, Orbits, [(new ClockState(1e-5, 2e-11), 0), (new ClockState(-3e-6, -5e-12), 0)]);
        ReducedLink reduced = reducer.Reduce(new DualOneWay(0, 1, LinkWorld.Start + Duration.FromSeconds(9.25), LinkWorld.Start + Duration.FromSeconds(10.75), Forward, Return));
        Check.Within(s_rounding, Distance + ((0.12 + 0.30 + 0.07 + 0.21) / 2), reduced.ClockFree, "half sum");
        Check.Within(s_rounding, ClockDifference + ((0.21 - 0.07 - (0.30 - 0.12)) / 2), reduced.GeometryFree, "half difference");
    }

    internal static IReadOnlyList<IOrbit> Orbits { get; } = [new EllipseOrbit(27_906_100, 0.010, 55, 20, 30, 0.1), new EllipseOrbit(27_906_100, 0.005, 55, 140, 100, 1.3)];

    internal static LinkSystem System(LinkRangingErrors? errors = null)
    {
        LinkPayload payload = new LinkPayload("test", "", "").Scaled(0, 0) with { Errors = errors ?? new LinkRangingErrors { PhaseCentre = new(0.4, 0.3, 1.1), Eccentricity = true } };
        return new LinkSystem { Satellites = [.. Enumerable.Range(1, 2).Select(i => new LinkSatellite(new SatelliteId(GnssSystem.BeiDou, i), OrbitClass.Meo, payload))], Stations = [] };
    }

    private static RangeMaker Maker()
    {
        LinkSystem system = System();
        LinkTruth truth = new(Orbits, [new LinearClock(1e-5, 2e-11), new LinearClock(-3e-6, -5e-12)], [], LinkWorld.Earth);
        LinkFaults faults = new()
        {
            Terminals =
            [
                new TerminalFault(system.Satellites[0].Id) { TransmitDelay = 0.12, ReceiveDelay = 0.30 },
                new TerminalFault(system.Satellites[1].Id) { TransmitDelay = 0.07, ReceiveDelay = 0.21 },
            ],
        };
        RangeMaker maker = new(system, truth, faults, (_, _) => 0, 1, 0);
        maker.Advance(LinkWorld.Start, double.PositiveInfinity);
        return maker;
    }
}
