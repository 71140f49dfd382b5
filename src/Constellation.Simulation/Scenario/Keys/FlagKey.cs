using System.Text.Json.Nodes;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>True or false.</summary>
internal sealed class FlagKey(string name, string description) : ScenarioKey<bool>(name, description)
{
    public required bool Default { get; init; }

    public override string Type => "boolean";

    public override string? DefaultLiteral => Literal(Default);

    public override JsonNode? DefaultJson => Default;

    public bool Read(TomlTable table) => table.Boolean(Name, Default);

    public override string Literal(bool value) => TomlLiteral.Of(value);

    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
