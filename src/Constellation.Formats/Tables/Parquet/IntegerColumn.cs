using System.Buffers;
using System.Buffers.Binary;

namespace Constellation.Formats;

/// <summary>Integers, and epochs as nanoseconds since 1970.</summary>
internal sealed class IntegerColumn(TableColumn column) : CodedColumn<long>(column)
{
    private const int NanosecondsPerTick = 100;

    public override int Type => ParquetChunk.Integers;

    public void Add(DateTime epoch) => Add(checked((epoch.Ticks - DateTime.UnixEpoch.Ticks) * NanosecondsPerTick));

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
