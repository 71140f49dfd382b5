using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>The sum of <see cref="TheoReference"/>, four places at a time.</summary>
/// <remarks>Its N m/2 operations stay: the known shortcut by running products squares the offsets and loses all digits on a wandering clock.</remarks>
internal static class TheoKernel
{
    public static double WeightedDifferences(ReadOnlySpan<double> x, int m)
    {
        const int block = 2048;         // places whose four streams stay in the nearest cache
        int half = m / 2, places = x.Length - m;
        double sum = 0;
        for (int first = 0; first < places; first += block)
        {
            ReadOnlySpan<double> part = x[first..];
            int count = Math.Min(block, places - first);
            for (int v = 1; v <= half; v++)
            {
                sum += Squares(part, v, m, count) / v;
            }
        }

        return sum;
    }

    /// <summary>Squares of x_i - x_(i+v) + x_(i+m) - x_(i+m-v).</summary>
    private static double Squares(ReadOnlySpan<double> x, int v, int m, int count)
    {
        ref double p = ref MemoryMarshal.GetReference(x);
        Vector256<double> lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            Vector256<double> d = Vector256.LoadUnsafe(ref p, (nuint)i) - Vector256.LoadUnsafe(ref p, (nuint)(i + v))
                + (Vector256.LoadUnsafe(ref p, (nuint)(i + m)) - Vector256.LoadUnsafe(ref p, (nuint)(i + m - v)));
            lanes += d * d;
        }

        double sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; i < count; i++)
        {
            double d = x[i] - x[i + v] + (x[i + m] - x[i + m - v]);
            sum += d * d;
        }

        return sum;
    }
}
