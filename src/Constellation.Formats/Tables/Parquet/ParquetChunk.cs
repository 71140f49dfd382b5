namespace Constellation.Formats;

/// <summary>Where one column of one group of rows lies, as the footer tells it.</summary>
internal sealed record ParquetChunk
{
    /// <summary>Of this file: [Parquet] thrift, enumerations Type, Encoding and CompressionCodec.</summary>
    public const int Integers = 2, Reals = 5, Texts = 6, Plain = 0, Runs = 3, Codes = 8, Uncompressed = 0, Zstd = 6;

    public required int Type { get; init; }

    public required IReadOnlyCollection<int> Encodings { get; init; }

    public required int Codec { get; init; }

    public required long Values { get; init; }

    /// <summary>Bytes with the headers of pages.</summary>
    public required long UncompressedBytes { get; init; }

    public required long Bytes { get; init; }

    public required long DataOffset { get; init; }

    public required long? DictionaryOffset { get; init; }

    public byte[]? Least { get; init; }

    public byte[]? Greatest { get; init; }

    public long? Missing { get; init; }

    public long Offset => DictionaryOffset ?? DataOffset;
}
