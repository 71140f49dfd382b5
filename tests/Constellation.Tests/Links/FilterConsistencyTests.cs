using Constellation.Links;

namespace Constellation.Tests.Links;

/// <summary>The covariance is honest: truth noise is drawn apart from the filter, errors are as large as claimed, per group.</summary>
public class FilterConsistencyTests(ITestOutputHelper output)
{
    private static readonly string[] s_groups = ["radial", "along", "cross", "clock"];

    [Theory, InlineData("isl+anchor"), InlineData("ground-global"), InlineData("ground+isl"), InlineData("ground-regional"), InlineData("isl-only")]
    public void Short_arc_over_fifty_seeds(string segment) => Check(segment, seeds: 50, planes: 2, perPlane: 3, hours: 2);

    [Theory, Trait("Category", "Long"), InlineData("isl+anchor"), InlineData("ground-global"), InlineData("ground+isl")]
    public void Long_arc_over_sixty_seeds(string segment) => Check(segment, seeds: 60, planes: 3, perPlane: 4, hours: 24);

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
