using System.Text.Json.Nodes;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>One line of text.</summary>
internal sealed class TextKey(string name, string description) : ScenarioKey<string>(name, description)
{
    /// <summary>Characters.</summary>
    public int Longest { get; init; } = 200;

    public string? Default { get; init; }

    /// <summary>What kind of text, for people.</summary>
    public string Kind { get; init; } = "text";

    public override string Type => Kind;

    public override string? DefaultLiteral => Default is null ? null : Literal(Default);

    public override JsonNode? DefaultJson => Default;

    public string Read(TomlTable table)
    {
        string text = table.String(Name, Required ? null : Default ?? "");
        if (table.Has(Name) && (text.Length > Longest || text.Any(char.IsControl)))
        {
            table.Error(Name, "CN2215", $"'{table.Child(Name)}' is not one line of at most {Longest} characters", "shorten it, without line breaks");
            return Default ?? "";
        }

        if (table.Has(Name) && Required && text.Trim().Length == 0)
        {
            table.Error(Name, "CN2215", $"'{table.Child(Name)}' is empty", "write some text");
        }

        return text;
    }

    public override string Literal(string value) => TomlLiteral.Of(value);

    public override JsonObject Schema() => new() { ["type"] = "string", ["maxLength"] = Longest };
}
