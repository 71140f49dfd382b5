namespace Constellation.Clocks;

/// <summary>Third difference of the phase at m samples, plain (Hadamard) or averaged over m neighbours (its modified form): blind to drift.</summary>
internal sealed class DifferenceFilter
{
    private DifferenceFilter(int m, double[] coefficients)
    {
        M = m;
        Coefficients = coefficients;
        Sparse = [.. coefficients.Select((c, i) => (Place: i, Value: c)).Where(c => c.Value != 0)];
    }

    public int M { get; }

    public double[] Coefficients { get; }

    /// <summary>The coefficients that are not zero.</summary>
    public (int Place, double Value)[] Sparse { get; }

    public int Length => Coefficients.Length;

    public static DifferenceFilter Third(int m)
    {
        double[] c = new double[(3 * m) + 1];
        (c[0], c[m], c[2 * m], c[3 * m]) = (-1, 3, -3, 1);
        return new(m, c);
    }

    public static DifferenceFilter Averaged(int m)
    {
        double[] c = new double[4 * m];
        for (int i = 0; i < m; i++)
        {
            (c[i], c[m + i], c[(2 * m) + i], c[(3 * m) + i]) = (-1.0 / m, 3.0 / m, -3.0 / m, 1.0 / m);
        }

        return new(m, c);
    }

    /// <summary>Sum of squares over all places without a missing offset, and how many there are.</summary>
    public (double Sum, long Terms) SquaresOf(ReadOnlySpan<double> x)
    {
        (double sum, long terms) = (0, 0);
        for (int i = 0; i + Length <= x.Length; i++)
        {
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
        double[] dense = new double[a.Length + b.Length - 1];
        foreach ((int p, double value) in a.Sparse)
        {
            foreach ((int q, double other) in b.Sparse)
            {
                dense[q - p + a.Length - 1] += value * other;
            }
        }

        return [.. dense.Select((v, i) => (i - a.Length + 1, v)).Where(v => Math.Abs(v.v) > 1e-14)];
    }
}
