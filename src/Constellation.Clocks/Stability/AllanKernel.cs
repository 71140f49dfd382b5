using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>The sums of <see cref="AllanReference"/>, four lanes at a time; spans in, number out, no allocation.</summary>
internal static class AllanKernel
{
    public static double SecondDifferences(ReadOnlySpan<double> x, int m)
    {
        int terms = x.Length - (2 * m), i = 0;
        Vector256<double> lanes = Vector256<double>.Zero;          // always four lanes: the same bits on every machine
        for (; i <= terms - 4; i += 4)
        {
            Vector256<double> x0 = Vector256.Create(x.Slice(i, 4));
            Vector256<double> x1 = Vector256.Create(x.Slice(i + m, 4));
            Vector256<double> x2 = Vector256.Create(x.Slice(i + (2 * m), 4));
            Vector256<double> d = x2 - (2.0 * x1) + x0;
            lanes += d * d;
        }

        return lanes[0] + lanes[1] + (lanes[2] + lanes[3]) + AllanReference.SecondDifferences(x[i..], m);
    }

    public static double ThirdDifferences(ReadOnlySpan<double> x, int m)
    {
        int terms = x.Length - (3 * m), i = 0;
        Vector256<double> lanes = Vector256<double>.Zero;
        for (; i <= terms - 4; i += 4)
        {
            Vector256<double> x0 = Vector256.Create(x.Slice(i, 4));
            Vector256<double> x1 = Vector256.Create(x.Slice(i + m, 4));
            Vector256<double> x2 = Vector256.Create(x.Slice(i + (2 * m), 4));
            Vector256<double> x3 = Vector256.Create(x.Slice(i + (3 * m), 4));
            Vector256<double> d = x3 - (3.0 * (x2 - x1)) - x0;
            lanes += d * d;
        }

        return lanes[0] + lanes[1] + (lanes[2] + lanes[3]) + AllanReference.ThirdDifferences(x[i..], m);
    }

    /// <summary>The inner sum slides: N operations instead of N m. It is begun anew every max(1024, m) places, so rounding does not walk away.</summary>
    public static double AveragedSecondDifferences(ReadOnlySpan<double> x, int m)
    {
        int terms = x.Length - (3 * m) + 1, renewal = Math.Max(1024, m);
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
        Vector256<double> carried = Vector256.Create(inner), squares = Vector256<double>.Zero;
        int i = 0;
        for (; i <= count - 5; i += 4)
        {
            Vector256<double> x0 = Vector256.Create(x.Slice(i, 4));
            Vector256<double> x1 = Vector256.Create(x.Slice(i + m, 4));
            Vector256<double> x2 = Vector256.Create(x.Slice(i + (2 * m), 4));
            Vector256<double> x3 = Vector256.Create(x.Slice(i + (3 * m), 4));
            Vector256<double> gain = x3 - (3.0 * (x2 - x1)) - x0;
            gain += Vector256.Shuffle(gain, Vector256.Create(4L, 0, 1, 2));      // lane 4 is none: 0
            gain += Vector256.Shuffle(gain, Vector256.Create(4L, 4, 0, 1));
            Vector256<double> inners = carried + gain;
            squares += inners * inners;
            carried += Vector256.Shuffle(gain, Vector256.Create(3L, 3, 3, 3));
        }

        inner = carried[0];
        for (; i < count - 1; i++)
        {
            inner += x[i + (3 * m)] - (3 * (x[i + (2 * m)] - x[i + m])) - x[i];
            sum += inner * inner;
        }

        return sum + squares[0] + squares[1] + (squares[2] + squares[3]);
    }

    private static double InnerSum(ReadOnlySpan<double> x, int m)
    {
        Vector256<double> lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= m - 4; i += 4)
        {
            lanes += Vector256.Create(x.Slice(i + (2 * m), 4)) - (2.0 * Vector256.Create(x.Slice(i + m, 4))) + Vector256.Create(x.Slice(i, 4));
        }

        double sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; i < m; i++)
        {
            sum += x[i + (2 * m)] - (2 * x[i + m]) + x[i];
        }

        return sum;
    }
}
