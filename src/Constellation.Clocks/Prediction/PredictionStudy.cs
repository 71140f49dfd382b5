using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Predicts a recorded clock from every place of its record and compares with what it did: the age-of-data curve.</summary>
public sealed class PredictionStudy
{
    /// <summary>A window with more than a quarter missing is not predicted from.</summary>
    private const double LeastShare = 0.75;

    private readonly double[] _offsets;
    private readonly Duration _interval;
    private readonly int[] _piece;

    /// <param name="offsets">Offsets, s, one every <paramref name="interval"/>; NaN where missing.</param>
    /// <param name="interval">Spacing, positive.</param>
    /// <param name="resets">Indices of offsets without known relation to the one before; nothing is predicted across them.</param>
    public PredictionStudy(double[] offsets, Duration interval, IReadOnlyList<int>? resets = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
        (_offsets, _interval) = (offsets, interval);
        _piece = new int[offsets.Length];
        HashSet<int> begins = [.. resets ?? []];
        for (int i = 1; i < offsets.Length; i++)
        {
            _piece[i] = _piece[i - 1] + (begins.Contains(i) ? 1 : 0);
        }
    }

    /// <summary>Errors at each horizon.</summary>
    /// <param name="predictor">How to predict.</param>
    /// <param name="fit">Length of the window; with n intervals it has n + 1 offsets.</param>
    /// <param name="horizons">Multiples of the interval, positive.</param>
    /// <param name="model">For the theory; null for none.</param>
    /// <param name="stride">From one start to the next, in intervals.</param>
    /// <param name="cancel">Looked at between starts.</param>
    public IReadOnlyList<PredictionError> Errors(
        ClockPredictor predictor, Duration fit, IReadOnlyList<Duration> horizons, ClockModel? model = null, int stride = 1, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        int rows = checked((int)Duration.FloorDivide(fit, _interval)) + 1;
        bool[] whole = new bool[rows];
        Array.Fill(whole, true);
        List<PredictionError> errors = [];
        foreach (Duration horizon in horizons)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(horizon, Duration.Zero, nameof(horizons));
            int ahead = checked((int)Duration.FloorDivide(horizon, _interval));
            double[]? complete = predictor.Weights(whole, _interval, horizon);
            List<double> found = [];
            for (int first = 0; first + rows - 1 + ahead < _offsets.Length; first += stride)
            {
                cancel.ThrowIfCancellationRequested();
                double error = Error(predictor, first, rows, ahead, horizon, complete);
                if (!double.IsNaN(error))
                {
                    found.Add(Math.Abs(error));
                }
            }

            double theory = model is not null && complete is not null ? PredictionTheory.RootMeanSquare(model, complete, _interval, horizon) : double.NaN;
            errors.Add(new(horizon, found.Count, Rms(found), Percentile(found, 0.95), theory));
        }

        return errors;
    }

    private double Error(ClockPredictor predictor, int first, int rows, int ahead, Duration horizon, double[]? complete)
    {
        int last = first + rows - 1, target = last + ahead;
        double origin = _offsets[last], actual = _offsets[target];
        if (double.IsNaN(origin) || double.IsNaN(actual) || _piece[first] != _piece[target])
        {
            return double.NaN;
        }

        ReadOnlySpan<double> window = _offsets.AsSpan(first, rows);
        bool[]? present = null;
        double[]? weights = complete;
        int oldest = 0;
        while (double.IsNaN(window[oldest]))
        {
            oldest++;
        }

        int missing = 0;
        foreach (double x in window)
        {
            missing += double.IsNaN(x) ? 1 : 0;
        }

        if (missing > 0)
        {
            if (rows - missing < LeastShare * rows)
            {
                return double.NaN;
            }

            present = new bool[rows];
            for (int i = 0; i < rows; i++)
            {
                present[i] = !double.IsNaN(window[i]);
            }

            weights = predictor.Weights(present, _interval, horizon);
        }

        if (weights is null)
        {
            return double.NaN;
        }

        // Offset and frequency are taken out first: the weights reproduce both, and milliseconds cost no digits.
        double slope = rows - 1 > oldest ? (origin - window[oldest]) / (rows - 1 - oldest) : 0, predicted = 0;
        for (int i = 0; i < rows; i++)
        {
            predicted += present?[i] == false ? 0 : weights[i] * (window[i] - origin - (slope * (i - rows + 1)));
        }

        return actual - origin - (slope * ahead) - predicted;
    }

    private static double Rms(List<double> values) => values.Count == 0 ? double.NaN : Math.Sqrt(values.Sum(v => v * v) / values.Count);

    private static double Percentile(List<double> values, double share)
    {
        if (values.Count == 0)
        {
            return double.NaN;
        }

        values.Sort();
        return values[Math.Min(values.Count - 1, (int)Math.Ceiling(share * values.Count) - 1)];
    }
}
