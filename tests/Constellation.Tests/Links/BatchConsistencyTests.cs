using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Links;

/// <summary>Whether the batch's errors are as large as it claims, over many draws of everything.</summary>
public sealed class BatchConsistencyTests
{
    private const int Runs = 400;

    /// <summary>Six satellites, six hours. The mean over the runs of a normalised squared error of one unknown is chi-square over 400: four of them lie between 0.832 and 1.185 in 95 % of cases.</summary>
    [Theory, InlineData("isl+anchor"), InlineData("ground+isl"), Trait("Category", "Long")]
    public void Errors_are_as_large_as_claimed(string segment)
    {
        double[] sums = new double[4];
        double orbits = 0;
        for (int run = 0; run < Runs; run++)
        {
            BatchWorld world = new BatchWorld
            {
                Segment = segment,
                Seed = (ulong)(1000 + run),
                Planes = 2,
                PerPlane = 3,
                OperatorForces = new BatchWorld().TruthForces,
                Settings = new() { AccelerationNodes = 3, DelayInterval = 3600, ZenithPieces = 12 },
            }.Build();
            BatchSolution solution = world.Solve();
            int satellite = run % 6;
            OrbitClockEstimate estimate = solution.Estimates(LinkWorld.Start)[world.Frames.Count / 2].Satellites[satellite];
            double[] e = world.Error(estimate, satellite), sigma = [estimate.SigmaRadial, estimate.SigmaAlongTrack, estimate.SigmaCross, estimate.SigmaClock];
            for (int k = 0; k < 4; k++)
            {
                sums[k] += e[k] * e[k] / (sigma[k] * sigma[k]);
            }

            orbits += InitialStates(world, solution);
        }

        string found = string.Create(
            CultureInfo.InvariantCulture, $"radial {sums[0] / Runs:0.000} along {sums[1] / Runs:0.000} cross {sums[2] / Runs:0.000} clock {sums[3] / Runs:0.000} first states {orbits / Runs / 36:0.000}");
        Assert.True(sums.All(s => s / Runs is > 0.832 and < 1.185), found);
        Assert.True(Math.Abs((orbits / Runs / 36) - 1) < 1.96 * Math.Sqrt(2.0 / (36 * Runs)), found);
    }

    /// <summary>e' C^-1 e of all first states together.</summary>
    private static double InitialStates(BatchWorld world, BatchSolution solution)
    {
        const int n = 36;
        int[] places = [.. Enumerable.Range(0, 6).SelectMany(i => Enumerable.Range(solution.Layout.Orbit(i), 6))];
        SymmetricMatrix covariance = new(n);
        double[] e = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                covariance[i, j] = solution.Covariance[places[i], places[j]];
            }
        }

        for (int i = 0; i < 6; i++)
        {
            StateVector estimated = solution.Orbits[i].At(LinkWorld.Start), truth = world.Truth.Orbits[i].At(LinkWorld.Start);
            Vector3d r = estimated.Position - truth.Position, v = estimated.Velocity - truth.Velocity;
            ((double[])[r.X, r.Y, r.Z, v.X, v.Y, v.Z]).CopyTo(e, 6 * i);
        }

        CholeskyFactor.Of(covariance).SolveLower(e);
        return e.Sum(x => x * x);
    }
}
