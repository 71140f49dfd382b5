using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class DistributedFilterTests(ITestOutputHelper output)
{
    [Theory, InlineData("isl+anchor", 20, 2.0), InlineData("isl-only", 20, 2.0)]
    public void Claims_hold_over_twenty_seeds(string segment, int seeds, double hours) => Run(segment, seeds, hours, 2, 3);

    /// <summary>One hundred runs of a day.</summary>
    [Theory, Trait("Category", "Long"), InlineData("isl+anchor"), InlineData("isl-only")]
    public void Claims_hold_over_a_hundred_days(string segment) => Run(segment, 100, 24, 2, 4);

    /// <summary>
    /// Squared error over claimed variance, mean over satellites and seeds, is at most 1 and the band: satellites may err together, so seeds alone count as
    /// degrees of freedom (3.3 sigma). Below 1 is allowed: the claim is a bound. What it loses against the filter that knows all correlations is printed.
    /// </summary>
    private void Run(string segment, int seeds, double hours, int planes, int perPlane)
    {
        double[] ratio = new double[4], own = new double[4], central = new double[4];
        double count = seeds * planes * perPlane;
        for (int seed = 1; seed <= seeds; seed++)
        {
            LinkWorld world = new LinkWorld { Seed = (ulong)seed, Segment = segment, Planes = planes, PerPlane = perPlane, Length = hours * 3600 }.Build();
            OrbitClockSolution all = world.Solve().Last();
            world = world.Build();
            OrbitClockSolution last = world.SolveBy(world.OnBoard()).Last();
            for (int i = 0; i < last.Satellites.Count; i++)
            {
                OrbitClockEstimate e = last.Satellites[i];
                double[] error = world.Error(e, i), best = world.Error(all.Satellites[i], i), sigma = [e.SigmaRadial, e.SigmaAlongTrack, e.SigmaCross, e.SigmaClock];
                for (int g = 0; g < 4; g++)
                {
                    ratio[g] += error[g] * error[g] / (sigma[g] * sigma[g]) / count;
                    own[g] += error[g] * error[g] / count;
                    central[g] += best[g] * best[g] / count;
                }
            }
        }

        double band = 3.3 * Math.Sqrt(2.0 / seeds);
        output.WriteLine($"{segment}, {hours} h: error/claim squared {string.Join(' ', ratio.Select(r => r.ToString("F2")))}, at most 1 + {band:F2}; rms {string.Join(' ', own.Select(r => Math.Sqrt(r).ToString("F3")))} m, central {string.Join(' ', central.Select(r => Math.Sqrt(r).ToString("F3")))} m, loss {string.Join(' ', own.Zip(central, (a, b) => Math.Sqrt(a / b).ToString("F1")))}");
        for (int g = 0; g < 4; g++)
        {
            Assert.InRange(ratio[g], 0, 1 + band);
        }
    }
}
