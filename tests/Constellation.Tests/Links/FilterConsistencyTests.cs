using Constellation.Links;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>The covariance is honest: truth noise is drawn apart from the filter, errors are as large as claimed, per group.</summary>
public class FilterConsistencyTests(ITestOutputHelper output)
{
    private static readonly string[] s_groups = ["radial", "along", "cross", "clock"];

    [Theory, InlineData("isl+anchor"), InlineData("ground-global"), InlineData("ground+isl"), InlineData("ground-regional"), InlineData("isl-only")]
    public void Short_arc_over_fifty_seeds(string segment) => Check(segment, seeds: 50, planes: 2, perPlane: 3, hours: 2);

    [Theory, Trait("Category", "Long"), InlineData("isl+anchor"), InlineData("ground-global"), InlineData("ground+isl")]
    public void Long_arc_over_sixty_seeds(string segment) => Check(segment, seeds: 60, planes: 3, perPlane: 4, hours: 24);

    /// <summary>
    /// Four hundred runs inside the 95 % band (two-sided, normal approximation of chi-square): estimation errors by group at the end, and the innovations of all frames,
    /// each over its predicted variance after those before it.
    /// </summary>
    [Theory, Trait("Category", "Long"), InlineData("isl+anchor"), InlineData("ground+isl")]
    public void Errors_and_innovations_lie_in_their_95_percent_band(string segment)
    {
        const int seeds = 400;
        double[] nees = new double[4];
        (double squares, double innovations, double satellites) = (0, 0, 0);
        int inside = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            LinkWorld world = new LinkWorld { Seed = (ulong)seed, Segment = segment, Planes = 2, PerPlane = 3, Length = 4 * 3600 }.Build();
            (double sum, double count) = (0, 0);
            OrbitClockSolution? last = null;
            foreach (OrbitClockSolution solution in world.Solve())
            {
                sum += solution.Used * solution.InnovationRms * solution.InnovationRms;
                count += solution.Used;
                last = solution;
            }

            inside += Math.Abs((sum / count) - 1) <= 1.96 * Math.Sqrt(2 / count) ? 1 : 0;
            (squares, innovations, satellites) = (squares + sum, innovations + count, satellites + last!.Satellites.Count);
            for (int g = 0; g < 4; g++)
            {
                nees[g] += Consistency.Nees(world, last, g);
            }
        }

        double bandNees = 1.96 * Math.Sqrt(2 / satellites), bandNis = 1.96 * Math.Sqrt(2 / innovations);
        output.WriteLine($"{segment}: NEES {string.Join(' ', nees.Select(s => (s / satellites).ToString("F3")))} +- {bandNees:F3}; NIS {squares / innovations:F4} +- {bandNis:F4} of {innovations} innovations, {inside} runs inside their own band");
        for (int g = 0; g < 4; g++)
        {
            Assert.InRange(nees[g] / satellites, 1 - bandNees, 1 + bandNees);
        }

        // Truth's clocks run straight for 30 s where the filter allows for white frequency noise: c^2 q1 15 s of two clocks is 0.6 % of the variance of every second row.
        const double straight = 0.003;
        Assert.InRange(squares / innovations, 1 - straight - bandNis, 1 + bandNis);
        Assert.InRange(inside, 367, 400); // 380 expected, sigma 4.4
    }

    /// <summary>Reference orbits of an hour, each predicted from the estimate, against one of six hours from the first guess: the same estimates.</summary>
    [Fact]
    public void Estimates_do_not_depend_on_the_reference_orbit()
    {
        LinkWorld one = new LinkWorld { Seed = 5 }.Build(), many = (one with { FirstReference = 3700, ReferenceLength = Duration.FromHours(1) }).Build();
        OrbitClockSolution a = one.Solve().Last(), b = many.Solve().Last();
        for (int i = 0; i < a.Satellites.Count; i++)
        {
            double[] x = one.Error(a.Satellites[i], i), y = many.Error(b.Satellites[i], i);
            for (int g = 0; g < 4; g++)
            {
                Tests.Check.Within(Tolerance.Of(1e-3, "m", "rounding of 3e7 m in the predicted references, axes of the accelerations turned by 1e-6"), x[g], y[g], $"satellite {i}, {s_groups[g]}");
            }
        }
    }

    /// <summary>Sum over the seeds is chi-square with seeds x satellites degrees of freedom: mean 1, sigma sqrt(2 / dof); the band is 3.3 sigma (99.9 %).</summary>
    private void Check(string segment, int seeds, int planes, int perPlane, double hours)
    {
        double[] sum = new double[4];
        double dof = seeds * planes * perPlane, claimed = 0, real = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            LinkWorld world = new LinkWorld { Seed = (ulong)seed, Segment = segment, Planes = planes, PerPlane = perPlane, Length = hours * 3600 }.Build();
            OrbitClockSolution last = world.Solve().Last();
            for (int g = 0; g < 4; g++)
            {
                sum[g] += Consistency.Nees(world, last, g) / dof;
            }

            for (int i = 0; i < last.Satellites.Count; i++)
            {
                double[] e = world.Error(last.Satellites[i], i);
                real += ((e[0] * e[0]) + (e[1] * e[1]) + (e[2] * e[2])) / dof;
                claimed += (Math.Pow(last.Satellites[i].SigmaRadial, 2) + Math.Pow(last.Satellites[i].SigmaAlongTrack, 2) + Math.Pow(last.Satellites[i].SigmaCross, 2)) / dof;
            }
        }

        double band = 3.3 * Math.Sqrt(2 / dof);
        output.WriteLine($"{segment}: NEES {string.Join(' ', sum.Select(s => s.ToString("F3")))} +- {band:F3}; 3D rms {Math.Sqrt(real):F3} m, claimed {Math.Sqrt(claimed):F3} m");
        for (int g = 0; g < 4; g++)
        {
            Assert.True(Math.Abs(sum[g] - 1) <= band, $"{segment}, {s_groups[g]}: {sum[g]:F3} is not 1 +- {band:F3}");
        }
    }
}
