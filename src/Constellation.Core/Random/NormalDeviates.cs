using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Constellation.Core;

/// <summary>Standard normal deviates 0, 1, 2, ... of an address, many at a time: deviate n depends on the address and n alone.</summary>
/// <remarks>Box-Muller on Philox4x32-10 [Salmon11] in four lanes, always whole groups of thirty-two, so that no way of cutting the stream changes a bit.
/// Uniforms have 32 bits: no deviate is beyond 6.76, the law gives 1.4e-11 there. Not the numbers of <see cref="RandomDraws.NormalAt"/>: take one or the
/// other at an address.</remarks>
/// <param name="draws">The address.</param>
/// <param name="number">One of 2^20 unrelated streams at the address, for what draws several deviates at a time.</param>
public sealed class NormalDeviates(RandomDraws draws, uint number = 0)
{
    private const int Group = 32;

    /// <summary>Log2 of the blocks that a stream may use: thirty-two deviates come from eight.</summary>
    private const int StreamBits = 44;

    private readonly ulong _origin = (ulong)number << StreamBits;
    private readonly double[] _cached = new double[Group];
    private ulong _cachedGroup = ulong.MaxValue;

    /// <summary>Deviate number <paramref name="index"/>; in order, each group is made once.</summary>
    public double At(ulong index)
    {
        Cache(index / Group);
        return _cached[index % Group];
    }

    /// <summary>Deviates <paramref name="first"/>, first + 1, ...</summary>
    public void Fill(ulong first, Span<double> destination)
    {
        int done = 0;
        while (done < destination.Length)
        {
            ulong at = first + (ulong)done;
            int offset = (int)(at % Group);
            if (offset == 0 && destination.Length - done >= Group)
            {
                int groups = (destination.Length - done) / Group;
                Make(at / Group, groups, ref destination[done]);
                done += groups * Group;
                continue;
            }

            int length = Math.Min(Group - offset, destination.Length - done);
            Cache(at / Group);
            _cached.AsSpan(offset, length).CopyTo(destination[done..]);
            done += length;
        }
    }

    private void Cache(ulong group)
    {
        if (group != _cachedGroup)
        {
            Make(group, 1, ref _cached[0]);
            _cachedGroup = group;
        }
    }

    /// <summary>Thirty-two deviates a group: eight Philox blocks, two pairs from each.</summary>
    /// <remarks>Words of several groups first, then their deviates: each loop has a short body whose turns do not wait for each other.</remarks>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Make(ulong group, int groups, ref double destination)
    {
        const int most = 8;
        Span<ulong> words = stackalloc ulong[most * Group];
        ref ulong word = ref MemoryMarshal.GetReference(words);
        for (int done = 0; done < groups; done += most)
        {
            int count = Math.Min(most, groups - done);
            for (int g = 0; g < count; g++)
            {
                Words(group + (ulong)(done + g), 0, ref Unsafe.Add(ref word, g * Group));
                Words(group + (ulong)(done + g), 4, ref Unsafe.Add(ref word, g * Group));
            }

            for (int pair = 0; pair < 2 * count; pair++)
            {
                int at = 16 * pair;
                Pair(ref Unsafe.Add(ref word, at), ref Unsafe.Add(ref destination, (done * Group) + at));
                Pair(ref Unsafe.Add(ref word, at + 4), ref Unsafe.Add(ref destination, (done * Group) + at + 4));
            }
        }
    }

    /// <summary>Eight Philox blocks in two halves: the first word of each, then the second, third and fourth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Words(ulong group, int half, ref ulong words)
    {
        ulong block = _origin + (group * 8);
        Vector256<ulong> counter = Vector256.Create(block) + Vector256.Create(0ul, 1, 2, 3) + Vector256.Create((ulong)half);
        Vector256<ulong> c0 = counter, c1 = counter >>> 32, c2 = Vector256.Create((ulong)draws.Run), c3 = Vector256.Create((ulong)draws.Lane);
        Vector256<ulong> k0 = Vector256.Create((ulong)(uint)draws.Seed), k1 = Vector256.Create(draws.Seed >> 32);
        Vector256<ulong> m0 = Vector256.Create(0xD2511F53ul), m1 = Vector256.Create(0xCD9E8D57ul);
        Vector256<ulong> w0 = Vector256.Create(0x9E3779B9ul), w1 = Vector256.Create(0xBB67AE85ul);
        for (int round = 0; round < 10; round++)                   // the upper halves of the lanes are of no account until the end
        {
            Vector256<ulong> p0 = Product(m0, c0), p1 = Product(m1, c2);
            c0 = (p1 >>> 32) ^ c1 ^ k0;
            c2 = (p0 >>> 32) ^ c3 ^ k1;
            (c1, c3) = (p1, p0);
            k0 += w0;
            k1 += w1;
        }

        c0.StoreUnsafe(ref words, (nuint)half);
        c1.StoreUnsafe(ref words, (nuint)(8 + half));
        c2.StoreUnsafe(ref words, (nuint)(16 + half));
        c3.StoreUnsafe(ref words, (nuint)(24 + half));
    }

    /// <summary>Product of the lower halves of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> a, Vector256<ulong> b)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.Multiply(a.AsUInt32(), b.AsUInt32());
        }

        Vector256<ulong> low = Vector256.Create(0xFFFFFFFFul);
        return (a & low) * (b & low);
    }

    /// <summary>Box-Muller: eight deviates from four words for the radius and four, eight places on, for the angle; the cosines first, the sines eight places on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(ref ulong words, ref double destination)
    {
        Vector256<double> uniform = (ToDouble(Vector256.LoadUnsafe(ref words)) + Vector256.Create(0.5)) * Vector256.Create(1.0 / 4294967296);
        Vector256<double> radius = Vector256.Sqrt(LaneMath.Log(uniform) * -2.0);
        Vector256<double> turns = ToDouble(Vector256.LoadUnsafe(ref words, 8)) * Vector256.Create(1.0 / 4294967296);
        (Vector256<double> sin, Vector256<double> cos) = LaneMath.SinCosOfTurns(turns);
        (radius * cos).StoreUnsafe(ref destination);
        (radius * sin).StoreUnsafe(ref Unsafe.Add(ref destination, 8));
    }

    /// <summary>The lower halves of the lanes as numbers, exactly: placed in the fraction of 2^52.</summary>
    private static Vector256<double> ToDouble(Vector256<ulong> words) =>
        ((words & Vector256.Create(0xFFFFFFFFul)) | Vector256.Create(0x4330000000000000ul)).AsDouble() - Vector256.Create(4503599627370496.0);
}
