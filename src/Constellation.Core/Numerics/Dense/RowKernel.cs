using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Core;

/// <summary>Operations on contiguous rows of numbers: four lanes always, so the same bits on every machine.</summary>
public static class RowKernel
{
    /// <summary>target + factor source, into target.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        ref double from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(target);
        int n = Math.Min(source.Length, target.Length), i = 0;
        Vector256<double> factors = Vector256.Create(factor);
        for (; i <= n - 4; i += 4)
        {
            Vector256.FusedMultiplyAdd(factors, Vector256.LoadUnsafe(ref from, (nuint)i), Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < n; i++)
        {
            target[i] = Math.FusedMultiplyAdd(factor, source[i], target[i]);
        }
    }

    /// <summary>Sum of products, in eight partial sums.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref double first = ref MemoryMarshal.GetReference(x);
        ref double second = ref MemoryMarshal.GetReference(y);
        int n = Math.Min(x.Length, y.Length), i = 0;
        Vector256<double> even = default, odd = default;
        for (; i <= n - 8; i += 8)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.LoadUnsafe(ref second, (nuint)i), even);
            odd = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)i + 4), Vector256.LoadUnsafe(ref second, (nuint)i + 4), odd);
        }

        even += odd;
        double sum = (even[0] + even[1]) + (even[2] + even[3]);
        for (; i < n; i++)
        {
            sum = Math.FusedMultiplyAdd(x[i], y[i], sum);
        }

        return sum;
    }
}
