namespace Constellation.Positioning;

/// <summary>The plane's radial error for many epochs and users: tables of 95 % factors and of probabilities, linear between their entries.</summary>
/// <remarks>Factors within 2e-5, probabilities within 4e-4 of <see cref="RadialError"/>, which a test holds.</remarks>
internal static class RadialErrorTable
{
    private const int Flatness = 64, Lengths = 192;
    private const double Longest = 6.0;

    private static readonly Lazy<double[]> s_factors = new(() => [.. Enumerable.Range(0, Flatness + 2).Select(i => RadialError.Quantile(0.95, 1.0, Math.Min(1.0, (double)i / Flatness)))]);

    private static readonly Lazy<float[]> s_probabilities = new(() =>
    {
        float[] table = new float[(Flatness + 2) * (Lengths + 2)];
        Parallel.For(0, Flatness + 2, i =>
        {
            for (int j = 0; j < Lengths + 2; j++)
            {
                table[(i * (Lengths + 2)) + j] = (float)RadialError.Probability(j * Longest / Lengths, 1.0, Math.Min(1.0, (double)i / Flatness));
            }
        });
        return table;
    });

    /// <summary>95 % length over the larger standard deviation: 1.96 for a flat error, 2.4477 for a round one.</summary>
    public static double Factor95(double flatness)
    {
        double[] table = s_factors.Value;
        double x = flatness * Flatness;
        int i = (int)x;
        return table[i] + ((x - i) * (table[i + 1] - table[i]));
    }

    /// <summary>Length that a mixture of errors, equally likely each, stays below with a probability; NaN deviations are left out.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="major">Larger standard deviations.</param>
    /// <param name="minor">Smaller ones.</param>
    public static double Quantile(double probability, ReadOnlySpan<float> major, ReadOnlySpan<float> minor)
    {
        double square = 0.0;
        int n = 0;
        for (int k = 0; k < major.Length; k++)
        {
            if (major[k] > 0.0f)
            {
                square += (double)major[k] * major[k];
                n++;
            }
        }

        if (n == 0)
        {
            return double.NaN;
        }

        // From the middle outward by secants that stay inside the bracket; the sum rises with the length.
        double rms = Math.Sqrt(square / n), low = 0.0, high = 0.0, below = 0.0, above = 0.0, next = 2.0 * rms;
        for (int pass = 0; pass < 60; pass++)
        {
            double p = Mean(next, major, minor, n) - probability;
            if (p < 0.0)
            {
                (low, below) = (next, p);
            }
            else
            {
                (high, above) = (next, p);
            }

            if (high == 0.0)
            {
                next = 1.5 * low;
                continue;
            }

            if (high - low < 1e-4 * high || p == 0.0)
            {
                break;
            }

            double secant = low + ((high - low) * -below / (above - below));
            next = pass % 3 == 2 ? 0.5 * (low + high) : Math.Clamp(secant, low + (0.02 * (high - low)), high - (0.02 * (high - low)));
        }

        return 0.5 * (low + high);
    }

    private static double Mean(double length, ReadOnlySpan<float> major, ReadOnlySpan<float> minor, int n)
    {
        float[] table = s_probabilities.Value;
        double sum = 0.0;
        for (int k = 0; k < major.Length; k++)
        {
            float a = major[k];
            if (!(a > 0.0f))
            {
                continue;
            }

            float x = (float)(length * (Lengths / Longest)) / a;
            if (x >= Lengths)
            {
                sum += 1.0;
                continue;
            }

            float y = minor[k] / a * Flatness;
            int i = (int)y, j = (int)x, at = (i * (Lengths + 2)) + j;
            float fx = x - j, fy = y - i;
            float first = table[at] + (fx * (table[at + 1] - table[at]));
            float second = table[at + Lengths + 2] + (fx * (table[at + Lengths + 3] - table[at + Lengths + 2]));
            sum += first + (fy * (second - first));
        }

        return sum / n;
    }
}
