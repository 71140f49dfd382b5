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
            WriteTo(stdout, format, columns, rows);
            return;
        }

        AtomicFile.Write(path, stream => WriteTo(stream, format, columns, rows));
    }

    /// <summary>For what writes a file by its name: it does so elsewhere, and what comes out goes where <see cref="Write"/> would put it.</summary>
    public static void Fill(string? path, Action<string> fill)
    {
        string elsewhere = Directory.CreateTempSubdirectory("constellation-").FullName;
        try
        {
            string file = Path.Combine(elsewhere, "table");
            fill(file);
            using FileStream filled = File.OpenRead(file);
            if (path is null or "-")
            {
                using Stream stdout = Console.OpenStandardOutput();
                filled.CopyTo(stdout);
                return;
            }

            AtomicFile.Write(path, filled.CopyTo);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    private static void WriteTo(Stream stream, string format, IReadOnlyList<TableColumn> columns, Action<TableWriter> rows)
    {
        using TableWriter writer = TableWriter.Create(format, stream, columns);
        rows(writer);
    }
}
