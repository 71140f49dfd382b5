using System.Text.Json.Nodes;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>One satellite that takes part.</summary>
internal sealed class SatelliteKey(string name, string description) : ScenarioKey<SatelliteId>(name, description)
{
    public override string Type => "satellite";

    public override string? DefaultLiteral => null;

    public override JsonNode? DefaultJson => null;

    public SatelliteId Read(TomlTable table)
    {
        string text = table.String(Name);
        if (!SatelliteId.TryParse(text, out SatelliteId id) && text.Length > 0)
        {
            table.Error(Name, "CN2204", $"'{text}' is not a satellite", "write the system's letter and a number, such as C23 or G05");
        }

        return id;
    }

    /// <summary>The satellite, null where it is none of <paramref name="participants"/>, which is an error.</summary>
    public SatelliteId? Read(TomlTable table, IReadOnlyList<SatelliteId> participants)
    {
        SatelliteId id = Read(table);
        if (id.Number == 0 || participants.Contains(id))
        {
            return id.Number == 0 ? null : id;
        }

        if (participants.Count > 0)
        {
            table.Error(Name, "CN2205", $"{id} does not take part", $"those that do: {string.Join(", ", SatelliteSelector.Describe(participants))}");
        }

        return null;
    }

    public override string Literal(SatelliteId value) => TomlLiteral.Of(value.ToString());

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[GRECJIS][0-9]{1,3}$" };
}
