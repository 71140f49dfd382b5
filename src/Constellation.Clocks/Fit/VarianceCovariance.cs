namespace Constellation.Clocks;

/// <summary>Covariance of two mean squares of filtered Gaussian phase: 2/(n_a n_b) times the sum over all pairs of places of the squared covariance. (Isserlis)</summary>
/// <remarks>
/// This is what degrees of freedom approximate for one averaging time at once; here it ties all averaging times to each other. Where both filters and the
/// record are long, the sum over lags goes in strides of at most a sixteenth of the shorter; the spikes of white phase noise are added in full.
/// In a record so long that this would take minutes, variances whose averaging times are more than <see cref="MostApart"/> apart share only white phase noise.
/// </remarks>
internal sealed class VarianceCovariance
{
    private const int PlacesPerFilter = 16;

    /// <summary>Offsets up to which every lag is taken.</summary>
    private const int EveryLagTo = 4096;

    /// <summary>In lengths of both filters: beyond, third differences of flicker noise have lost 1e-4 of their correlation.</summary>
    private const int Reach = 3;

    /// <summary>Offsets from which variances far apart share only white phase noise.</summary>
    public const int LongRecord = 1 << 17;

    /// <summary>Ratio of averaging times; beyond, the correlation of two Hadamard variances of flicker phase noise or redder is below 0.05.</summary>
    private const int MostApart = 64;

    private readonly DifferenceFilter _a, _b;
    private readonly (int Lag, double Value)[] _correlation;
    private readonly int _count;

    /// <param name="a">One filter.</param>
    /// <param name="b">The other.</param>
    /// <param name="count">Offsets of the record.</param>
    public VarianceCovariance(DifferenceFilter a, DifferenceFilter b, int count)
    {
        (_a, _b, _count) = (a, b, count);
        (int shorter, int longer) = (Math.Min(a.M, b.M), Math.Max(a.M, b.M));
        IsFarApart = count >= LongRecord && longer / shorter > MostApart;
        _correlation = DifferenceFilter.Correlation(a, b);
        int longest = Math.Min(shorter / PlacesPerFilter, count / EveryLagTo);
        Stride = 1 << (int)Math.Log2(Math.Max(1, longest));
    }

    /// <summary>Whether white phase noise alone counts: the averaging times are far apart in a long record.</summary>
    public bool IsFarApart { get; }

    /// <summary>From one lag of the sum to the next; a power of two that divides all places of both filters.</summary>
    public int Stride { get; }

    /// <summary>Lags that the table must have, in strides.</summary>
    public int LagsNeeded => IsFarApart ? 0 : ((Math.Min(_count, Reach * (_a.Length + _b.Length)) + _a.Length + _b.Length + 2) / Stride) + 1;

    /// <summary>Sum of correlation and covariance at lag 0: the mean square of a filter with itself.</summary>
    /// <param name="table">Generalised covariance by lag in strides.</param>
    public double Mean(double[] table) => Smooth(table, 0);

    /// <param name="smooth">Generalised covariance by lag in strides, without white phase noise.</param>
    /// <param name="whitePhase">Variance of the white phase noise.</param>
    public double Of(double[] smooth, double whitePhase)
    {
        int na = _count - _a.Length + 1, nb = _count - _b.Length + 1, reach = Reach * (_a.Length + _b.Length);
        double sum = IsFarApart ? 0 : SumOverLags(smooth, na, nb, reach);

        if (whitePhase > 0)
        {
            foreach ((int k, double value) in _correlation)
            {
                int lag = -k;
                if (lag > -na && lag < nb)
                {
                    double c = IsFarApart ? 0 : Smooth(smooth, lag), spike = value * whitePhase;
                    sum += Places(lag, na, nb) * spike * ((2 * c) + spike);
                }
            }
        }

        return 2 * sum / ((double)na * nb);
    }

    private double SumOverLags(double[] smooth, int na, int nb, int reach)
    {
        double sum = 0;
        int from = -Math.Min(na - 1, reach) / Stride, to = Math.Min(nb - 1, reach) / Stride;
        for (int step = from; step <= to; step++)
        {
            int lag = step * Stride;
            double c = Smooth(smooth, lag);
            sum += Stride * Places(lag, na, nb) * c * c;
        }

        return sum;
    }

    private double Smooth(double[] table, int lag)
    {
        double sum = 0;
        foreach ((int k, double value) in _correlation)
        {
            sum += value * table[Math.Abs(lag + k) / Stride];
        }

        return sum;
    }

    private static double Places(int lag, int na, int nb) => Math.Max(0, Math.Min(na, nb - lag) - Math.Max(0, -lag));
}
