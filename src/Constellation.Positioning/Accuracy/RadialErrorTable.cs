using System.Buffers;
using System.Runtime.CompilerServices;

namespace Constellation.Positioning;

/// <summary>The plane's radial error for many epochs and users: tables of 95 % factors and of probabilities, linear between their entries.</summary>
/// <remarks>Factors within 1e-4, probabilities within 5e-4 of <see cref="RadialError"/>, which a test holds. The probability takes the nearest of 129 ratios of the axes.</remarks>
public static class RadialErrorTable
{
    private const int Flatness = 128, Lengths = 192;
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
    /// <param name="minor">Smaller ones; empty: none, errors along a line.</param>
    /// <param name="weights">Of each error; empty: all alike.</param>
    public static double Quantile(double probability, ReadOnlySpan<float> major, ReadOnlySpan<float> minor, ReadOnlySpan<float> weights = default)
    {
        float[] weight = ArrayPool<float>.Shared.Rent(weights.Length);
        float[] scale = ArrayPool<float>.Shared.Rent(major.Length);
        int[] row = ArrayPool<int>.Shared.Rent(major.Length);
        double square = 0.0, total = 0.0;
        int n = 0;
        for (int k = 0; k < major.Length; k++)
        {
            float a = major[k];
            if (a > 0.0f)
            {
                double w = weights.IsEmpty ? 1.0 : weights[k];
                total += w;
                square += w * a * a;
                if (!weights.IsEmpty)
                {
                    weight[n] = weights[k];
                }

                scale[n] = (float)(Lengths / Longest) / a;
                row[n++] = (minor.IsEmpty ? 0 : (int)((minor[k] / a * Flatness) + 0.5f)) * (Lengths + 2);
            }
        }

        double length = n == 0 ? double.NaN : Invert(probability, Math.Sqrt(square / total), scale.AsSpan(0, n), row, weights.IsEmpty ? [] : weight.AsSpan(0, n), total);
        ArrayPool<float>.Shared.Return(weight);
        ArrayPool<float>.Shared.Return(scale);
        ArrayPool<int>.Shared.Return(row);
        return length;
    }

    /// <summary>From the middle outward by secants that stay inside the bracket; the mean rises with the length.</summary>
    private static double Invert(double probability, double rms, ReadOnlySpan<float> scale, int[] row, ReadOnlySpan<float> weights, double total)
    {
        double low = 0.0, high = 0.0, below = 0.0, above = 0.0, next = 1.9 * rms;
        for (int pass = 0; pass < 60; pass++)
        {
            double p = (Sum((float)next, scale, row, weights) / total) - probability;
            if (p < 0.0)
            {
                (low, below) = (next, p);
            }
            else
            {
                (high, above) = (next, p);
            }

            if (high == 0.0 || low == 0.0)
            {
                next = high == 0.0 ? 1.15 * low : 0.9 * high;
                continue;
            }

            if (high - low < 2e-4 * high || p == 0.0)
            {
                break;
            }

            double secant = low + ((high - low) * -below / (above - below));
            next = pass % 4 == 3 ? 0.5 * (low + high) : Math.Clamp(secant, low + (0.01 * (high - low)), high - (0.01 * (high - low)));
        }

        return below < 0.0 ? low + ((high - low) * -below / (above - below)) : high;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(float length, ReadOnlySpan<float> scale, int[] row, ReadOnlySpan<float> weights)
    {
        float[] table = s_probabilities.Value;
        double sum = 0.0;
        for (int k = 0; k < scale.Length; k++)
        {
            float x = Math.Min(length * scale[k], Lengths);
            int j = (int)x, at = row[k] + j;
            float first = table[at];
            float p = first + ((x - j) * (table[at + 1] - first));
            sum += weights.IsEmpty ? p : p * weights[k];
        }

        return sum;
    }
}
