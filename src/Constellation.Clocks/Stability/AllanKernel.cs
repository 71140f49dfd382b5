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

    /// <summary>The inner sum slides: N operations instead of N m. It is begun anew every 4096 places, so rounding does not walk away.</summary>
    public static double AveragedSecondDifferences(ReadOnlySpan<double> x, int m)
    {
        const int renewal = 4096;
        double sum = 0, inner = 0;
        for (int j = 0; j + (3 * m) <= x.Length; j++)
        {
            if (j % renewal == 0)
            {
                inner = 0;
                for (int i = j; i < j + m; i++)
                {
                    inner += x[i + (2 * m)] - (2 * x[i + m]) + x[i];
                }
            }
            else
            {
                inner += x[j - 1 + (3 * m)] - (3 * (x[j - 1 + (2 * m)] - x[j - 1 + m])) - x[j - 1];
            }

            sum += inner * inner;
        }

        return sum;
    }
}
