using System.Buffers;
using System.Buffers.Binary;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Integers, and epochs as nanoseconds since 1970.</summary>
internal sealed class IntegerColumn(TableColumn column) : CodedColumn<long>(column)
{
    private const int NanosecondsPerTick = 100;

    /// <summary>64 bits begin within the day before, of which DuckDB reads nothing.</summary>
    private static readonly DateTime s_first = new(1677, 9, 22);

    public override int Type => ParquetChunk.Integers;

    /// <exception cref="InputException">CN6073: the epoch is before 1677-09-22 or after 2262-04-11: 64 bits of nanoseconds end there.</exception>
    public void Add(DateTime epoch)
    {
        long ticks = epoch.Ticks - DateTime.UnixEpoch.Ticks;
        if (epoch < s_first || ticks > long.MaxValue / NanosecondsPerTick)
        {
            throw new InputException(Diagnostic.Error("CN6073", new SourceSpan(Column.Name), $"{epoch:yyyy-MM-ddTHH:mm:ss} is outside what a timestamp of Parquet holds, 1677-09-22 to 2262-04-11", "write csv or json"));
        }

        Add(ticks * NanosecondsPerTick);
    }

    protected override bool Same(long a, long b) => a == b;

    protected override void WritePlain(ArrayBufferWriter<byte> sink, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(sink.GetSpan(sizeof(long)), value);
        sink.Advance(sizeof(long));
    }

    protected override (byte[]? Least, byte[]? Greatest) Bounds() => (Bytes(Distinct.Min()), Bytes(Distinct.Max()));

    private static byte[] Bytes(long value)
    {
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
