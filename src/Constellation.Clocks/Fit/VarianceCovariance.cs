namespace Constellation.Clocks;

/// <summary>Covariance of two mean squares of filtered Gaussian phase: 2/(n_a n_b) times the sum over all pairs of places of the squared covariance. (Isserlis)</summary>
/// <remarks>
/// This is what degrees of freedom approximate for one averaging time at once; here it ties all averaging times to each other. Where both filters and the
/// record are long, the sum over lags goes in strides of at most a sixteenth of the shorter; the spikes of white phase noise are added in full.
/// </remarks>
internal sealed class VarianceCovariance
{
    private const int PlacesPerFilter = 16;

    /// <summary>Offsets up to which every lag is taken.</summary>
    private const int EveryLagTo = 4096;

    /// <summary>In lengths of both filters: beyond, third differences of flicker noise have lost 1e-4 of their correlation.</summary>
    private const int Reach = 3;

    private readonly DifferenceFilter _a, _b;
    private readonly (int Lag, double Value)[] _correlation;
    private readonly int _count, _stride;

    /// <param name="a">One filter.</param>
    /// <param name="b">The other.</param>
    /// <param name="count">Offsets of the record.</param>
    public VarianceCovariance(DifferenceFilter a, DifferenceFilter b, int count)
    {
        (_a, _b, _count) = (a, b, count);
        _correlation = DifferenceFilter.Correlation(a, b);
        int longest = Math.Min(Math.Min(a.M, b.M) / PlacesPerFilter, count / EveryLagTo);
        _stride = 1 << (int)Math.Log2(Math.Max(1, longest));
    }

    /// <summary>Lags that the table must have.</summary>
    public int LagsNeeded => Math.Min(_count, Reach * (_a.Length + _b.Length)) + _a.Length + _b.Length + 2;

    /// <param name="smooth">Generalised covariance by lag without white phase noise.</param>
    /// <param name="whitePhase">Variance of the white phase noise.</param>
    public double Of(double[] smooth, double whitePhase)
    {
        int na = _count - _a.Length + 1, nb = _count - _b.Length + 1, reach = Reach * (_a.Length + _b.Length);
        double sum = 0;
        int from = -Math.Min(na - 1, reach) / _stride, to = Math.Min(nb - 1, reach) / _stride;
        for (int step = from; step <= to; step++)
        {
            int lag = step * _stride;
            double c = Smooth(smooth, lag);
            sum += _stride * Places(lag, na, nb) * c * c;
        }

        if (whitePhase > 0)
        {
            foreach ((int k, double value) in _correlation)
            {
                int lag = -k;
                if (lag > -na && lag < nb)
                {
                    double c = Smooth(smooth, lag), spike = value * whitePhase;
                    sum += Places(lag, na, nb) * spike * ((2 * c) + spike);
                }
            }
        }

        return 2 * sum / ((double)na * nb);
    }

    private double Smooth(double[] table, int lag)
    {
        double sum = 0;
        foreach ((int k, double value) in _correlation)
        {
            sum += value * table[Math.Abs(lag + k)];
        }

        return sum;
    }

    private static double Places(int lag, int na, int nb) => Math.Max(0, Math.Min(na, nb - lag) - Math.Max(0, -lag));
}
