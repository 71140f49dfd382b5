using System.Text.Json.Nodes;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>A whole number between two bounds, both included.</summary>
internal sealed class IntegerKey(string name, string description, long min, long max) : ScenarioKey<long>(name, description)
{
    public long? Default { get; init; }

    public override string Type => "integer";

    public override string Bounds => $"{min} to {max}";

    public override string? DefaultLiteral => Default is { } value ? Literal(value) : null;

    public override JsonNode? DefaultJson => Default;

    public long Read(TomlTable table) => table.LongInteger(Name, Default!.Value, min, max);

    /// <summary>The value, or null where the key is absent.</summary>
    public long? ReadIfGiven(TomlTable table) => table.TryGet(Name, out _) ? table.LongInteger(Name, min, min, max) : null;

    public override string Literal(long value) => TomlLiteral.Of(value);

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };
}
