using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Bringing a pair to an epoch away from its slot.</summary>
public sealed class ReductionStudyTests(ITestOutputHelper output)
{
    private const double C = 299_792_458;

    /// <summary>Right orbits and clocks leave rounding over any span, 5 min included.</summary>
    [Theory, InlineData(0), InlineData(3), InlineData(-30), InlineData(300)]
    public void Perfect_knowledge_leaves_rounding(double span)
    {
        ReductionError error = Assert.Single(Study().Errors(LinkWorld.Start, Duration.FromSeconds(span), DualOneWayReferenceTests.Orbits, s_clocks));
        Tolerance rounding = Tolerance.Of(2e-7, "m", "some ulp of 4e7 m; clocks of 3 km");
        Check.Within(rounding, 0, error.ClockFree, "half sum");
        Check.Within(rounding, 0, error.GeometryFree, "half difference");
        Check.Within(rounding, 0, error.ClockWander, "clocks");
    }

    /// <summary>A range rate wrong by v is in the half sum with minus v times the span; a frequency difference wrong by y in the half difference with minus c y times it.</summary>
    [Theory, InlineData(3), InlineData(-3), InlineData(30), InlineData(-300)]
    public void Errors_grow_with_the_span(double span)
    {
        const double v = 1e-4, y = 1e-13;
        IOrbit a = DualOneWayReferenceTests.Orbits[0], b = DualOneWayReferenceTests.Orbits[1];
        Vector3d u = (b.At(LinkWorld.Start).Position - a.At(LinkWorld.Start).Position).Unit();
        (ClockState, double)[] clocks = [s_clocks[0], (new ClockState(-3e-6, -5e-12 + y), 0)];
        ReductionError error = Assert.Single(Study(LinkRangingErrors.None).Errors(LinkWorld.Start, Duration.FromSeconds(span), [a, new Drifting(b, v * u)], clocks));
        output.WriteLine($"{span} s: {error.ClockFree * 1e3:0.000} mm, {error.GeometryFree / C * 1e12:0.000} ps");

        // What the slot itself leaves: c y (h - L/2) + v L/2 and v (h - L/2) + c y L/2, h = 0.75 s and L = 0.124 s.
        Tolerance turned = Tolerance.Of(2e-6 + (2e-8 * v * Math.Abs(span * span * span)), "m", "the line of sight turns by up to 2e-4 rad a second, half its square of v times the span; rounding");
        Check.Within(turned, (-v * span) + (C * y * 0.688) + (v * 0.062), error.ClockFree, "half sum");
        Check.Within(turned, (-C * y * span) + (v * 0.688) + (C * y * 0.062), error.GeometryFree, "half difference");
        if (Math.Abs(span) <= 3)
        {
            Assert.InRange(Math.Abs(error.ClockFree), 0, 1e-3);
            Assert.InRange(Math.Abs(error.GeometryFree) / C, 0, 3e-12);
        }
    }

    private static readonly (ClockState State, double Drift)[] s_clocks = [(new ClockState(1e-5, 2e-11), 0), (new ClockState(-3e-6, -5e-12), 0)];

    private static ReductionStudy Study(LinkRangingErrors? errors = null) => new(
        DualOneWayReferenceTests.System(errors), new LinkTruth(DualOneWayReferenceTests.Orbits, [new LinearClock(1e-5, 2e-11), new LinearClock(-3e-6, -5e-12)], [], LinkWorld.Earth));

    /// <summary>An orbit that runs away with a constant velocity from the first epoch on.</summary>
    private sealed class Drifting(IOrbit orbit, Vector3d velocity) : IOrbit
    {
        public ReferenceFrame Frame => orbit.Frame;

        public EpochSpan Validity => orbit.Validity;

        public StateVector At(Epoch epoch)
        {
            StateVector state = orbit.At(epoch);
            return state with { Position = state.Position + ((epoch - LinkWorld.Start).TotalSeconds * velocity), Velocity = state.Velocity + velocity };
        }
    }
}
