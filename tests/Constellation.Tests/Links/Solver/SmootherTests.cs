using Constellation.Core;
using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class SmootherTests(ITestOutputHelper output)
{
    /// <summary>One step back against the printed recursion C = P Phi' P_p^-1, P_s = P + C (P_s' - P_p) C' [Rauch65], for a step of time and for a widened variance.</summary>
    [Theory, InlineData(4, true), InlineData(13, true), InlineData(22, true), InlineData(13, false)]
    public void A_step_back_is_that_of_Rauch_Tung_and_Striebel(int size, bool ofTime)
    {
        RandomDraws draws = new((ulong)size, 0, EntityId.Satellite(new SatelliteId(GnssSystem.BeiDou, 1)), NoisePurpose.ClockInitial);
        ulong at = 0;
        double Draw() => draws.NormalAt(at++);
        List<TransitionBlock> blocks = [];
        for (int start = 0; start < size; start += 4)
        {
            TransitionBlock block = new(start, Math.Min(4, size - start));
            for (int i = 0; i < block.Size * block.Size; i++)
            {
                block.Transition[i] = (i % (block.Size + 1) == 0 ? 1 : 0) + (0.2 * Draw());
                block.NoiseRoot[i] = 0.5 * Draw();
            }

            blocks.Add(block);
        }

        RowPanels before = new(size, 2 * size), later = new(size, size);
        CovarianceReference p = new(size), predicted = new(size);
        double[,] smoothed = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = i; j < size; j++)
            {
                before[i, j] = (i == j ? 1 : 0) + (0.1 * Draw());
                later[i, j] = (i == j ? 0.3 : 0) + (0.02 * Draw());
            }
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                p[i, j] = predicted[i, j] = Enumerable.Range(0, size).Sum(k => before[i, k] * before[j, k]);
                smoothed[i, j] = Enumerable.Range(0, size).Sum(k => later[i, k] * later[j, k]);
            }
        }

        double[,] phi = new double[size, size];
        if (ofTime)
        {
            predicted.Propagate(blocks);
            foreach (TransitionBlock b in blocks)
            {
                for (int i = 0; i < b.Size * b.Size; i++)
                {
                    phi[b.Start + (i / b.Size), b.Start + (i % b.Size)] = b.Transition[i];
                }
            }
        }
        else
        {
            predicted[2, 2] += 4;
            for (int i = 0; i < size; i++)
            {
                phi[i, i] = 1;
            }
        }

        double[,] gain = Product(Product(Table(p), Transposed(phi)), Inverse(Table(predicted)));
        double[] delta = [.. Enumerable.Range(0, size).Select(_ => Draw())];
        double[] expected = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(k => gain[i, k] * delta[k]))];
        double[,] change = new double[size, size];
        for (int i = 0; i < size * size; i++)
        {
            change[i / size, i % size] = smoothed[i / size, i % size] - predicted[i / size, i % size];
        }

        double[,] correction = Product(Product(gain, change), Transposed(gain));
        new SmootherStep(new StateGroup(0, blocks)).Back(new StepRecord(0, before, ofTime ? blocks : null, new Widening(2, 2)), delta, later);
        for (int i = 0; i < size; i++)
        {
            Check.Within(Tolerance.Of(1e-9, "", "rounding of an inverse; states of order one"), expected[i], delta[i], $"state {i}");
            for (int j = 0; j < size; j++)
            {
                double actual = Enumerable.Range(0, size).Sum(k => later[i, k] * later[j, k]);
                Check.Within(Tolerance.Of(1e-9, "", "rounding of an inverse; variances of order one"), p[i, j] + correction[i, j], actual, $"P {i},{j}");
            }
        }
    }

    /// <summary>
    /// The first frame from all frames, fifty times, over more than one segment: errors as large as claimed (chi-square with seeds x satellites degrees of
    /// freedom, 3.3 sigma), and smaller than the filter's half-way. At the last frame both are one.
    /// </summary>
    [Theory, InlineData("isl+anchor"), InlineData("ground+isl")]
    public void Smoothed_errors_are_as_claimed_and_smaller_than_filtered(string segment)
    {
        const int seeds = 50;
        double[] nees = new double[4], filtered = new double[4], smoothed = new double[4];
        double dof = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            LinkWorld world = new LinkWorld { Seed = (ulong)seed, Segment = segment, Planes = 2, PerPlane = 3, Length = 2 * 3600 }.Build();
            OrbitClockSolution[] forward = [.. world.Solve()];
            world = world.Build();
            FixedIntervalSmoother smoother = world.Smoother();
            OrbitClockSolution[] both = [.. world.SolveBy(smoother)];
            int n = both[0].Satellites.Count, middle = both.Length / 2;
            dof += n;
            for (int g = 0; g < 4; g++)
            {
                nees[g] += Consistency.Nees(world, both[0], g, smoother.FirstCovarianceOf);
                for (int i = 0; i < n; i++)
                {
                    filtered[g] += Math.Pow(world.Error(forward[middle].Satellites[i], i)[g], 2);
                    smoothed[g] += Math.Pow(world.Error(both[middle].Satellites[i], i)[g], 2);
                    Check.Within(Tolerance.Of(1e-6, "m", "the same numbers"), world.Error(forward[^1].Satellites[i], i)[g], world.Error(both[^1].Satellites[i], i)[g], "last frame");
                }
            }
        }

        double band = 3.3 * Math.Sqrt(2 / dof);
        output.WriteLine($"{segment}: NEES {string.Join(' ', nees.Select(s => (s / dof).ToString("F3")))} +- {band:F3}; rms filtered {string.Join(' ', filtered.Select(s => Math.Sqrt(s / dof).ToString("F3")))}, smoothed {string.Join(' ', smoothed.Select(s => Math.Sqrt(s / dof).ToString("F3")))} m");
        for (int g = 0; g < 4; g++)
        {
            Assert.InRange(nees[g] / dof, 1 - band, 1 + band);

            // Of the clocks' 5 cm nearly all is what calibration left of the delays, which no frame tells; the rest is noise of fifty runs.
            Assert.True(smoothed[g] < (g == 3 ? 1.05 : 0.9) * filtered[g], $"group {g}");
        }
    }

    private static double[,] Table(CovarianceReference p)
    {
        int n = p.Size;
        double[,] table = new double[n, n];
        for (int i = 0; i < n * n; i++)
        {
            table[i / n, i % n] = p[i / n, i % n];
        }

        return table;
    }

    private static double[,] Transposed(double[,] a)
    {
        int n = a.GetLength(0);
        double[,] t = new double[n, n];
        for (int i = 0; i < n * n; i++)
        {
            t[i / n, i % n] = a[i % n, i / n];
        }

        return t;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        double[,] c = new double[n, n];
        for (int i = 0; i < n * n; i++)
        {
            c[i / n, i % n] = Enumerable.Range(0, n).Sum(k => a[i / n, k] * b[k, i % n]);
        }

        return c;
    }

    /// <summary>Gauss and Jordan, without pivoting: positive definite.</summary>
    private static double[,] Inverse(double[,] a)
    {
        int n = a.GetLength(0);
        double[,] inverse = (double[,])a.Clone();
        for (int k = 0; k < n; k++)
        {
            double pivot = 1 / inverse[k, k];
            inverse[k, k] = 1;
            for (int j = 0; j < n; j++)
            {
                inverse[k, j] *= pivot;
            }

            for (int i = 0; i < n; i++)
            {
                if (i == k)
                {
                    continue;
                }

                double factor = inverse[i, k];
                inverse[i, k] = 0;
                for (int j = 0; j < n; j++)
                {
                    inverse[i, j] -= factor * inverse[k, j];
                }
            }
        }

        return inverse;
    }
}
