using System.Buffers;
using System.Numerics;

namespace Constellation.Formats;

/// <summary>Small numbers as runs of one value and as packed bits, whichever is there: the codes of a dictionary, and which values are missing.</summary>
/// <remarks>[Parquet] Encodings, "Run Length Encoding / Bit-Packing Hybrid". A run takes at least eight equal values; what lies between is packed in eights.</remarks>
internal static class HybridRuns
{
    private const int Eight = 8, MostPacked = 512;

    /// <summary>Bits that the largest of so many codes takes; one at least, since DuckDB does not read none.</summary>
    public static int WidthOf(int count) => count <= 2 ? 1 : BitOperations.Log2((uint)(count - 1)) + 1;

    public static void Write(IBufferWriter<byte> sink, ReadOnlySpan<int> values, int width)
    {
        int from = 0;
        while (from < values.Length)
        {
            int run = RunAt(values, from);
            if (run >= Eight || from + run == values.Length)
            {
                Repeat(sink, values[from], run, width);
                from += run;
                continue;
            }

            int to = from;
            while (to < values.Length && to - from < MostPacked && RunAt(values, to, Eight) < Eight)
            {
                to += Eight;
            }

            to = Math.Min(to, values.Length);
            Pack(sink, values[from..to], width);
            from = to;
        }
    }

    private static int RunAt(ReadOnlySpan<int> values, int from, int most = int.MaxValue)
    {
        ReadOnlySpan<int> rest = values[from..Math.Min(values.Length, (int)Math.Min((long)from + most, int.MaxValue))];
        int other = rest.IndexOfAnyExcept(rest[0]);
        return other < 0 ? rest.Length : other;
    }

    private static void Repeat(IBufferWriter<byte> sink, int value, int count, int width)
    {
        Varint(sink, (uint)count << 1);
        for (int bits = 0; bits < width; bits += 8)
        {
            sink.Write([(byte)(value >> bits)]);
        }
    }

    /// <summary>Whole eights; zeros fill the last one, and the reader, which knows the count, passes them over.</summary>
    private static void Pack(IBufferWriter<byte> sink, ReadOnlySpan<int> values, int width)
    {
        int eights = (values.Length + Eight - 1) / Eight;
        Varint(sink, ((uint)eights << 1) | 1);
        Span<byte> bytes = sink.GetSpan(eights * width);
        ulong bits = 0;
        int held = 0, at = 0;
        for (int i = 0; i < eights * Eight; i++)
        {
            bits |= (ulong)(uint)(i < values.Length ? values[i] : 0) << held;
            for (held += width; held >= 8; held -= 8)
            {
                bytes[at++] = (byte)bits;
                bits >>= 8;
            }
        }

        sink.Advance(at);
    }

    private static void Varint(IBufferWriter<byte> sink, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            sink.Write([(byte)(value | 0x80)]);
        }

        sink.Write([(byte)value]);
    }
}
