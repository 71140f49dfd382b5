using System.Buffers;

namespace Constellation.Formats;

/// <summary>One column of the rows that are not written yet.</summary>
internal abstract class ParquetColumn(TableColumn column)
{
    public TableColumn Column => column;

    /// <summary>[Parquet] thrift, enumeration Type.</summary>
    public abstract int Type { get; }

    /// <summary>Writes what is held and forgets it.</summary>
    /// <param name="pages">Packs pages.</param>
    /// <param name="sink">Takes them.</param>
    /// <param name="offset">Of the sink's first byte in the file.</param>
    public abstract ParquetChunk WriteTo(ParquetPages pages, ArrayBufferWriter<byte> sink, long offset);
}
