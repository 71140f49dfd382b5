using System.Text.Json.Nodes;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>An epoch with its time scale, from 1980 to 2100.</summary>
internal sealed class EpochKey(string name, string description) : ScenarioKey<Epoch>(name, description)
{
    private static readonly EpochSpan s_bounds = new(Epoch.Parse("1980-01-06T00:00:00GPST"), Epoch.Parse("2100-01-01T00:00:00GPST"));

    public override string Type => "epoch";

    public override string Bounds => "1980-01-06 to 2100-01-01";

    public override string? DefaultLiteral => null;

    public override JsonNode? DefaultJson => null;

    public Epoch Read(TomlTable table) => ReadIfGiven(table) ?? s_bounds.First;

    /// <summary>The value; null where it is wrong, or absent and not required.</summary>
    public Epoch? ReadIfGiven(TomlTable table)
    {
        Epoch none = EpochSpan.Unbounded.First;
        Epoch value = table.Has(Name) || !Required ? table.Epoch(Name, none) : table.Epoch(Name);
        if (table.Has(Name) && value != none && !s_bounds.Contains(value))
        {
            table.Error(Name, "CN2005", $"'{table.Child(Name)}' = {value.ToString(TimeScale.Gpst)} is outside {Bounds}", "choose a value in that range");
        }

        return table.Has(Name) && s_bounds.Contains(value) ? value : null;
    }

    public override string Literal(Epoch value) => TomlLiteral.Of(value.ToString(TimeScale.Gpst));

    public override JsonObject Schema() => new() { ["type"] = "string" };
}
