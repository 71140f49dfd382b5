using System.Buffers;
using ZstdSharp;

namespace Constellation.Formats;

/// <summary>Packs the pages of a column: zstd where it makes them smaller, plain bytes where not, as for the digits of noise.</summary>
internal sealed class ParquetPages : IDisposable
{
    private const int DataPage = 0, DictionaryPage = 2;

    // 1 is as small as the default of 3 within some per cent for columns of numbers, at half the time.
    private readonly Compressor _compressor = new(1);
    private byte[] _data = [], _values = [];

    /// <summary>Writes a dictionary page, where there is one, and a data page.</summary>
    /// <param name="sink">Takes the bytes.</param>
    /// <param name="offset">Of the sink's first byte in the file.</param>
    /// <param name="dictionary">Plain values; null: none.</param>
    /// <param name="distinct">How many of them.</param>
    /// <param name="data">Levels, where values may be missing, and values or codes.</param>
    /// <param name="rows">In the data page.</param>
    /// <param name="type">Of values.</param>
    public ParquetChunk Write(ArrayBufferWriter<byte> sink, long offset, ReadOnlyMemory<byte>? dictionary, int distinct, ReadOnlyMemory<byte> data, int rows, int type)
    {
        // One column has one codec.
        int packed = Pack(data.Span, ref _data);
        bool pack = packed < data.Length;
        int codec = pack ? ParquetChunk.Zstd : ParquetChunk.Uncompressed, before = sink.WrittenCount;
        long plain = 0;
        if (dictionary is { } values)
        {
            int length = pack ? Pack(values.Span, ref _values) : 0;
            ReadOnlySpan<byte> bytes = pack ? _values.AsSpan(0, length) : values.Span;
            plain += Page(sink, bytes, values.Length, DictionaryPage, header => header.Begin(7).Int(1, distinct).Int(2, ParquetChunk.Plain).End());
        }

        long dataOffset = offset + sink.WrittenCount;
        plain += Page(sink, pack ? _data.AsSpan(0, packed) : data.Span, data.Length, DataPage, header => header.Begin(5).Int(1, rows).Int(2, dictionary is null ? ParquetChunk.Plain : ParquetChunk.Codes).Int(3, ParquetChunk.Runs).Int(4, ParquetChunk.Runs).End());
        return new()
        {
            Type = type,
            Encodings = dictionary is null ? [ParquetChunk.Plain, ParquetChunk.Runs] : [ParquetChunk.Plain, ParquetChunk.Runs, ParquetChunk.Codes],
            Codec = codec,
            Values = rows,
            UncompressedBytes = plain,
            Bytes = sink.WrittenCount - before,
            DataOffset = dataOffset,
            DictionaryOffset = dictionary is null ? null : offset + before,
        };
    }

    public void Dispose() => _compressor.Dispose();

    /// <returns>Bytes with the header, before they were packed.</returns>
    private static long Page(ArrayBufferWriter<byte> sink, ReadOnlySpan<byte> page, int plainLength, int type, Action<ThriftWriter> kind)
    {
        int before = sink.WrittenCount;
        ThriftWriter header = new ThriftWriter(sink).Begin().Int(1, type).Int(2, plainLength).Int(3, page.Length);
        kind(header);
        header.End();
        long headerLength = sink.WrittenCount - before;
        sink.Write(page);
        return headerLength + plainLength;
    }

    private int Pack(ReadOnlySpan<byte> page, ref byte[] packed)
    {
        int most = Compressor.GetCompressBound(page.Length);
        packed = packed.Length < most ? new byte[most] : packed;
        return _compressor.Wrap(page, packed);
    }
}
