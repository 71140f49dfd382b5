namespace Constellation.Links;

/// <summary>Residuals of one pass: RMS and number by kind of measurement, and their scatter over all, in flat memory.</summary>
internal sealed class ResidualStatistics
{
    /// <summary>Steps of a factor 2^(1/16) from 2^-20 to 2^44 sigma.</summary>
    private const int StepsPerOctave = 16, LowestOctave = -20, Octaves = 64;

    private readonly int[] _histogram = new int[StepsPerOctave * Octaves];
    private readonly double[] _squares = new double[4], _normalised = new double[4];
    private readonly int[] _used = new int[4], _rejected = new int[4];

    public void Add(ReadOnlySpan<BatchRow> rows, ReadOnlySpan<double> clocks)
    {
        foreach (BatchRow row in rows)
        {
            double residual = row.After(clocks), size = Math.Abs(residual) / Math.Sqrt(row.Variance);
            int step = size > 0 ? (int)((Math.Log2(size) - LowestOctave) * StepsPerOctave) : 0, kind = (int)row.Kind;
            _histogram[Math.Clamp(step, 0, _histogram.Length - 1)]++;
            if (row.Used)
            {
                _used[kind]++;
                _squares[kind] += residual * residual;
                _normalised[kind] += size * size;
            }
            else
            {
                _rejected[kind]++;
            }
        }
    }

    /// <summary>Standard deviation over the claimed one, from the median: 1 where the noise is what is claimed.</summary>
    public double Scatter
    {
        get
        {
            long half = (_histogram.Sum(n => (long)n) + 1) / 2, sum = 0;
            int step = 0;
            while (step < _histogram.Length - 1 && (sum += _histogram[step]) < half)
            {
                step++;
            }

            return 1.4826 * Math.Pow(2, LowestOctave + ((step + 0.5) / StepsPerOctave));
        }
    }

    public int Used => _used.Sum();

    public int Rejected => _rejected.Sum();

    public double SquareSum => _normalised.Sum();

    public IReadOnlyList<ObservableStatistics> ByKind() =>
        [.. Enumerable.Range(0, 4).Where(k => _used[k] + _rejected[k] > 0).Select(k => new ObservableStatistics((ObservableKind)k, _used[k], _rejected[k], Math.Sqrt(_squares[k] / Math.Max(1, _used[k]))))];
}
