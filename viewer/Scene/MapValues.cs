using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Values of a map's cells at many epochs: a table's column, or computed epoch by epoch when first asked for and kept.</summary>
internal sealed class MapValues
{
    /// <summary>A day by quarters of an hour, both ends.</summary>
    private const int MostReduced = 97;

    private readonly float[] _values;
    private readonly Action<int, Memory<float>>? _compute;
    private readonly bool[] _ready;

    /// <param name="cells">Of the globe.</param>
    /// <param name="epochs">Ascending.</param>
    /// <param name="values">[epoch, cell].</param>
    public MapValues(GridCells cells, IReadOnlyList<Epoch> epochs, float[] values) => (Cells, Epochs, _values, _ready) = (cells, epochs, values, []);

    /// <param name="cells">Of the globe.</param>
    /// <param name="epochs">Ascending.</param>
    /// <param name="compute">Fills the cells of an epoch.</param>
    public MapValues(GridCells cells, IReadOnlyList<Epoch> epochs, Action<int, Memory<float>> compute)
        : this(cells, epochs, new float[checked(epochs.Count * cells.Count)]) => (_compute, _ready) = (compute, new bool[epochs.Count]);

    public GridCells Cells { get; }

    public IReadOnlyList<Epoch> Epochs { get; }

    /// <summary>Place of the last epoch at or before one; the first where all are later.</summary>
    public int Before(Epoch at)
    {
        int low = 0, high = Epochs.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Epochs[middle] <= at ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>Of every cell at an epoch.</summary>
    public double[] At(int epoch)
    {
        Require(epoch);
        double[] cells = new double[Cells.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = _values[(epoch * cells.Length) + i];
        }

        return cells;
    }

    /// <summary>Epochs that a statistic is made of: all of a table, some of what has to be computed.</summary>
    public int Reduced => (Epochs.Count + Stride - 1) / Stride;

    public bool IsComputed => _compute is not null;

    private int Stride => _compute is null ? 1 : (Epochs.Count + MostReduced - 1) / MostReduced;

    /// <summary>A number for every cell out of the epochs.</summary>
    public double[] Reduce(Func<ReadOnlySpan<double>, double> statistic)
    {
        int stride = Stride, count = Reduced;
        for (int k = 0; k < count; k++)
        {
            Require(k * stride);
        }

        double[] cells = new double[Cells.Count];
        const int Together = 64;
        Parallel.For(0, (cells.Length + Together - 1) / Together, g =>
        {
            double[] series = new double[count];
            for (int i = g * Together; i < Math.Min((g + 1) * Together, cells.Length); i++)
            {
                for (int k = 0; k < series.Length; k++)
                {
                    series[k] = _values[(k * stride * cells.Length) + i];
                }

                cells[i] = statistic(series);
            }
        });
        return cells;
    }

    /// <summary>The statistic of a cell; percentiles count from the good end.</summary>
    public static double Of(ReadOnlySpan<double> values, MapStatistic statistic, bool largeIsGood, Func<double, bool> within)
    {
        if (statistic is MapStatistic.Max or MapStatistic.Min)
        {
            return PointField.Of(values, statistic == MapStatistic.Max ? PointStatistic.Max : PointStatistic.Min, largeIsGood);
        }

        if (statistic == MapStatistic.Share)
        {
            (int all, int good) = (0, 0);
            foreach (double value in values)
            {
                (all, good) = (all + 1, good + (within(value) ? 1 : 0));
            }

            return all == 0 ? double.NaN : 100.0 * good / all;
        }

        double share = statistic switch { MapStatistic.Median => 0.5, MapStatistic.P95 => 0.95, MapStatistic.P99 => 0.99, _ => double.NaN };
        return double.IsNaN(share) ? WeightedStatistics.Mean(values, []) : WeightedStatistics.Percentile(values, [], largeIsGood ? 1 - share : share);
    }

    private void Require(int epoch)
    {
        if (_compute is not null && !_ready[epoch])
        {
            _compute(epoch, _values.AsMemory(epoch * Cells.Count, Cells.Count));
            _ready[epoch] = true;
        }
    }
}
