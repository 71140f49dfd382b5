using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Where a verb's table goes: standard output, or a file that appears when it is complete.</summary>
internal static class TableOutput
{
    public static void Write(string? path, string format, IReadOnlyList<TableColumn> columns, Action<TableWriter> rows)
    {
        if (path is null or "-")
        {
            using Stream stdout = Console.OpenStandardOutput();
            if (format == "parquet")
            {
                // A Parquet writer seeks; a pipe cannot.
                using MemoryStream memory = new();
                WriteTo(memory, format, columns, rows);
                memory.Position = 0;
                memory.CopyTo(stdout);
                return;
            }

            WriteTo(stdout, format, columns, rows);
            return;
        }

        AtomicFile.Write(path, stream => WriteTo(stream, format, columns, rows));
    }

    private static void WriteTo(Stream stream, string format, IReadOnlyList<TableColumn> columns, Action<TableWriter> rows)
    {
        using TableWriter writer = TableWriter.Create(format, stream, columns);
        rows(writer);
    }
}
