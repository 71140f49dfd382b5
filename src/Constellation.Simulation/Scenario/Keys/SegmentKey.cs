using System.Text.Json.Nodes;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>A control segment: one of the named ones, or a mix of parts.</summary>
internal sealed class SegmentKey(string name, string description) : ScenarioKey<ControlSegment>(name, description)
{
    public override string Type => "word or mix";

    public override string Bounds =>
        string.Join(", ", ControlSegment.All.Select(s => $"`{s.Name}`")) + "; or parts joined by `+`: " + string.Join(", ", ControlSegment.Parts.Select(p => $"`{p}`"));

    public override string? DefaultLiteral => null;

    public override JsonNode? DefaultJson => null;

    /// <summary>Null where it cannot be read, or is not given.</summary>
    public ControlSegment? ReadIfGiven(TomlTable table)
    {
        if (!table.TryGet(Name, out _))
        {
            return null;
        }

        string text = table.String(Name);
        if (ControlSegment.TryParse(text, out ControlSegment? segment, out string problem))
        {
            return segment;
        }

        string[] names = [.. ControlSegment.All.Select(s => s.Name)];
        table.Error(Name, "CN2005", $"'{table.Child(Name)}' = \"{text}\": {problem}", $"known: {string.Join(", ", names)}, or a mix of {string.Join(", ", ControlSegment.Parts)} such as ground-global+isl" + Spelling.Hint(text, names));
        return null;
    }

    public override string Literal(ControlSegment value) => TomlLiteral.Of(value.Name);

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. ControlSegment.All.Select(s => (JsonNode)s.Name)]) },
            new JsonObject { ["type"] = "string", ["pattern"] = "^(ground-regional|ground-global|isl|anchor)(\\+(ground-regional|ground-global|isl|anchor))*$" }),
    };
}
