using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Power-law levels of a clock from its record, with their uncertainty; drift and sine waves beside.</summary>
/// <remarks>
/// Many variances at once, none of which sees offset, frequency or drift: third differences of the phase at octaves of the averaging time, plain and (up to eight
/// samples, to tell white from flicker phase noise) averaged. Expected values and the full covariance of all of them follow from the levels, so the levels come
/// from generalised least squares, not negative, iterated because the weights depend on them. Where five power laws do not describe the record (a steered or interpolated clock), an error of the model is
/// added to the covariance until they do within it, so that the best known variances do not rule the rest. A year of seconds takes some tens of seconds and 40 B an offset. See docs/theory/clock-prediction.md.
/// </remarks>
public static class ClockFitter
{
    /// <summary>Fewer offsets do not tell five levels apart.</summary>
    public const int FewestOffsets = 32;

    /// <summary>A pivot below this share of its diagonal element is rounding: unknowns that the record does not tell apart.</summary>
    internal const double LeastPivot = 1e-12;

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
    /// <param name="cancel">Looked at many times a second.</param>
    public static ClockFit? Fit(double[] offsets, Duration interval, IReadOnlyList<Duration>? periods = null, IReadOnlyList<int>? resets = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
        (int from, int to, int present) = Pieces(offsets, resets).Append(default).MaxBy(p => p.Present);
        if (present < FewestOffsets)
        {
            return null;
        }

        double[] longest = offsets[from..to];
        int count = longest.Length;

        double dt = interval.TotalSeconds;
        double[] waves = [.. (periods ?? []).Select(p => p.TotalSeconds).Where(p => p > 2 * dt && 2 * p <= (count - 1) * dt)];
        SystematicFit systematic = new(longest, dt, waves, cancel);
        if (!systematic.Usable && waves.Length > 0)
        {
            waves = [];
            systematic = new(longest, dt, waves, cancel);
        }

        double[] clean = systematic.WithoutWaves(longest, cancel);
        if (Estimate(clean, dt, cancel) is not { } estimate)
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

    /// <summary>Parts of the record between resets and gaps so long that what lies beyond is another record: from the first offset to behind the last, and how many are there.</summary>
    private static List<(int From, int To, int Present)> Pieces(double[] offsets, IReadOnlyList<int>? resets)
    {
        int gap = 0, longest = Math.Max(FewestOffsets, offsets.Count(v => !double.IsNaN(v)) / 4);
        SortedSet<int> cuts = [.. resets ?? [], offsets.Length];
        for (int i = 0; i < offsets.Length; i++)
        {
            gap = double.IsNaN(offsets[i]) ? gap + 1 : 0;
            if (gap == longest)
            {
                cuts.Add(i);
            }
        }

        List<(int From, int To, int Present)> pieces = [];
        int from = 0;
        foreach (int to in cuts)
        {
            (int first, int last, int present) = (from, from, 0);
            for (int i = from; i < to; i++)
            {
                if (!double.IsNaN(offsets[i]))
                {
                    (first, last, present) = (present == 0 ? i : first, i, present + 1);
                }
            }

            if (present > 0)
            {
                pieces.Add((first, last + 1, present));
            }

            from = to;
        }

        return pieces;
    }

    private static (double[] Levels, double[] Sigmas, double ChiSquare)? Estimate(double[] x, double dt, CancellationToken cancel)
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
            (double sum, long terms) = filter.SquaresOf(x, cancel);
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
        Dictionary<int, int> lags = [];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                VarianceCovariance pair = pairs[i, j] = new(filters[i], filters[j], x.Length);
                lags[pair.Stride] = Math.Max(lags.GetValueOrDefault(pair.Stride), pair.LagsNeeded);
            }
        }

        // In steps of the record, so that no level is of another size than the rest; one table for each stride of lags.
        PhaseCovarianceTables unit = new(lags, cancel);
        double[][] expected = [.. Enumerable.Range(0, levels).Select(noise => Enumerable.Range(0, n).Select(i => pairs[i, i].Mean(unit.Of(noise, pairs[i, i].Stride))).ToArray())];
        Trial? best = null;
        foreach (double excess in s_excesses)
        {
            best = Iterate(filters, pairs, unit, expected, [.. measured], [.. shares], excess, cancel);
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
    /// <param name="unit">Covariance of the phase by lag in strides, of each level, for each stride.</param>
    /// <param name="expected">Mean squares of each level.</param>
    /// <param name="measured">Mean squares of the record.</param>
    /// <param name="shares">Of the terms of a record without gaps.</param>
    /// <param name="excess">Relative error of each variance that is no estimation error: of the model.</param>
    /// <param name="cancel">Looked at for each row of the covariance.</param>
    private static Trial? Iterate(List<DifferenceFilter> filters, VarianceCovariance[,] pairs, PhaseCovarianceTables unit, double[][] expected, double[] measured, double[] shares, double excess, CancellationToken cancel)
    {
        int n = filters.Count, levels = ClockCovariance.Levels;
        double[] weighted = measured, solution = new double[levels];
        double[][] whitened = expected;
        double misfit = 0;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            SymmetricMatrix covariance = new(n);
            if (iteration == 0)
            {
                for (int i = 0; i < n; i++)
                {
                    covariance[i, i] = Math.Max(measured[i], 1e-12 * measured.Max()) * Math.Max(measured[i], 1e-12 * measured.Max()) * filters[i].M;
                }
            }
            else
            {
                double whitePhase = solution[0] * unit.Of(0, 1)[0];
                Dictionary<int, double[]> smooth = unit.WithoutWhite(solution);
                for (int i = 0; i < n; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    for (int j = 0; j <= i; j++)
                    {
                        covariance[i, j] = pairs[i, j].Of(smooth[pairs[i, j].Stride], whitePhase) / Math.Sqrt(shares[i] * shares[j]);
                    }

                    double fitted = solution.Select((v, k) => v * expected[k][i]).Sum();
                    covariance[i, i] += excess * excess * fitted * measured[i];
                }
            }

            if (Factored(covariance) is not { } factor)
            {
                return null;
            }

            weighted = Whitened(factor, measured);
            whitened = [.. expected.Select(column => Whitened(factor, column))];
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
    private static CholeskyFactor? Factored(SymmetricMatrix covariance)
    {
        for (double raise = 1e-6; raise < 0.1; raise *= 10)
        {
            SymmetricMatrix raised = covariance.Clone();
            for (int i = 0; i < raised.Size; i++)
            {
                raised[i, i] *= 1 + raise;
            }

            CholeskyFactor factor = CholeskyFactor.Of(raised, leastShare: LeastPivot);
            if (factor.IsPositive)
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
        SymmetricMatrix fisher = new(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                fisher[i, j] = whitened[i].Zip(whitened[j], (a, b) => a * b).Sum() / (scales[i] * scales[j]);
            }
        }

        double[] sigmas = new double[n];
        CholeskyFactor factor = CholeskyFactor.Of(fisher, leastShare: LeastPivot);
        for (int k = 0; k < n; k++)
        {
            double[] e = new double[n];
            e[k] = 1;
            sigmas[k] = factor.IsPositive ? Norm(Whitened(factor, e)) / scales[k] : double.NaN;
        }

        return sigmas;
    }

    /// <summary>L^-1 b.</summary>
    private static double[] Whitened(CholeskyFactor factor, double[] b)
    {
        double[] y = [.. b];
        factor.SolveLower(y);
        return y;
    }

    private static double Norm(double[] v) => Math.Sqrt(v.Sum(x => x * x));
}
