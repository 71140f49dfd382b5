using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>Extremes of windows by doubling: those of 2 w + 1 offsets are the extremes of two windows of w + 1, so all octaves cost one pass each.</summary>
internal static class IntervalErrorKernel
{
    /// <summary>MTIE at each of <paramref name="spans"/>. NaN offsets are passed over.</summary>
    /// <param name="x">Offsets.</param>
    /// <param name="spans">Intervals in samples, increasing, below the length.</param>
    /// <param name="largest">One per span.</param>
    public static void Largest(ReadOnlySpan<double> x, ReadOnlySpan<int> spans, Span<double> largest)
    {
        double[] high = new double[x.Length], low = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            (high[i], low[i]) = double.IsNaN(x[i]) ? (double.NegativeInfinity, double.PositiveInfinity) : (x[i], x[i]);
        }

        int width = 0;
        double ofWidth = 0;
        for (int k = 0; k < spans.Length; k++)
        {
            int span = spans[k];
            while (span >= Math.Max(1, 2 * (long)width))
            {
                int shift = Math.Max(1, width);
                width += shift;
                ofWidth = Widen(high.AsSpan(0, x.Length - width + shift), low.AsSpan(0, x.Length - width + shift), shift);
            }

            largest[k] = span == width ? ofWidth : Range(high, low, span - width, x.Length - span);
        }
    }

    /// <summary>Joins each window with the one that begins <paramref name="shift"/> later, in place: reading runs ahead of writing.</summary>
    private static double Widen(Span<double> high, Span<double> low, int shift)
    {
        int count = high.Length - shift, i = 0;
        ref double h = ref MemoryMarshal.GetReference(high);
        ref double l = ref MemoryMarshal.GetReference(low);
        Vector256<double> widest = Vector256<double>.Zero;
        for (; i <= count - 4; i += 4)
        {
            Vector256<double> top = Vector256.MaxNative(Vector256.LoadUnsafe(ref h, (nuint)i), Vector256.LoadUnsafe(ref h, (nuint)(i + shift)));
            Vector256<double> bottom = Vector256.MinNative(Vector256.LoadUnsafe(ref l, (nuint)i), Vector256.LoadUnsafe(ref l, (nuint)(i + shift)));
            top.StoreUnsafe(ref h, (nuint)i);
            bottom.StoreUnsafe(ref l, (nuint)i);
            widest = Vector256.MaxNative(widest, top - bottom);
        }

        double largest = Math.Max(Math.Max(widest[0], widest[1]), Math.Max(widest[2], widest[3]));
        for (; i < count; i++)
        {
            high[i] = Math.Max(high[i], high[i + shift]);
            low[i] = Math.Min(low[i], low[i + shift]);
            largest = Math.Max(largest, high[i] - low[i]);
        }

        return largest;
    }

    private static double Range(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int shift, int count)
    {
        double largest = 0;
        for (int i = 0; i < count; i++)
        {
            largest = Math.Max(largest, Math.Max(high[i], high[i + shift]) - Math.Min(low[i], low[i + shift]));
        }

        return largest;
    }
}
