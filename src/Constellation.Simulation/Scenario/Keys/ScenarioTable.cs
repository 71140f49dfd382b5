using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>A table of a scenario file, or a list of tables, with its keys in the order of the manual.</summary>
internal sealed class ScenarioTable(string path, string description, int most = 0)
{
    private readonly List<ScenarioKey> _keys = [];

    /// <summary>Dotted path, empty for the root.</summary>
    public string Path { get; } = path;

    /// <summary>One line for people.</summary>
    public string Description { get; } = description;

    /// <summary>For a list of tables how many there may be; 0 for a single table.</summary>
    public int Most { get; } = most;

    public bool IsList => Most > 0;

    public bool Required { get; init; }

    /// <summary>Keys of which exactly one must be there; empty where there is no such rule.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    public IReadOnlyList<ScenarioKey> Keys => _keys;

    /// <summary>Path of the table that holds this one, and this one's name in it.</summary>
    public (string Parent, string Name) Split => Path.LastIndexOf('.') is var dot && dot < 0 ? ("", Path) : (Path[..dot], Path[(dot + 1)..]);

    public TKey Add<TKey>(TKey key)
        where TKey : ScenarioKey
    {
        _keys.Add(key);
        return key;
    }

    /// <summary>The tables of a list, at most as many as there may be.</summary>
    public IReadOnlyList<TomlTable> Of(TomlTable parent)
    {
        string name = Split.Name;
        IReadOnlyList<TomlTable> tables = parent.Tables(name);
        if (tables.Count > Most)
        {
            parent.Refuse(name, "CN2208", $"{tables.Count} tables [[{Path}]]", $"at most {Most} are read");
            return [];
        }

        return tables;
    }
}
