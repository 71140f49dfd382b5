using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

public sealed class BatchTests
{
    /// <summary>No noise, equal dynamics, clocks of unknown offset, frequency and drift: the closed loop.</summary>
    [Theory, InlineData("isl+anchor", LinkObservable.Reduced), InlineData("isl+anchor", LinkObservable.OneWay), InlineData("ground+isl", LinkObservable.Reduced), InlineData("ground-global", LinkObservable.Reduced)]
    public void Perfect_measurements_leave_less_than_a_millimetre_and_three_picoseconds(string segment, LinkObservable observable)
    {
        BatchWorld world = Perfect(segment) with { Settings = new() { Observable = observable } };
        BatchSolution solution = world.Build().Solve();
        Assert.True(solution.Converged);
        foreach (OrbitClockSolution round in solution.Estimates(LinkWorld.Start))
        {
            for (int i = 0; i < round.Satellites.Count; i++)
            {
                double[] e = world.Error(round.Satellites[i], i);
                Assert.InRange(Math.Sqrt((e[0] * e[0]) + (e[1] * e[1]) + (e[2] * e[2])), 0, 1e-3);
                if (segment != "ground-global" || round.Satellites[i].SigmaClock < 0.01)
                {
                    Assert.InRange(Math.Abs(e[3]), 0, 3e-12 * PhysicalConstants.SpeedOfLight);
                }
            }
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        BatchWorld world = new BatchWorld { Segment = "ground+isl", Length = 3 * 3600 }.Build();
        double[][] results = [.. ((int[])[1, 2, 4]).Select(threads =>
        {
            BatchSolution solution = BatchSolver.Solve(world.System, world.Satellites, world.Frames, LinkWorld.Earth, new BatchSettings { Threads = threads });
            return (double[])[.. solution.Estimates(LinkWorld.Start).SelectMany(r => r.Satellites).SelectMany(s => (double[])[s.State.Position.X, s.Clock.Offset, s.SigmaCross, s.SigmaClock])];
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    /// <summary>One range in fifty is wrong by up to a kilometre: all of those above the gate go, and the orbits stay within three of their sigmas.</summary>
    [Fact]
    public void Wrong_ranges_are_left_out()
    {
        int spoiled = 0;
        BatchWorld world = new BatchWorld
        {
            Spoil = frames => [.. frames.Select(f => f with
            {
                Links = [.. f.Links.Select((l, k) => (k + f.Links.Count) % 50 == 7 ? l with { ForwardRange = l.ForwardRange + (1000.0 / (1 + (spoiled++ % 40))) } : l)],
            })],
        }.Build();
        BatchSolution solution = world.Solve();
        Assert.True(solution.Converged);
        Assert.Equal(2 * spoiled, solution.Observables.Sum(o => o.Rejected));
        OrbitClockSolution middle = solution.Estimates(LinkWorld.Start)[world.Frames.Count / 2];
        for (int i = 0; i < middle.Satellites.Count; i++)
        {
            double[] e = world.Error(middle.Satellites[i], i);
            Assert.InRange(Math.Abs(e[0]) / middle.Satellites[i].SigmaRadial, 0, 4);
            Assert.InRange(Math.Abs(e[3]) / middle.Satellites[i].SigmaClock, 0, 4);
        }
    }

    /// <summary>The operator's ball is 7 % too small; its area comes out within three sigma, and the noise is what is claimed.</summary>
    [Fact]
    public void Radiation_pressure_is_found()
    {
        BatchWorld world = new BatchWorld { Length = 12 * 3600, Acceleration = new(1e-11, 7200) }.Build();
        BatchSolution solution = world.Solve();
        for (int i = 0; i < world.Satellites.Count; i++)
        {
            ForceParameter area = solution.Parameters(i)[0];
            int place = solution.Layout.Orbit(i) + 6;
            Assert.Equal("C_R A/m", area.Name);
            Assert.InRange(Math.Abs(area.Value - 0.03) / Math.Sqrt(solution.Covariance[place, place]), 0, 4);
        }

        // Some 6000 measurements: unit variance within 0.09 at five sigma.
        Assert.InRange(solution.UnitVariance, 0.91, 1.09);
    }

    [Fact]
    public void Without_the_ground_and_first_states_a_stated_datum_holds_the_net()
    {
        BatchWorld world = Perfect("isl-only") with { Settings = new() { UseApriori = false } };
        BatchSolution solution = world.Build().Solve();
        Assert.Contains("no turn of the net", solution.Datum, StringComparison.Ordinal);
        OrbitClockSolution first = solution.Estimates(LinkWorld.Start)[0];

        // Distances are right to a millimetre whatever the turn.
        for (int i = 1; i < first.Satellites.Count; i++)
        {
            double estimated = (first.Satellites[i].State.Position - first.Satellites[0].State.Position).Norm;
            double truth = (world.Truth.Orbits[i].At(first.Epoch).Position - world.Truth.Orbits[0].At(first.Epoch).Position).Norm;
            Assert.InRange(Math.Abs(estimated - truth), 0, 1e-3);
        }
    }

    [Fact]
    public void A_satellite_that_nothing_measures_is_named()
    {
        BatchWorld world = new BatchWorld
        {
            Length = 7200,
            Spoil = frames => [.. frames.Select(f => f with { Links = [.. f.Links.Where(l => l.A != 4 && l.B != 4)] })],
        }.Build();
        InputException e = Assert.Throws<InputException>(() => world.Solve());
        Assert.Equal("CN4611", e.Diagnostics[0].Code);
        Assert.Contains("C05", e.Diagnostics[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_measured_and_too_short_an_arc_are_refused_with_their_reason()
    {
        BatchWorld silent = new BatchWorld { Length = 1200, Spoil = frames => [.. frames.Select(f => f with { Links = [] })] }.Build();
        Assert.Equal("CN4610", Assert.Throws<InputException>(() => silent.Solve()).Diagnostics[0].Code);

        // Two rounds of a station set: more unknown velocities than ranges.
        BatchWorld brief = new BatchWorld { Length = 600, Segment = "ground-regional" }.Build();
        string code = Assert.Throws<InputException>(() => brief.Solve()).Diagnostics[0].Code;
        Assert.True(code is "CN4611" or "CN4612", code);
    }

    private static BatchWorld Perfect(string segment) => new()
    {
        Segment = segment,
        NoiseScale = 0,
        DelayScale = 0,
        Length = 8 * 3600,
        Acceleration = new(0, 7200),
        Clock = new LinkWorld().Clock with { H0 = 0, HMinus2 = 0 },
        OperatorForces = new BatchWorld().TruthForces,
    };
}
