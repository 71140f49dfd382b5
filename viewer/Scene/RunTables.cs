using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Reads named columns of a run's tables and says what is wrong when they cannot be had.</summary>
internal static class RunTables
{
    public static ColumnTable Read(RunFolder folder, string file, params string[] columns)
    {
        string path = Path.Combine(folder.Path, file);
        if (!File.Exists(path))
        {
            throw Wrong("CN5004", path, "is missing");
        }

        ColumnTable table;
        try
        {
            table = ColumnTable.Read(path, columns);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The Parquet reader throws many kinds at damaged bytes.
            throw Wrong("CN5005", path, "cannot be read as a Parquet table");
        }

        return columns.FirstOrDefault(c => !table.Names.Contains(c)) is { } absent ? throw Wrong("CN5006", path, $"has no column '{absent}'") : table;
    }

    private static InputException Wrong(string code, string path, string problem) =>
        new(Diagnostic.Error(code, new SourceSpan(path), problem, "run the scenario again"));
}
