using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Power-law levels of a clock from its record, with their uncertainty; drift and sine waves beside.</summary>
/// <remarks>
/// Many variances at once, none of which sees offset, frequency or drift: third differences of the phase at octaves of the averaging time, plain and (up to eight
/// samples, to tell white from flicker phase noise) averaged. Expected values and the full covariance of all of them follow from the levels, so the levels come
/// from generalised least squares, not negative, iterated because the weights depend on them. Where five power laws do not describe the record (a steered or interpolated clock), an error of the model is
/// added to the covariance until they do within it, so that the best known variances do not rule the rest. See docs/theory/clock-prediction.md.
/// </remarks>
public static class ClockFitter
{
    /// <summary>Fewer offsets do not tell five levels apart.</summary>
    public const int FewestOffsets = 32;

    private const int MostIterations = 8;
    private const int LongestAverage = 8;
    private const double LeastShare = 0.1;

    /// <summary>Misfit per degree of freedom above which the record is no sum of five power laws: one draw in ten thousand of those that are.</summary>
    private const double LargestMisfit = 4;

    /// <summary>Relative errors of the variances as a model, tried in turn until the misfit allows: steered and interpolated clocks bend where no power law does.</summary>
    private static readonly double[] s_excesses = [0, 0.1, 0.3, 1];

    /// <summary>Null where the record has too few offsets, or no noise.</summary>
    /// <param name="offsets">Offsets, s, one every <paramref name="interval"/>; NaN where missing.</param>
    /// <param name="interval">Spacing, positive.</param>
    /// <param name="periods">Sine waves to be found and removed, those of which the record holds less than two cycles left out.</param>
    /// <param name="resets">Indices of offsets without known relation to the one before.</param>
    public static ClockFit? Fit(double[] offsets, Duration interval, IReadOnlyList<Duration>? periods = null, IReadOnlyList<int>? resets = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
        double[] longest = Pieces(offsets, resets).MaxBy(p => p.Count(v => !double.IsNaN(v))) ?? [];
        int count = longest.Length;
        if (longest.Count(v => !double.IsNaN(v)) < FewestOffsets)
        {
            return null;
        }

        double dt = interval.TotalSeconds;
        double[] waves = [.. (periods ?? []).Select(p => p.TotalSeconds).Where(p => p > 2 * dt && 2 * p <= (count - 1) * dt)];
        SystematicFit systematic = new(longest, dt, waves);
        if (!systematic.Usable && waves.Length > 0)
        {
            waves = [];
            systematic = new(longest, dt, waves);
        }

        double[] clean = systematic.WithoutWaves(longest);
        if (Estimate(clean, dt) is not { } estimate)
        {
            return null;
        }

        double bandwidth = 0.5 / dt;
        ClockModel noise = new("", "", "")
        {
            H2 = estimate.Levels[0],
            H1 = estimate.Levels[1],
            H0 = estimate.Levels[2],
            HMinus1 = estimate.Levels[3],
            HMinus2 = estimate.Levels[4],
            Bandwidth = bandwidth,
        };
        (double driftSigma, double[] amplitudeSigmas) = systematic.Sigmas(noise, count);
        FittedHarmonic[] harmonics = [.. waves.Select((p, w) => new FittedHarmonic(Duration.FromSeconds(p), systematic.Amplitude(w), amplitudeSigmas[w]))];
        return new(NoiseLevels.Of(estimate.Levels), NoiseLevels.Of(estimate.Sigmas), bandwidth, systematic.Drift, driftSigma, harmonics, estimate.ChiSquare);
    }

    /// <summary>Parts of the record between resets and gaps so long that what lies beyond is another record.</summary>
    private static List<double[]> Pieces(double[] offsets, IReadOnlyList<int>? resets)
    {
        List<double[]> pieces = [];
        int from = 0, gap = 0, longest = Math.Max(FewestOffsets, offsets.Count(v => !double.IsNaN(v)) / 4);
        SortedSet<int> cuts = [.. resets ?? [], offsets.Length];
        for (int i = 0; i < offsets.Length; i++)
        {
            gap = double.IsNaN(offsets[i]) ? gap + 1 : 0;
            if (gap == longest)
            {
                cuts.Add(i);
            }
        }

        foreach (int to in cuts)
        {
            double[] piece = offsets[from..to];
            int first = Array.FindIndex(piece, v => !double.IsNaN(v)), last = Array.FindLastIndex(piece, v => !double.IsNaN(v));
            if (first >= 0)
            {
                pieces.Add(piece[first..(last + 1)]);
            }

            from = to;
        }

        return pieces;
    }

    private static (double[] Levels, double[] Sigmas, double ChiSquare)? Estimate(double[] x, double dt)
    {
        List<DifferenceFilter> filters = [];
        List<double> measured = [], shares = [];
        for (int m = 1; 4 * m <= x.Length; m *= 2)
        {
            Add(DifferenceFilter.Third(m));
            if (m is > 1 and <= LongestAverage && 8 * m <= x.Length)
            {
                Add(DifferenceFilter.Averaged(m));
            }
        }

        void Add(DifferenceFilter filter)
        {
            (double sum, long terms) = filter.SquaresOf(x);
            double share = terms / (double)(x.Length - filter.Length + 1);
            if (share > LeastShare)
            {
                filters.Add(filter);
                measured.Add(sum / terms);
                shares.Add(share);
            }
        }

        int n = filters.Count, levels = ClockCovariance.Levels;
        if (n < levels || measured.TrueForAll(v => v == 0))
        {
            return null;
        }

        VarianceCovariance[,] pairs = new VarianceCovariance[n, n];
        int lags = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                pairs[i, j] = new VarianceCovariance(filters[i], filters[j], x.Length);
                lags = Math.Max(lags, pairs[i, j].LagsNeeded);
            }
        }

        // In steps of the record, so that no level is of another size than the rest.
        double[][] unit = [.. Enumerable.Range(0, levels).Select(noise => Enumerable.Range(0, lags).Select(lag => ClockCovariance.OfUnitLevel(noise, lag, 1, 0.5)).ToArray())];
        double[][] expected = [.. unit.Select(table => filters.Select((_, i) => Mean(DifferenceFilter.Correlation(filters[i], filters[i]), table)).ToArray())];
        Trial? best = null;
        foreach (double excess in s_excesses)
        {
            best = Iterate(filters, pairs, unit, expected, [.. measured], [.. shares], excess);
            if (best is not { Misfit: var misfit } || misfit <= LargestMisfit * Math.Max(1, n - levels))
            {
                break;
            }
        }

        if (best is not { } trial)
        {
            return null;
        }

        double[] sigmas = Sigmas(trial.Whitened);
        // From steps to seconds: h_a of steps is h_a dt^(1-a), because frequencies of steps are y dt and their spectrum is per cycle of a step.
        double[] back = [dt, 1, 1 / dt, 1 / (dt * dt), 1 / (dt * dt * dt)];
        return ([.. trial.Levels.Zip(back, (v, b) => v * b)], [.. sigmas.Zip(back, (v, b) => v * b)], trial.Misfit / Math.Max(1, n - levels));
    }

    /// <summary>Least squares and covariance in turn until they agree.</summary>
    /// <param name="filters">What was squared.</param>
    /// <param name="pairs">Covariances between them.</param>
    /// <param name="unit">Covariance of the phase by lag, of each level.</param>
    /// <param name="expected">Mean squares of each level.</param>
    /// <param name="measured">Mean squares of the record.</param>
    /// <param name="shares">Of the terms of a record without gaps.</param>
    /// <param name="excess">Relative error of each variance that is no estimation error: of the model.</param>
    private static Trial? Iterate(List<DifferenceFilter> filters, VarianceCovariance[,] pairs, double[][] unit, double[][] expected, double[] measured, double[] shares, double excess)
    {
        int n = filters.Count, levels = ClockCovariance.Levels, lags = unit[0].Length;
        double[] weighted = measured, solution = new double[levels];
        double[][] whitened = expected;
        double misfit = 0;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            double[,] covariance = new double[n, n];
            if (iteration == 0)
            {
                for (int i = 0; i < n; i++)
                {
                    covariance[i, i] = Math.Max(measured[i], 1e-12 * measured.Max()) * Math.Max(measured[i], 1e-12 * measured.Max()) * filters[i].M;
                }
            }
            else
            {
                double[] smooth = new double[lags];
                for (int noise = 1; noise < levels; noise++)
                {
                    for (int lag = 0; solution[noise] > 0 && lag < lags; lag++)
                    {
                        smooth[lag] += solution[noise] * unit[noise][lag];
                    }
                }

                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j <= i; j++)
                    {
                        covariance[i, j] = pairs[i, j].Of(smooth, solution[0] * unit[0][0]) / Math.Sqrt(shares[i] * shares[j]);
                    }

                    double fitted = solution.Select((v, k) => v * expected[k][i]).Sum();
                    covariance[i, i] += excess * excess * fitted * measured[i];

                }
            }

            if (Factored(covariance) is not { } factor)
            {
                return null;
            }

            weighted = SmallCholesky.Forward(factor, measured);
            whitened = [.. expected.Select(column => SmallCholesky.Forward(factor, column))];
            double[] scales = [.. whitened.Select(Norm)];
            double[][] scaled = [.. whitened.Select((column, k) => column.Select(v => v / scales[k]).ToArray())];
            (double[] found, misfit) = NonNegativeLeastSquares.Solve(scaled, weighted);
            double[] next = [.. found.Select((v, k) => v / scales[k])];
            bool settled = iteration > 1 && next.Zip(solution, (a, b) => Math.Abs(a - b) <= 1e-3 * Math.Abs(a)).All(same => same);
            solution = next;
            if (settled || solution.All(v => v == 0))
            {
                break;
            }
        }

        return solution.All(v => v == 0) ? null : new Trial(solution, whitened, misfit);
    }

    private readonly record struct Trial(double[] Levels, double[][] Whitened, double Misfit);

    /// <summary>Factor of a covariance whose variances are raised by a millionth, or by what it takes: strides and cut lags can make it indefinite.</summary>
    private static double[,]? Factored(double[,] covariance)
    {
        for (double raise = 1e-6; raise < 0.1; raise *= 10)
        {
            double[,] factor = (double[,])covariance.Clone();
            for (int i = 0; i < factor.GetLength(0); i++)
            {
                factor[i, i] *= 1 + raise;
            }

            if (SmallCholesky.TryFactor(factor))
            {
                return factor;
            }
        }

        return null;
    }

    private static double[] Sigmas(double[][] whitened)
    {
        int n = whitened.Length;
        double[] scales = [.. whitened.Select(Norm)];
        double[,] fisher = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                fisher[i, j] = whitened[i].Zip(whitened[j], (a, b) => a * b).Sum() / (scales[i] * scales[j]);
            }
        }

        double[] sigmas = new double[n];
        bool factored = SmallCholesky.TryFactor(fisher);
        for (int k = 0; k < n; k++)
        {
            double[] e = new double[n];
            e[k] = 1;
            sigmas[k] = factored ? Norm(SmallCholesky.Forward(fisher, e)) / scales[k] : double.NaN;
        }

        return sigmas;
    }

    private static double Mean((int Lag, double Value)[] correlation, double[] table) => correlation.Sum(c => c.Value * table[Math.Abs(c.Lag)]);

    private static double Norm(double[] v) => Math.Sqrt(v.Sum(x => x * x));
}
