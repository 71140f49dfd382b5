using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Clocks;

/// <summary>One noise of one clock as a stream of samples: constant memory, exact in law for any step, steps may differ.</summary>
/// <remarks>Sample 0 is the start; sample k draws its numbers at index k (the ends of flicker blocks draw in their order), so the stream does not depend on how it is cut into calls.</remarks>
internal abstract class NoiseProcess
{
    /// <summary>Samples that are made at a time where a noise needs room for its deviates.</summary>
    protected const int BlockLength = FlickerKernel.MostSamples;

    /// <summary>Factor on what drives the noise from now on; what it was before stays in the state.</summary>
    public double Level { get; set; } = 1;

    /// <summary>Adds sample 0.</summary>
    public abstract void Start(ref double phase, ref double frequency);

    /// <summary>Adds the samples <paramref name="firstSample"/>, +1, ... one every <paramref name="step"/> seconds after the one before.</summary>
    public abstract void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency);

    /// <summary>Puts down all that the samples to come depend on.</summary>
    public abstract void Save(List<double> state);

    /// <summary>Takes up what <see cref="Save"/> put down; the number of values taken.</summary>
    public abstract int Load(ReadOnlySpan<double> state);

    /// <summary>Adds <paramref name="factor"/> times the first of <paramref name="values"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddScaled(double factor, ReadOnlySpan<double> values, Span<double> sum)
    {
        ref double v = ref MemoryMarshal.GetReference(values);
        ref double s = ref MemoryMarshal.GetReference(sum);
        int i = 0;
        for (; i <= sum.Length - 4; i += 4)
        {
            (Vector256.LoadUnsafe(ref s, (nuint)i) + (factor * Vector256.LoadUnsafe(ref v, (nuint)i))).StoreUnsafe(ref s, (nuint)i);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += factor * values[i];
        }
    }
}
