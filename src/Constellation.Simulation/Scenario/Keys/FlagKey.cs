using System.Text.Json.Nodes;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>True or false.</summary>
internal sealed class FlagKey(string name, string description) : ScenarioKey<bool>(name, description)
{
    /// <summary>Null: false, and a scenario's text has the key only where it is true.</summary>
    public bool? Default { get; init; }

    public override string Type => "boolean";

    public override string? DefaultLiteral => Default is { } value ? Literal(value) : null;

    public override JsonNode? DefaultJson => Default;

    public bool Read(TomlTable table) => table.Boolean(Name, Default ?? false);

    public override string Literal(bool value) => TomlLiteral.Of(value);

    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
