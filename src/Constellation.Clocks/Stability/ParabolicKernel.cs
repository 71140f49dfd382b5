using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>The sum of <see cref="ParabolicReference"/> in N operations: a weighted sum is a difference of sums of sums. Four places at a time.</summary>
internal static class ParabolicKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double SlopeDifferences(ReadOnlySpan<double> x, int m)
    {
        // Sums of sums grow with the square of their length: begun anew at a few m, they cost three digits.
        int terms = x.Length - (2 * m), block = Math.Max(256, 4 * m);
        double[] single = new double[Math.Min(block, terms) + (2 * m) + 1], twice = new double[single.Length];
        double sum = 0;
        for (int first = 0; first < terms; first += block)
        {
            int count = Math.Min(block, terms - first);
            Cumulate(x.Slice(first, count + (2 * m)), single, twice);
            sum += Squares(single, twice, m, count);
        }

        return sum;
    }

    private static double Squares(ReadOnlySpan<double> single, ReadOnlySpan<double> twice, int m, int count)
    {
        ref double s = ref MemoryMarshal.GetReference(single);
        ref double t = ref MemoryMarshal.GetReference(twice);
        double middle = (m - 1) / 2.0;
        Vector256<double> lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            // sum over k below m of ((m-1)/2 - k) x[i+k], by parts, less the same m places on
            Vector256<double> left = At(ref t, i + m) - At(ref t, i + 1), right = At(ref t, i + (2 * m)) - At(ref t, i + m + 1);
            Vector256<double> d = left - right - (middle * (At(ref s, i) - At(ref s, i + (2 * m))));
            lanes += d * d;
        }

        double sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; i < count; i++)
        {
            double d = twice[i + m] - twice[i + 1] - (twice[i + (2 * m)] - twice[i + m + 1]) - (middle * (single[i] - single[i + (2 * m)]));
            sum += d * d;
        }

        return sum;
    }

    private static Vector256<double> At(ref double p, int index) => Vector256.LoadUnsafe(ref p, (nuint)index);

    private static void Cumulate(ReadOnlySpan<double> x, Span<double> single, Span<double> twice)
    {
        double origin = x[0], slope = (x[^1] - origin) / (x.Length - 1), sum = 0, sumOfSums = 0;        // single[0] and twice[0] stay 0
        for (int i = 0; i < x.Length; i++)
        {
            sumOfSums += sum;
            twice[i + 1] = sumOfSums;
            sum += x[i] - origin - (slope * i);
            single[i + 1] = sum;
        }
    }
}
