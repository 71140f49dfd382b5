using Constellation.Links;

namespace Constellation.Tests.Links;

/// <summary>
/// Filters on board by either rule: squared error over claimed variance, mean over satellites and seeds. Satellites may err together, so seeds alone count as degrees of
/// freedom (3.3 sigma). What is lost against the filter of all measurements is printed.
/// </summary>
public sealed class OnBoardFilterTests(ITestOutputHelper output)
{
    /// <summary>Correlations unknown: never more than claimed; less is allowed, for the claim is a bound.</summary>
    [Theory, InlineData("isl+anchor"), InlineData("isl-only")]
    public void Claims_by_intersection_hold_over_twelve_seeds(string segment) => Run(segment, 12, 3, 2, 3, w => w.OnBoard(), isBound: true);

    [Theory, Trait("Category", "Long"), InlineData("isl+anchor"), InlineData("isl-only")]
    public void Claims_by_intersection_hold_over_a_hundred_days(string segment) => Run(segment, 100, 24, 2, 4, w => w.OnBoard(), isBound: true);

    /// <summary>Correlations known: as claimed.</summary>
    [Theory, InlineData("isl+anchor"), InlineData("isl-only")]
    public void Concerted_claims_hold_over_twelve_seeds(string segment) => Run(segment, 12, 3, 2, 3, w => w.InConcert(), isBound: false);

    [Theory, Trait("Category", "Long"), InlineData("isl+anchor"), InlineData("isl-only")]
    public void Concerted_claims_hold_over_a_hundred_days(string segment) => Run(segment, 100, 24, 2, 4, w => w.InConcert(), isBound: false);

    private void Run(string segment, int seeds, double hours, int planes, int perPlane, Func<LinkWorld, IOrbitClockEstimator> onBoard, bool isBound)
    {
        double[] ratio = new double[4], own = new double[4], central = new double[4];
        double count = seeds * planes * perPlane;

        // Filters by intersection without a station count time from the first satellite's clock; errors of both are taken so.
        bool fromFirst = isBound && segment == "isl-only";
        for (int seed = 1; seed <= seeds; seed++)
        {
            LinkWorld world = new LinkWorld { Seed = (ulong)seed, Segment = segment, Planes = planes, PerPlane = perPlane, Length = hours * 3600 }.Build();
            OrbitClockSolution all = world.Solve().Last();
            world = world.Build();
            OrbitClockSolution last = world.SolveBy(onBoard(world)).Last();
            for (int i = 0; i < last.Satellites.Count; i++)
            {
                OrbitClockEstimate e = last.Satellites[i];
                double[] error = world.Error(e, i), best = world.Error(all.Satellites[i], i), sigma = [e.SigmaRadial, e.SigmaAlongTrack, e.SigmaCross, e.SigmaClock];
                if (fromFirst)
                {
                    error[3] -= world.Error(last.Satellites[0], 0)[3];
                    best[3] -= world.Error(all.Satellites[0], 0)[3];
                }

                for (int g = 0; g < 4; g++)
                {
                    ratio[g] += error[g] == 0 ? 0 : error[g] * error[g] / (sigma[g] * sigma[g]) / count;
                    own[g] += error[g] * error[g] / count;
                    central[g] += best[g] * best[g] / count;
                }
            }
        }

        double band = 3.3 * Math.Sqrt(2.0 / seeds);
        output.WriteLine($"{segment}, {hours} h: squared error over claim {string.Join(' ', ratio.Select(r => r.ToString("F2")))}, band {band:F2}; rms {string.Join(' ', own.Select(r => Math.Sqrt(r).ToString("F3")))} m, central {string.Join(' ', central.Select(r => Math.Sqrt(r).ToString("F3")))} m, loss {string.Join(' ', own.Zip(central, (a, b) => Math.Sqrt(a / b).ToString("F2")))}");
        for (int g = 0; g < 4; g++)
        {
            Assert.InRange(ratio[g], isBound ? 0 : 1 - band, 1 + band);
        }
    }
}
