using System.Buffers;
using System.Runtime.InteropServices;

namespace Constellation.Formats;

/// <summary>Real numbers as they are, NaN included.</summary>
internal sealed class RealColumn(TableColumn column) : ParquetColumn(column)
{
    private readonly List<double> _values = [];

    public override int Type => ParquetChunk.Reals;

    public void Add(double value) => _values.Add(value);

    public override ParquetChunk WriteTo(ParquetPages pages, ArrayBufferWriter<byte> sink, long offset)
    {
        // Little-endian, as every machine this runs on is.
        ParquetChunk chunk = pages.Write(sink, offset, null, 0, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_values)).ToArray(), _values.Count, Type);
        _values.Clear();
        return chunk;
    }
}
