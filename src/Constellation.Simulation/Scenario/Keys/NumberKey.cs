using System.Text.Json.Nodes;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>A number between two bounds, both included, in the unit that the key's name says.</summary>
internal sealed class NumberKey(string name, string description, double min, double max) : ScenarioKey<double>(name, description)
{
    public double? Default { get; init; }

    public override string Type => "number";

    public override string Bounds => $"{TomlLiteral.Of(min)} to {TomlLiteral.Of(max)}";

    public override string? DefaultLiteral => Default is { } value ? Literal(value) : null;

    public override JsonNode? DefaultJson => Default;

    public double Read(TomlTable table) => table.Number(Name, Default, min, max);

    /// <summary>The value, or null where the key is absent.</summary>
    public double? ReadIfGiven(TomlTable table) => table.TryGet(Name, out _) ? Read(table) : null;

    public override string Literal(double value) => TomlLiteral.Of(value);

    public override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = min, ["maximum"] = max };
}
