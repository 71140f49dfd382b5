using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Constellation.Core;

/// <summary>Standard normal deviates 0, 1, 2, ... of an address, many at a time: deviate n depends on the address and n alone.</summary>
/// <remarks>Box-Muller on Philox4x32-10 [Salmon11] in eight lanes, always whole groups of thirty-two, so that no way of cutting the stream changes a bit.
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
    [SkipLocalsInit]
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
                Words(group + (ulong)(done + g), ref Unsafe.Add(ref word, g * Group));
            }

            for (int pair = 0; pair < 2 * count; pair++)
            {
                Pair(ref Unsafe.Add(ref word, 16 * pair), ref Unsafe.Add(ref destination, (done * Group) + (16 * pair)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Words(ulong group, ref ulong words)
    {
        ulong block = _origin + (group * 8);
        Vector512<ulong> counter = Vector512.Create(block) + Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> c0 = counter, c1 = counter >>> 32, c2 = Vector512.Create((ulong)draws.Run), c3 = Vector512.Create((ulong)draws.Lane);
        Vector512<ulong> k0 = Vector512.Create((ulong)(uint)draws.Seed), k1 = Vector512.Create(draws.Seed >> 32);
        Vector512<ulong> m0 = Vector512.Create(0xD2511F53ul), m1 = Vector512.Create(0xCD9E8D57ul);
        Vector512<ulong> w0 = Vector512.Create(0x9E3779B9ul), w1 = Vector512.Create(0xBB67AE85ul);
        for (int round = 0; round < 10; round++)                   // the upper halves of the lanes are of no account until the end
        {
            Vector512<ulong> p0 = Product(m0, c0), p1 = Product(m1, c2);
            c0 = (p1 >>> 32) ^ c1 ^ k0;
            c2 = (p0 >>> 32) ^ c3 ^ k1;
            (c1, c3) = (p1, p0);
            k0 += w0;
            k1 += w1;
        }

        c0.StoreUnsafe(ref words);
        c1.StoreUnsafe(ref words, 8);
        c2.StoreUnsafe(ref words, 16);
        c3.StoreUnsafe(ref words, 24);
    }

    /// <summary>Product of the lower halves of the lanes.</summary>
    private static Vector512<ulong> Product(Vector512<ulong> a, Vector512<ulong> b)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Multiply(a.AsUInt32(), b.AsUInt32());
        }

        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.Multiply(a.GetLower().AsUInt32(), b.GetLower().AsUInt32()), Avx2.Multiply(a.GetUpper().AsUInt32(), b.GetUpper().AsUInt32()));
        }

        Vector512<ulong> low = Vector512.Create(0xFFFFFFFFul);
        return (a & low) * (b & low);
    }

    /// <summary>Box-Muller: sixteen deviates from eight words for the radius and eight for the angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(ref ulong words, ref double destination)
    {
        Vector512<double> uniform = (ToDouble(Vector512.LoadUnsafe(ref words)) + Vector512.Create(0.5)) * Vector512.Create(1.0 / 4294967296);
        Vector512<double> radius = Vector512.Sqrt(LaneMath.Log(uniform) * -2.0);
        Vector512<double> turns = ToDouble(Vector512.LoadUnsafe(ref words, 8)) * Vector512.Create(1.0 / 4294967296);
        (Vector512<double> sin, Vector512<double> cos) = LaneMath.SinCosOfTurns(turns);
        (radius * cos).StoreUnsafe(ref destination);
        (radius * sin).StoreUnsafe(ref Unsafe.Add(ref destination, 8));
    }

    /// <summary>The lower halves of the lanes as numbers, exactly: placed in the fraction of 2^52.</summary>
    private static Vector512<double> ToDouble(Vector512<ulong> words) =>
        ((words & Vector512.Create(0xFFFFFFFFul)) | Vector512.Create(0x4330000000000000ul)).AsDouble() - Vector512.Create(4503599627370496.0);
}
