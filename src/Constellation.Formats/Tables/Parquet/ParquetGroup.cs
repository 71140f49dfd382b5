namespace Constellation.Formats;

/// <summary>A group of rows, as the footer tells it.</summary>
internal sealed record ParquetGroup(long Rows, IReadOnlyList<ParquetChunk> Columns);
