using System.Text.Json.Nodes;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>Forces by name: a list of strings, or one string with commas.</summary>
internal sealed class ForcesKey(string name, string description) : ScenarioKey<ForceSelection>(name, description)
{
    public required ForceSelection Default { get; init; }

    public override string Type => "forces";

    public override string? DefaultLiteral => Literal(Default);

    public override JsonNode? DefaultJson => new JsonArray([.. Words(Default).Select(w => (JsonNode)w)]);

    public ForceSelection Read(TomlTable table)
    {
        if (!table.Has(Name))
        {
            table.TryGet(Name, out _);
            return Default;
        }

        List<string> names = [];
        foreach ((string text, SourceSpan where) in table.Words(Name).SelectMany(w => w.Text.Split(',', StringSplitOptions.TrimEntries).Select(t => (t, w.Where))))
        {
            if (ForceSelection.TryParse([text], out _, out string problem))
            {
                names.Add(text);
            }
            else
            {
                (string what, string remedy) = problem.Split("; known: ") is [string a, string b] ? (a, "known: " + b) : (problem, "");
                table.Error("CN2217", where, what, remedy);
            }
        }

        return ForceSelection.Of([.. names]);
    }

    public override string Literal(ForceSelection value) => TomlLiteral.Of(Words(value));

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
    };

    /// <summary>A set by its name.</summary>
    private static IReadOnlyList<string> Words(ForceSelection value) =>
        ForceCatalog.Sets.FirstOrDefault(s => ForceSelection.Of(s.Name).Equals(value)) is { } set ? [set.Name] : value.Names;
}
