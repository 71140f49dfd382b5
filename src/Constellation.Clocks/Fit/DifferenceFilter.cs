namespace Constellation.Clocks;

/// <summary>Third difference of the phase at m samples, plain (Hadamard) or averaged over m neighbours (its modified form): blind to drift.</summary>
internal sealed class DifferenceFilter
{
    /// <summary>Places between two looks at a cancellation: some milliseconds.</summary>
    private const int Block = 1 << 18;

    private DifferenceFilter(int m, int length, (int Place, double Value)[] sparse) => (M, Length, Sparse) = (m, length, sparse);

    public int M { get; }

    /// <summary>The coefficients that are not zero.</summary>
    public (int Place, double Value)[] Sparse { get; }

    /// <summary>Offsets that it spans.</summary>
    public int Length { get; }

    public static DifferenceFilter Third(int m) => new(m, (3 * m) + 1, [(0, -1), (m, 3), (2 * m, -3), (3 * m, 1)]);

    public static DifferenceFilter Averaged(int m)
    {
        double[] signs = [-1.0 / m, 3.0 / m, -3.0 / m, 1.0 / m];
        return new(m, 4 * m, [.. Enumerable.Range(0, 4 * m).Select(i => (i, signs[i / m]))]);
    }

    /// <summary>Sum of squares over all places without a missing offset, and how many there are.</summary>
    public (double Sum, long Terms) SquaresOf(ReadOnlySpan<double> x, CancellationToken cancel = default)
    {
        (double sum, long terms) = (0, 0);
        for (int i = 0; i + Length <= x.Length; i++)
        {
            if (i % Block == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            double d = 0;
            foreach ((int place, double value) in Sparse)
            {
                d += value * x[i + place];
            }

            if (!double.IsNaN(d))
            {
                sum += d * d;
                terms++;
            }
        }

        return (sum, terms);
    }

    /// <summary>rho(k) = sum of a(p) b(p + k), for the k where it is not zero.</summary>
    public static (int Lag, double Value)[] Correlation(DifferenceFilter a, DifferenceFilter b)
    {
        SortedDictionary<int, double> sums = [];
        foreach ((int p, double value) in a.Sparse)
        {
            foreach ((int q, double other) in b.Sparse)
            {
                sums[q - p] = sums.GetValueOrDefault(q - p) + (value * other);
            }
        }

        return [.. sums.Where(v => Math.Abs(v.Value) > 1e-14).Select(v => (v.Key, v.Value))];
    }
}
