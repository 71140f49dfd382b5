using System.Text.Json.Nodes;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>One of a list of words, each standing for a value.</summary>
internal sealed class ChoiceKey<T>(string name, string description, params (string Word, T Value)[] choices) : ScenarioKey<T>(name, description)
{
    private static readonly EqualityComparer<T> s_equality = EqualityComparer<T>.Default;

    public string? Default { get; init; }

    public override string Type => "word";

    public override string Bounds => string.Join(", ", choices.Select(c => $"`{c.Word}`"));

    public override string? DefaultLiteral => Default is null ? null : TomlLiteral.Of(Default);

    public override JsonNode? DefaultJson => Default;

    public T Read(TomlTable table)
    {
        string word = table.Choice(Name, [.. choices.Select(c => c.Word)], Default ?? choices[0].Word);
        return choices.First(c => c.Word == word).Value;
    }

    public override string Literal(T value) => TomlLiteral.Of(choices.First(c => s_equality.Equals(c.Value, value)).Word);

    public override JsonObject Schema() => new() { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c.Word)]) };
}
