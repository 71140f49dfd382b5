using System.Buffers;
using System.Buffers.Binary;
using Parquet;
using Parquet.Meta;

namespace Constellation.Formats;

/// <summary>The end of a Parquet file: what columns it has, and where they lie.</summary>
/// <remarks>[Parquet] thrift, structures FileMetaData, RowGroup, ColumnChunk, ColumnMetaData, Statistics, SchemaElement.</remarks>
internal static class ParquetFooter
{
    private const int Required = 0, MayBeMissing = 1, Utf8 = 0, StringLogical = 1, TimestampLogical = 8, Nanoseconds = 3, FormatVersion = 2;

    public static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>The footer, its length and the file's last four bytes.</summary>
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<ParquetColumn> columns, IReadOnlyList<ParquetGroup> groups, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        ArrayBufferWriter<byte> bytes = new();
        ThriftWriter footer = new ThriftWriter(bytes).Begin().Int(1, FormatVersion).Structures(2, columns.Count + 1);
        footer.Begin().Text(4, "root").Int(5, columns.Count).End();
        foreach (ParquetColumn column in columns)
        {
            WriteSchema(footer, column);
        }

        footer.Long(3, groups.Sum(g => g.Rows)).Structures(4, groups.Count);
        foreach (ParquetGroup group in groups)
        {
            WriteGroup(footer, columns, group);
        }

        KeyValuePair<string, string>[] pairs = [.. metadata.OrderBy(p => p.Key, StringComparer.Ordinal)];
        if (pairs.Length > 0)
        {
            footer.Structures(5, pairs.Length);
            foreach ((string key, string value) in pairs)
            {
                footer.Begin().Text(1, key).Text(2, value).End();
            }
        }

        footer.Text(6, "Constellation").Structures(7, columns.Count);
        foreach (ParquetColumn _ in columns)
        {
            // Least and greatest values are in the order of the column's own type.
            footer.Begin().Mark(1).End();
        }

        footer.End();
        int length = bytes.WrittenCount;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), length);
        bytes.Advance(sizeof(int));
        bytes.Write(Magic);
        return bytes.WrittenMemory;
    }

    /// <summary>The groups of a file that was written here.</summary>
    public static IReadOnlyList<ParquetGroup> GroupsOf(Stream file)
    {
        ParquetReader reader = ParquetReader.CreateAsync(file, leaveStreamOpen: true).GetAwaiter().GetResult();
        try
        {
            return [.. reader.Metadata!.RowGroups.Select(g => new ParquetGroup(g.NumRows, [.. g.Columns.Select(c => ChunkOf(c.MetaData!))]))];
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static ParquetChunk ChunkOf(ColumnMetaData c) => new()
    {
        Type = (int)c.Type,
        Encodings = [.. c.Encodings.Select(e => (int)e)],
        Codec = (int)c.Codec,
        Values = c.NumValues,
        UncompressedBytes = c.TotalUncompressedSize,
        Bytes = c.TotalCompressedSize,
        DataOffset = c.DataPageOffset,
        DictionaryOffset = c.DictionaryPageOffset,
        Least = c.Statistics?.MinValue,
        Greatest = c.Statistics?.MaxValue,
        Missing = c.Statistics?.NullCount,
    };

    private static void WriteSchema(ThriftWriter footer, ParquetColumn column)
    {
        footer.Begin().Int(1, column.Type).Int(3, column.Column.Optional && column.Column.Kind != TableColumnKind.Real ? MayBeMissing : Required).Text(4, column.Column.Name);
        if (column.Column.Kind == TableColumnKind.Text)
        {
            footer.Int(6, Utf8).Begin(10).Mark(StringLogical).End();
        }
        else if (column.Column.Kind == TableColumnKind.Epoch)
        {
            footer.Begin(10).Begin(TimestampLogical).Flag(1, false).Begin(2).Mark(Nanoseconds).End().End().End();
        }

        footer.End();
    }

    private static void WriteGroup(ThriftWriter footer, IReadOnlyList<ParquetColumn> columns, ParquetGroup group)
    {
        footer.Begin().Structures(1, group.Columns.Count);
        for (int i = 0; i < group.Columns.Count; i++)
        {
            ParquetChunk c = group.Columns[i];
            footer.Begin().Long(2, c.Offset).Begin(3).Int(1, c.Type).Ints(2, c.Encodings).Texts(3, [columns[i].Column.Name]).Int(4, c.Codec)
                .Long(5, c.Values).Long(6, c.UncompressedBytes).Long(7, c.Bytes).Long(9, c.DataOffset);
            if (c.DictionaryOffset is { } dictionary)
            {
                footer.Long(11, dictionary);
            }

            if (c.Missing is { } missing)
            {
                footer.Begin(12).Long(3, missing);
                if (c.Least is not null && c.Greatest is not null)
                {
                    footer.Binary(5, c.Greatest).Binary(6, c.Least);
                }

                footer.End();
            }

            footer.End().End();
        }

        footer.Long(2, group.Columns.Sum(c => c.UncompressedBytes)).Long(3, group.Rows).End();
    }
}
