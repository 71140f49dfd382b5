using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Faults show in the estimates with the sign and size of a hand calculation: two runs of one seed, with and without.</summary>
public sealed class LinkFaultTests(ITestOutputHelper output)
{
    private const double C = 299_792_458;

    /// <summary>
    /// A receive delay d raises every range that the satellite measures, so the half sum by d/2 and the half difference by d/2. The clock was
    /// unknown to 30 m, the delay difference calibrated to 7 cm: the estimate takes +d/2 for its clock. Its partners see none of it.
    /// </summary>
    [Fact]
    public void A_receive_delay_is_half_a_clock_error()
    {
        const double d = 0.10;
        LinkWorld plain = new LinkWorld { Seed = 3 }.Build();
        LinkWorld faulty = (plain with { Faults = new LinkFaults { Terminals = [new TerminalFault(plain.System.Satellites[2].Id) { ReceiveDelay = d }] } }).Build();
        double[][] difference = Difference(plain, faulty);
        output.WriteLine(string.Join("; ", difference.Select(e => string.Join(" ", e.Select(v => v.ToString("0.0000"))))));
        Check.Within(Tolerance.Of(0.002, "m", "the prior of the delay difference against an offset unknown to 30 m, and what correlates with it"), d / 2, difference[2][3], "clock of the faulty satellite");
        for (int i = 0; i < difference.Length; i++)
        {
            Check.Within(Tolerance.Of(0.005, "m", "a tenth of the effect"), 0, i == 2 ? 0 : difference[i][3], $"clock of satellite {i}");
        }
    }

    /// <summary>
    /// One range in fifty off by 10 m, once the filter knows its orbits to better than that: the gate of six sigma leaves out what would spoil, so clocks move
    /// by less than the 5 cm that calibration leaves in each; some that are smaller than the gate pass. One slot in ten lost costs no more than that either.
    /// </summary>
    [Fact]
    public void Outliers_and_lost_slots_are_survived()
    {
        LinkWorld plain = new LinkWorld { Seed = 3 }.Build();
        Epoch known = LinkWorld.Start + Duration.FromHours(3);
        LinkWorld faulty = (plain with
        {
            Errors = new LinkRangingErrors { LossProbability = 0.1 },
            Faults = new LinkFaults { Terminals = [.. plain.System.Satellites.Select(s => new TerminalFault(s.Id, known) { OutlierProbability = 0.02, OutlierSigma = 10 })] },
        }).Build();
        OrbitClockSolution clean = plain.Solve().Last(), spoiled = faulty.Solve().Last();
        double worst = 0;
        for (int i = 0; i < clean.Satellites.Count; i++)
        {
            double[] with = faulty.Error(spoiled.Satellites[i], i), without = plain.Error(clean.Satellites[i], i);
            worst = Math.Max(worst, Math.Abs(with[3] - without[3]));
            Assert.InRange(Math.Abs(with[0]), 0, 4 * spoiled.Satellites[i].SigmaRadial);
        }

        output.WriteLine($"clocks moved by up to {worst * 100:0.0} cm");
        Assert.InRange(worst, 0, 0.05);
    }

    /// <summary>A step of 1 ns half-way: the estimate follows by 0.2998 m on that satellite alone.</summary>
    [Fact]
    public void A_clock_step_of_a_nanosecond_is_followed()
    {
        LinkWorld plain = new LinkWorld { Seed = 4 }.Build();
        LinkWorld faulty = (plain with
        {
            TrueClock = (i, clock) => i == 5 ? new EventClock(clock, [new ClockEvent(LinkWorld.Start + Duration.FromHours(3), 1e-9, 0)]) : clock,
        }).Build();
        OrbitClockSolution last = faulty.Solve().Last(), before = plain.Solve().Last();
        for (int i = 0; i < last.Satellites.Count; i++)
        {
            double moved = C * (last.Satellites[i].Clock.Offset - before.Satellites[i].Clock.Offset);
            Check.Within(Tolerance.Of(0.02, "m", "white noise of 3 cm, 20 slots a round, three hours after the step: below 1 cm; other satellites share a part of it"), i == 5 ? C * 1e-9 : 0, moved, $"clock of satellite {i}");
        }
    }

    /// <summary>
    /// Without its anchor the net keeps its shape and loses system time: the mean of n clocks walks on by itself, variance c^2 q1 T / n, with a frequency
    /// known from the hours T1 before, variance q1 / (n T1): together c^2 q1 T (1 + T / T1) / n. The difference of two clocks stays as well known as before.
    /// </summary>
    [Fact]
    public void A_lost_anchor_costs_the_common_time_not_the_differences()
    {
        const int anchored = 4, hours = 8;
        ClockModel clock = new LinkWorld().Clock with { H0 = 2e-22, HMinus2 = 0, DriftSpread = 0 };
        LinkWorld world = new LinkWorld { Seed = 6, Clock = clock, Length = 12 * 3600, Faults = new LinkFaults { AnchorLostAt = LinkWorld.Start + Duration.FromHours(anchored) } }.Build();
        (double common, double difference, double sigma) held = default;
        OrbitClockSolution? last = null;
        foreach (OrbitClockSolution solution in world.Solve())
        {
            held = solution.Epoch < LinkWorld.Start + Duration.FromHours(anchored) ? (CommonVariance(world), DifferenceVariance(world), solution.Satellites[0].SigmaClock) : held;
            last = solution;
        }

        double walked = C * C * clock.Q1 * hours * 3600 * (1 + (hours / (double)anchored)) / last!.Satellites.Count;
        output.WriteLine($"sigma {held.sigma:0.000} m at the loss, {last.Satellites[0].SigmaClock:0.000} m {hours} hours later; walked {Math.Sqrt(walked):0.000} m; difference of two {Math.Sqrt(held.difference):0.000} then {Math.Sqrt(DifferenceVariance(world)):0.000} m");
        Check.Within(Tolerance.Of(0.05 * walked, "m^2", "measurement noise of the hours before"), walked, CommonVariance(world) - held.common, "growth of the common variance");
        Check.Within(Tolerance.Of(0.1 * held.difference, "m^2", "the delays walk a little on"), held.difference, DifferenceVariance(world), "variance of a difference");
        Assert.True(last.Satellites[0].SigmaClock > 2 * held.sigma);
    }

    /// <summary>
    /// A turn of all orbits about the Earth's axis changes no range: crosslinks alone know of it what the predictions knew, whose places (2 m) and velocities
    /// (0.3 mm/s, 2.2 m over a radian) both tell it, so half the variance of the places at least remains. With an anchor it is found.
    /// </summary>
    [Fact]
    public void A_common_turn_is_not_seen_without_the_ground()
    {
        double before = TurnVariance("isl-only", hours: 0), alone = TurnVariance("isl-only", hours: 6), anchored = TurnVariance("isl+anchor", hours: 6);
        output.WriteLine($"turn about the pole: {Math.Sqrt(before):0.000} m after one round, {Math.Sqrt(alone):0.000} m after six hours alone, {Math.Sqrt(anchored):0.000} m with an anchor");
        Assert.True(alone > before / 2, $"{alone} of {before} m^2");
        Assert.True(anchored < alone / 20, $"{anchored} of {alone} m^2");
    }

    /// <summary>Variance of the mean displacement of all satellites along z x r, m^2.</summary>
    private static double TurnVariance(string segment, int hours)
    {
        LinkWorld world = new LinkWorld { Seed = 9, Segment = segment, Length = hours * 3600 }.Build();
        OrbitClockSolution last = world.Solve().Last();
        Vector3d[] turn = [.. last.Satellites.Select(s => new Vector3d(0, 0, 1).Cross(s.State.Position))];
        double norm = turn.Sum(e => e.NormSquared), radius = Math.Sqrt(norm / turn.Length), sum = 0;
        for (int i = 0; i < turn.Length; i++)
        {
            for (int j = 0; j < turn.Length; j++)
            {
                double[] a = [turn[i].X, turn[i].Y, turn[i].Z], b = [turn[j].X, turn[j].Y, turn[j].Z];
                for (int k = 0; k < 9; k++)
                {
                    sum += a[k / 3] * b[k % 3] * world.Solver.CovarianceOf(i, k / 3, j, k % 3);
                }
            }
        }

        return sum * radius * radius / (norm * norm);
    }

    private static double CommonVariance(LinkWorld world)
    {
        int n = world.System.Satellites.Count;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                sum += world.Solver.CovarianceOf(i, 9, j, 9);
            }
        }

        return sum / (n * n);
    }

    private static double DifferenceVariance(LinkWorld world) =>
        world.Solver.CovarianceOf(0, 9, 0, 9) + world.Solver.CovarianceOf(1, 9, 1, 9) - (2 * world.Solver.CovarianceOf(0, 9, 1, 9));

    /// <summary>Radial, along, cross, clock by satellite: faulty run less the plain one, at the end.</summary>
    private static double[][] Difference(LinkWorld plain, LinkWorld faulty)
    {
        OrbitClockSolution a = plain.Solve().Last(), b = faulty.Solve().Last();
        return [.. Enumerable.Range(0, a.Satellites.Count).Select(i => plain.Error(b.Satellites[i], i).Zip(plain.Error(a.Satellites[i], i), (x, y) => x - y).ToArray())];
    }
}
