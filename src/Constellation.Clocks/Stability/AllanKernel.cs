using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>The sums of <see cref="AllanReference"/>, four lanes at a time; spans in, number out, no allocation.</summary>
internal static class AllanKernel
{
    public static double SecondDifferences(ReadOnlySpan<double> x, int m)
    {
        int terms = x.Length - (2 * m), i = 0;
        ref double p = ref MemoryMarshal.GetReference(x);
        Vector256<double> even = Vector256<double>.Zero, odd = Vector256<double>.Zero;     // always twice four lanes: the same bits on every machine
        for (; i <= terms - 8; i += 8)
        {
            Vector256<double> d = At(ref p, i + (2 * m)) - (2.0 * At(ref p, i + m)) + At(ref p, i);
            Vector256<double> e = At(ref p, i + 4 + (2 * m)) - (2.0 * At(ref p, i + 4 + m)) + At(ref p, i + 4);
            even += d * d;
            odd += e * e;
        }

        return Total(even + odd) + AllanReference.SecondDifferences(x[i..], m);
    }

    public static double ThirdDifferences(ReadOnlySpan<double> x, int m)
    {
        int terms = x.Length - (3 * m), i = 0;
        ref double p = ref MemoryMarshal.GetReference(x);
        Vector256<double> even = Vector256<double>.Zero, odd = Vector256<double>.Zero;
        for (; i <= terms - 8; i += 8)
        {
            Vector256<double> d = ThirdDifference(ref p, i, m), e = ThirdDifference(ref p, i + 4, m);
            even += d * d;
            odd += e * e;
        }

        return Total(even + odd) + AllanReference.ThirdDifferences(x[i..], m);
    }

    /// <summary>The inner sum slides: N operations instead of N m. It is begun anew every max(4096, 4 m) places, so rounding does not walk away.</summary>
    public static double AveragedSecondDifferences(ReadOnlySpan<double> x, int m)
    {
        int terms = x.Length - (3 * m) + 1, renewal = Math.Max(4096, 4 * m);
        double sum = 0;
        for (int first = 0; first < terms; first += renewal)
        {
            sum += SlidingSquares(x[first..], m, Math.Min(renewal, terms - first));
        }

        return sum;
    }

    /// <summary>Squares of the inner sums at the first <paramref name="count"/> places; what each gains on the one before is summed within four lanes.</summary>
    private static double SlidingSquares(ReadOnlySpan<double> x, int m, int count)
    {
        double inner = InnerSum(x, m), sum = inner * inner;
        Vector256<double> carried = Vector256.Create(inner), squares = Vector256<double>.Zero, more = Vector256<double>.Zero;
        ref double p = ref MemoryMarshal.GetReference(x);
        int i = 0;
        for (; i <= count - 9; i += 8)
        {
            Vector256<double> first = Scanned(ThirdDifference(ref p, i, m)), second = Scanned(ThirdDifference(ref p, i + 4, m));
            Vector256<double> ofFirst = Vector256.Shuffle(first, Vector256.Create(3L, 3, 3, 3)), ofSecond = Vector256.Shuffle(second, Vector256.Create(3L, 3, 3, 3));
            first += carried;
            second += carried + ofFirst;
            squares += first * first;
            more += second * second;
            carried += ofFirst + ofSecond;      // the only sum that waits for the one before, once in eight places
        }

        inner = carried[0];
        for (; i < count - 1; i++)
        {
            inner += x[i + (3 * m)] - (3 * (x[i + (2 * m)] - x[i + m])) - x[i];
            sum += inner * inner;
        }

        return sum + Total(squares + more);
    }

    private static double InnerSum(ReadOnlySpan<double> x, int m)
    {
        ref double p = ref MemoryMarshal.GetReference(x);
        Vector256<double> lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= m - 4; i += 4)
        {
            lanes += At(ref p, i + (2 * m)) - (2.0 * At(ref p, i + m)) + At(ref p, i);
        }

        double sum = Total(lanes);
        for (; i < m; i++)
        {
            sum += x[i + (2 * m)] - (2 * x[i + m]) + x[i];
        }

        return sum;
    }

    /// <summary>Lane k becomes the sum of lanes 0 to k.</summary>
    private static Vector256<double> Scanned(Vector256<double> v)
    {
        v += Vector256.Shuffle(v, Vector256.Create(4L, 0, 1, 2));       // lane 4 is none: 0
        return v + Vector256.Shuffle(v, Vector256.Create(4L, 4, 0, 1));
    }

    private static Vector256<double> ThirdDifference(ref double p, int i, int m) =>
        At(ref p, i + (3 * m)) - (3.0 * (At(ref p, i + (2 * m)) - At(ref p, i + m))) - At(ref p, i);

    private static Vector256<double> At(ref double p, int index) => Vector256.LoadUnsafe(ref p, (nuint)index);

    private static double Total(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
}
