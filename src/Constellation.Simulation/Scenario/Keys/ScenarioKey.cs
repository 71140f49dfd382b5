using System.Text.Json.Nodes;

namespace Constellation.Simulation;

/// <summary>A key of a scenario file: its name, what it takes and what it means. Reader, schema, manual and the text of a scenario all come from it.</summary>
internal abstract class ScenarioKey(string name, string description)
{
    private static readonly (string Ending, string Unit)[] s_units = [("_mps2", "m/s^2"), ("_mps", "m/s"), ("_deg", "degrees"), ("_m", "m"), ("_s", "s")];

    public string Name { get; } = name;

    /// <summary>One line for people.</summary>
    public string Description { get; } = description;

    public bool Required { get; init; }

    /// <summary>What holds without the key, in words, where that is no fixed value.</summary>
    public string? DefaultNote { get; init; }

    /// <summary>What is written, <c>number</c>, <c>duration</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Unit of a number, told by the end of its name; empty where there is none.</summary>
    public string Unit => s_units.FirstOrDefault(u => Name.EndsWith(u.Ending, StringComparison.Ordinal)).Unit ?? "";

    /// <summary>Bounds or words, for people; empty where anything goes.</summary>
    public virtual string Bounds => "";

    /// <summary>The default as TOML; null where there is none.</summary>
    public abstract string? DefaultLiteral { get; }

    /// <summary>The value's part of the JSON Schema, without description and default.</summary>
    public abstract JsonObject Schema();

    /// <summary>The default as JSON; null where there is none.</summary>
    public abstract JsonNode? DefaultJson { get; }
}

/// <summary>A key whose values are of one type. Each kind has its own <c>Read</c>: the value, or the default where the key is absent; what is wrong goes to the table's document.</summary>
internal abstract class ScenarioKey<T>(string name, string description) : ScenarioKey(name, description)
{
    /// <summary>A value as TOML.</summary>
    public abstract string Literal(T value);
}
