using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Constellation.Clocks;

/// <summary>Samples of one <see cref="FlickerBlock"/>, twenty poles in five vectors: fixed lanes and one order of sums, so the same bits on every machine.</summary>
/// <remarks>Local variables and not a type of five vectors, and few references, each with more than one use: what the compiler cannot hold in registers it writes and reads at every
/// sample. What is new is summed apart from the decay of what is there, so that from sample to sample the chain is one multiplication long.</remarks>
internal static class FlickerKernel
{
    /// <summary>Most samples of a call; deviates and results of the second kind lie so far behind those of the first.</summary>
    public const int MostSamples = 256;

    /// <summary>Values after each step.</summary>
    /// <param name="state">Poles.</param>
    /// <param name="block">Decay and gains.</param>
    /// <param name="position">Of the first sample in the block.</param>
    /// <param name="deviates">One for each sample.</param>
    /// <param name="values">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Values(double[] state, FlickerBlock block, int position, ReadOnlySpan<double> deviates, Span<double> values)
    {
        ref double s = ref MemoryMarshal.GetArrayDataReference(state);
        ref double decay = ref MemoryMarshal.GetArrayDataReference(block.Decay);
        ref double g = ref MemoryMarshal.GetReference(block.Gains(position, values.Length));
        ref double given = ref MemoryMarshal.GetReference(deviates);
        ref double result = ref MemoryMarshal.GetReference(values);
        Vector256<double> a = At(ref s, 0), b = At(ref s, 4), c = At(ref s, 8), d = At(ref s, 12), e = At(ref s, 16);
        Vector256<double> ra = At(ref decay, 0), rb = At(ref decay, 4), rc = At(ref decay, 8), rd = At(ref decay, 12), re = At(ref decay, 16);
        for (nint i = 0; i < values.Length; i++)
        {
            Vector256<double> n = Vector256.Create(Unsafe.Add(ref given, i));
            a = Vector256.FusedMultiplyAdd(a, ra, n * At(ref g, 0));
            b = Vector256.FusedMultiplyAdd(b, rb, n * At(ref g, 4));
            c = Vector256.FusedMultiplyAdd(c, rc, n * At(ref g, 8));
            d = Vector256.FusedMultiplyAdd(d, rd, n * At(ref g, 12));
            e = Vector256.FusedMultiplyAdd(e, re, n * At(ref g, 16));
            Vector256<double> sum = a + b + (c + d) + e;
            Unsafe.Add(ref result, i) = SumsOf(sum, sum).ToScalar();
            g = ref Unsafe.Add(ref g, FlickerSample.RowLength(1));
        }

        Store(ref s, a, b, c, d, e);
    }

    /// <summary>Values after each step and, <see cref="MostSamples"/> behind them, the integral up to there.</summary>
    /// <param name="state">Poles.</param>
    /// <param name="block">Decay, means and gains.</param>
    /// <param name="position">Of the first sample in the block.</param>
    /// <param name="deviates">One for each sample and, <see cref="MostSamples"/> behind, one more.</param>
    /// <param name="results">Room for both.</param>
    /// <param name="count">Samples.</param>
    /// <param name="integral">Up to the sample before the first.</param>
    /// <returns>The integral up to the last.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double ValuesAndIntegral(double[] state, FlickerBlock block, int position, ReadOnlySpan<double> deviates, Span<double> results, int count, double integral)
    {
        ref double s = ref MemoryMarshal.GetArrayDataReference(state);
        ref double decay = ref MemoryMarshal.GetArrayDataReference(block.Decay);
        ref double mean = ref MemoryMarshal.GetArrayDataReference(block.Mean);
        ref double g = ref MemoryMarshal.GetReference(block.Gains(position, count));
        ref double given = ref MemoryMarshal.GetReference(deviates);
        ref double result = ref MemoryMarshal.GetReference(results);
        Vector256<double> a = At(ref s, 0), b = At(ref s, 4), c = At(ref s, 8), d = At(ref s, 12), e = At(ref s, 16);
        Vector256<double> ra = At(ref decay, 0), rb = At(ref decay, 4), rc = At(ref decay, 8), rd = At(ref decay, 12), re = At(ref decay, 16);
        for (nint i = 0; i < count; i++)
        {
            Vector256<double> known = Vector256.FusedMultiplyAdd(b, At(ref mean, 4), a * At(ref mean, 0));
            Vector256<double> more = Vector256.FusedMultiplyAdd(d, At(ref mean, 12), c * At(ref mean, 8));
            known = Vector256.FusedMultiplyAdd(e, At(ref mean, 16), known + more);
            Vector256<double> n = Vector256.Create(Unsafe.Add(ref given, i)), m = Vector256.Create(Unsafe.Add(ref given, i + MostSamples));
            a = Vector256.FusedMultiplyAdd(a, ra, Vector256.FusedMultiplyAdd(m, At(ref g, 20), n * At(ref g, 0)));
            b = Vector256.FusedMultiplyAdd(b, rb, Vector256.FusedMultiplyAdd(m, At(ref g, 24), n * At(ref g, 4)));
            c = Vector256.FusedMultiplyAdd(c, rc, Vector256.FusedMultiplyAdd(m, At(ref g, 28), n * At(ref g, 8)));
            d = Vector256.FusedMultiplyAdd(d, rd, Vector256.FusedMultiplyAdd(m, At(ref g, 32), n * At(ref g, 12)));
            e = Vector256.FusedMultiplyAdd(e, re, Vector256.FusedMultiplyAdd(m, At(ref g, 36), n * At(ref g, 16)));
            Vector128<double> both = SumsOf(a + b + (c + d) + e, known);
            double fresh = (Unsafe.Add(ref g, 40) * n.ToScalar()) + (Unsafe.Add(ref g, 41) * m.ToScalar());
            integral += both[1] + fresh;
            Unsafe.Add(ref result, i) = both.ToScalar();
            Unsafe.Add(ref result, i + MostSamples) = integral;
            g = ref Unsafe.Add(ref g, FlickerSample.RowLength(2));
        }

        Store(ref s, a, b, c, d, e);
        return integral;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> At(ref double first, nuint index) => Vector256.LoadUnsafe(ref first, index);

    /// <summary>(v0 + v1) + (v2 + v3) and the same of w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumsOf(Vector256<double> v, Vector256<double> w)
    {
        if (Avx.IsSupported)
        {
            Vector256<double> pairs = Avx.HorizontalAdd(v, w);
            return pairs.GetLower() + pairs.GetUpper();
        }

        return Vector128.Create(v[0] + v[1] + (v[2] + v[3]), w[0] + w[1] + (w[2] + w[3]));
    }

    private static void Store(ref double s, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d, Vector256<double> e)
    {
        a.StoreUnsafe(ref s);
        b.StoreUnsafe(ref s, 4);
        c.StoreUnsafe(ref s, 8);
        d.StoreUnsafe(ref s, 12);
        e.StoreUnsafe(ref s, 16);
    }
}
