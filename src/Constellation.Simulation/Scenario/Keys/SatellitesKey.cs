using System.Text.Json.Nodes;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>Satellites by id, range, system or group: a list of strings, or one string with commas.</summary>
internal sealed class SatellitesKey(string name, string description) : ScenarioKey<IReadOnlyList<SatelliteId>>(name, description)
{
    public override string Type => "satellites";

    public override string? DefaultLiteral => null;

    public override JsonNode? DefaultJson => null;

    /// <summary>The chosen ones out of <paramref name="offered"/>, by id; a part that chooses none is an error.</summary>
    /// <param name="table">Where the key stands.</param>
    /// <param name="offered">Satellites to choose from.</param>
    /// <param name="others">Satellites that are not offered, but may have been meant.</param>
    /// <param name="remedy">How to have those.</param>
    public IReadOnlyList<SatelliteDefinition> Read(TomlTable table, IReadOnlyList<SatelliteDefinition> offered, IReadOnlyList<SatelliteDefinition>? others = null, string remedy = "")
    {
        if (Required && !table.Has(Name))
        {
            _ = table.String(Name);
        }

        if (!table.Has(Name))
        {
            table.TryGet(Name, out _);
            return offered;
        }

        HashSet<SatelliteId> chosen = [];
        IReadOnlyList<(string Text, SourceSpan Where)> words = table.Words(Name);
        foreach ((string text, SourceSpan where) in words.SelectMany(w => w.Text.Split(',', StringSplitOptions.TrimEntries).Select(t => (t, w.Where))))
        {
            if (!SatelliteSelector.TryParse(text, out SatelliteSelector? selector, out string problem))
            {
                table.Error("CN2204", where, problem, "write ids, ranges, systems or groups, such as [\"C19\", \"C32-C37\", \"E\", \"C@phm\"]");
                continue;
            }

            SatelliteDefinition[] found = [.. offered.Where(selector.Accepts)];
            if (found.Length == 0 && offered.Count > 0)
            {
                bool elsewhere = others?.Any(selector.Accepts) == true;
                table.Error("CN2205", where, $"'{text}' chooses no satellite", elsewhere ? remedy : $"there are {string.Join(", ", SatelliteSelector.Describe(offered.Select(s => s.Id)))}");
            }

            chosen.UnionWith(found.Select(s => s.Id));
        }

        if (IsEmptyList(table))
        {
            table.Error(Name, "CN2205", $"'{table.Child(Name)}' is an empty list", "name satellites, or leave the key out");
        }

        return [.. offered.Where(s => chosen.Contains(s.Id))];
    }

    public override string Literal(IReadOnlyList<SatelliteId> value) => TomlLiteral.Of(SatelliteSelector.Describe(value));

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "string" } }),
    };

    private bool IsEmptyList(TomlTable table) => table.TryGet(Name, out TomlValue? value) && value.Content is List<TomlValue> { Count: 0 };
}
