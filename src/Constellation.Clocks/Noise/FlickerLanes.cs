using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>The poles of a <see cref="FlickerBank"/> and the increment of their integral as three vectors of eight lanes.</summary>
/// <remarks>Lanes 0 to 19 are the poles, lane 20 is what is new in the integral, the rest is empty. Every machine forms the same sums in the same order.</remarks>
internal ref struct FlickerLanes
{
    public const int Count = 24;

    private Vector512<double> _a, _b, _c;

    public FlickerLanes(double[] state)
    {
        ref double first = ref MemoryMarshal.GetArrayDataReference(state);
        (_a, _b, _c) = (Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first, 8), Vector512.LoadUnsafe(ref first, 16));
    }

    /// <summary>Sum of the poles.</summary>
    public readonly double Sum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Vector512<double> eight = _a + _b;
            return SumOf((eight.GetLower() + eight.GetUpper()) + _c.GetLower());
        }
    }

    /// <summary>What the last step added to the integral beside the poles' own.</summary>
    public readonly double New
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _c.GetUpper().GetLower().ToScalar();
    }

    /// <summary>One step.</summary>
    /// <remarks>What is new is summed first: it does not wait for the step before, so that the chain from step to step is one multiplication long.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(ref double decay, ref double loads, ref double deviates, int rank)
    {
        Vector512<double> n = Vector512.Create(deviates);
        Vector512<double> a = n * Vector512.LoadUnsafe(ref loads), b = n * Vector512.LoadUnsafe(ref loads, 8), c = n * Vector512.LoadUnsafe(ref loads, 16);
        for (int k = 1; k < rank; k++)
        {
            deviates = ref Unsafe.Add(ref deviates, FlickerDrive.MostSamples);
            loads = ref Unsafe.Add(ref loads, Count);
            n = Vector512.Create(deviates);
            a = Vector512.FusedMultiplyAdd(n, Vector512.LoadUnsafe(ref loads), a);
            b = Vector512.FusedMultiplyAdd(n, Vector512.LoadUnsafe(ref loads, 8), b);
            c = Vector512.FusedMultiplyAdd(n, Vector512.LoadUnsafe(ref loads, 16), c);
        }

        _a = Vector512.FusedMultiplyAdd(_a, Vector512.LoadUnsafe(ref decay), a);
        _b = Vector512.FusedMultiplyAdd(_b, Vector512.LoadUnsafe(ref decay, 8), b);
        _c = Vector512.FusedMultiplyAdd(_c, Vector512.LoadUnsafe(ref decay, 16), c);
    }

    /// <summary>Sum of products with another row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Dot(ref double other)
    {
        Vector512<double> eight = Vector512.FusedMultiplyAdd(_b, Vector512.LoadUnsafe(ref other, 8), _a * Vector512.LoadUnsafe(ref other));
        Vector256<double> last = _c.GetLower() * Vector256.LoadUnsafe(ref other, 16);
        return SumOf((eight.GetLower() + eight.GetUpper()) + last);
    }

    public readonly void CopyTo(double[] state)
    {
        ref double first = ref MemoryMarshal.GetArrayDataReference(state);
        _a.StoreUnsafe(ref first);
        _b.StoreUnsafe(ref first, 8);
        _c.StoreUnsafe(ref first, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumOf(Vector256<double> v)
    {
        Vector128<double> half = v.GetLower() + v.GetUpper();
        return half[0] + half[1];
    }
}
