using System.Buffers;
using System.Runtime.CompilerServices;

namespace Constellation.Positioning;

/// <summary>Percentiles of values that count alike, by selection instead of sorting: linear in their number.</summary>
internal static class OrderStatistics
{
    private const int Small = 16;

    /// <summary>The Hazen percentile of the values that are numbers; NaN without any.</summary>
    public static double Percentile(ReadOnlySpan<double> values, double fraction)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(values.Length);
        int n = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                rented[n++] = value;
            }
        }

        double percentile = n == 0 ? double.NaN : OfNumbers(rented.AsSpan(0, n), fraction);
        ArrayPool<double>.Shared.Return(rented);
        return percentile;
    }

    /// <summary>The same of numbers only, which are put into another order; there is at least one.</summary>
    public static double OfNumbers(Span<double> numbers, double fraction)
    {
        // Value i (from 0) stands at i + 1/2 of n.
        double target = fraction * numbers.Length;
        int above = (int)Math.Clamp(Math.Ceiling(target - 0.5), 0.0, numbers.Length);
        if (above == 0)
        {
            return Select(numbers, 0);
        }

        if (above == numbers.Length)
        {
            return Select(numbers, above - 1);
        }

        double high = Select(numbers, above), low = numbers[0];
        foreach (double value in numbers[1..above])
        {
            low = Math.Max(low, value);
        }

        return low + ((high - low) * (target - (above - 0.5)));
    }

    /// <summary>The value that stands at an index when sorted; afterwards smaller ones lie before it, larger ones behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Select(Span<double> numbers, int index)
    {
        (int low, int high) = (0, numbers.Length - 1);
        while (high - low > Small)
        {
            double pivot = MedianOfThree(numbers[low], numbers[(low + high) / 2], numbers[high]);
            (int i, int j) = (low, high);
            while (i <= j)
            {
                while (numbers[i] < pivot)
                {
                    i++;
                }

                while (numbers[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
                    i++;
                    j--;
                }
            }

            if (index <= j)
            {
                high = j;
            }
            else if (index >= i)
            {
                low = i;
            }
            else
            {
                return numbers[index];
            }
        }

        numbers[low..(high + 1)].Sort();
        return numbers[index];
    }

    private static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
