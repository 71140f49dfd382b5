using System.Text.Json.Nodes;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A duration with its unit, between two bounds, both included.</summary>
internal sealed class DurationKey(string name, string description, Duration min, Duration max) : ScenarioKey<Duration>(name, description)
{
    public Duration? Default { get; init; }

    public override string Type => "duration";

    public override string Bounds => $"{min} to {max}";

    public override string? DefaultLiteral => Default is { } value ? Literal(value) : null;

    public override JsonNode? DefaultJson => Default?.ToString();

    public Duration Read(TomlTable table) => Read(table, Default!.Value);

    /// <summary>The value, or null where the key is absent.</summary>
    public Duration? ReadIfGiven(TomlTable table) => table.TryGet(Name, out _) ? Read(table, min) : null;

    private Duration Read(TomlTable table, Duration fallback)
    {
        Duration value = table.Duration(Name, fallback);
        if (value >= min && value <= max)
        {
            return value;
        }

        table.Error(Name, "CN2005", $"'{table.Child(Name)}' = {value} is outside {min} to {max}", "choose a value in that range");
        return fallback;
    }

    public override string Literal(Duration value) => TomlLiteral.Of(value.ToString());

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[0-9]*\\.?[0-9]+ *(weeks|w|days|d|h|min|s|ms|us|ns|ps)$" };
}
