namespace Constellation.Clocks;

/// <summary>The five power laws whose Allan deviation comes nearest to a list of points.</summary>
public static class StabilityPoints
{
    /// <summary>A model from averaging times and Allan deviations, as a data sheet gives them.</summary>
    /// <param name="points">At least one; where there are few, few noises are used.</param>
    /// <param name="bandwidth">Cut-off of the phase noises, Hz.</param>
    /// <param name="name">Name of the model.</param>
    /// <remarks>Relative least squares of the variances over every choice of noises that is not longer than the list, levels not negative. Among choices equally
    /// near (1 % of the deviation) the one with fewest noises is taken, and white before flicker phase noise.</remarks>
    public static ClockModel Fit(IReadOnlyList<StabilityFigure> points, double bandwidth = 0.5, string name = "FITTED")
    {
        ArgumentOutOfRangeException.ThrowIfZero(points.Count, nameof(points));
        ClockModel none = new(name, "Fitted to stability points", "Allan deviations given") { Bandwidth = bandwidth };
        ClockModel[] units = [none with { H2 = 1 }, none with { H0 = 1 }, none with { HMinus1 = 1 }, none with { HMinus2 = 1 }, none with { H1 = 1 }];
        double[][] shapes = [.. units.Select(u => points.Select(p => u.AllanVariance(p.Tau) / (p.Deviation * p.Deviation)).ToArray())];
        (double Cost, double[] Levels) best = (double.PositiveInfinity, new double[5]);
        foreach (int choice in Enumerable.Range(1, 31).OrderBy(c => int.PopCount(c)).ThenBy(c => c))
        {
            int[] used = [.. Enumerable.Range(0, 5).Where(i => (choice >> i & 1) == 1)];
            if (used.Length <= points.Count && Solve(shapes, used) is { } levels)
            {
                double cost = points.Select((_, k) => Math.Pow(used.Sum(i => levels[i] * shapes[i][k]) - 1, 2)).Sum() / points.Count;
                if (Math.Sqrt(cost) < Math.Sqrt(best.Cost) - 0.02)                             // 2 % of variance are 1 % of deviation
                {
                    best = (cost, levels);
                }
            }
        }

        double[] h = best.Levels;
        return none with { H2 = h[0], H0 = h[1], HMinus1 = h[2], HMinus2 = h[3], H1 = h[4] };
    }

    /// <summary>Levels of the noises in use; nothing where one would be negative or two are alike.</summary>
    private static double[]? Solve(double[][] shapes, int[] used)
    {
        int n = used.Length;
        double[] scale = [.. used.Select(i => Math.Sqrt(shapes[i].Sum(v => v * v)))];
        double[,] a = new double[n, n + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = shapes[used[i]].Zip(shapes[used[j]], (u, v) => u * v).Sum() / (scale[i] * scale[j]);
            }

            a[i, n] = shapes[used[i]].Sum() / scale[i];
        }

        for (int i = 0; i < n; i++)                                // unit diagonal, positive definite: no pivoting
        {
            if (a[i, i] < 1e-9)
            {
                return null;
            }

            for (int k = i + 1; k < n; k++)
            {
                double factor = a[k, i] / a[i, i];
                for (int j = i; j <= n; j++)
                {
                    a[k, j] -= factor * a[i, j];
                }
            }
        }

        double[] levels = new double[5], solution = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = a[i, n];
            for (int j = i + 1; j < n; j++)
            {
                sum -= a[i, j] * solution[j];
            }

            solution[i] = sum / a[i, i];
            levels[used[i]] = solution[i] / scale[i];
        }

        return levels.Any(v => v < 0) ? null : levels;
    }
}
