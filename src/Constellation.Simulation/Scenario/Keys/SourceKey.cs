using System.Text.Json.Nodes;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Where a stage takes its data from: <c>simulated</c>, or a kind of file, a colon and paths with commas between them.</summary>
/// <remarks>A relative path is looked up in the scenario file's folder, or in the current one where the key was set from outside.</remarks>
internal sealed class SourceKey(string name, string description, params DataSourceKind[] kinds) : ScenarioKey<DataSource>(name, description)
{
    public override string Type => "source";

    public override string Bounds => "`simulated`, " + string.Join(", ", kinds.Select(k => $"`{Word(k)}:FILE[,FILE]`"));

    public override string? DefaultLiteral => Literal(DataSource.Simulated);

    public override JsonNode? DefaultJson => "simulated";

    public DataSource Read(TomlTable table)
    {
        string text = table.String(Name, "simulated");
        if (text == "simulated" || !table.Has(Name))
        {
            return DataSource.Simulated;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        DataSourceKind? kind = colon < 0 ? null : kinds.Cast<DataSourceKind?>().FirstOrDefault(k => Word(k!.Value) == text[..colon]);
        string[] given = colon < 0 ? [] : text[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (kind is null || given.Length == 0)
        {
            string[] known = ["simulated", .. kinds.Select(k => Word(k) + ":FILE")];
            string hint = Spelling.Hint(colon < 0 ? text : text[..colon] + ":FILE", known);
            if (text.Length > 0)
            {
                table.Error(Name, "CN2201", $"'{text}' is not a source for '{table.Child(Name)}'", "known: " + string.Join(", ", known) + hint);
            }

            return DataSource.Simulated;
        }

        string[] files = [.. given.Select(f => ScenarioPaths.Resolve(table, Name, f))];
        foreach (string file in files)
        {
            RequireKind(table, kind.Value, file);
        }

        return new DataSource(kind.Value, files) { Given = given };
    }

    public override string Literal(DataSource value) =>
        TomlLiteral.Of(value.IsSimulated ? "simulated" : $"{Word(value.Kind)}:{string.Join(',', value.Given)}");

    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["pattern"] = $"^(simulated|({string.Join('|', kinds.Select(Word))}):.+)$",
    };

    private static string Word(DataSourceKind kind) => kind.ToString().ToLowerInvariant();

    private void RequireKind(TomlTable table, DataSourceKind kind, string file)
    {
        (FileKind expected, string description) = kind switch
        {
            DataSourceKind.Sp3 => (FileKind.Sp3, "an SP3 file"),
            DataSourceKind.Clk => (FileKind.RinexClock, "a RINEX clock file"),
            _ => (FileKind.RinexNavigation, "a RINEX 3 or 4 navigation file"),
        };
        try
        {
            if (FileKinds.Of(file) != expected)
            {
                table.Error(Name, "CN2203", $"'{file}' is not {description}", $"give another file, or another word than '{Word(kind)}' before the colon");
            }
        }
        catch (InputException e)
        {
            table.Error(Name, "CN2202", $"'{file}' {e.Diagnostics[0].Problem}", e.Diagnostics[0].Remedy + "; a relative path in a file starts from the file's folder");
        }
    }
}
