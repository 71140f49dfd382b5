using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Values of a sweep file as settings of a scenario.</summary>
internal static class SweepValue
{
    /// <summary>A value as TOML on one line.</summary>
    public static string Text(TomlValue value) => value.Content switch
    {
        string s => TomlLiteral.Of(s),
        long l => TomlLiteral.Of(l),
        double d => TomlLiteral.Of(d),
        bool b => TomlLiteral.Of(b),
        List<TomlValue> list => "[" + string.Join(", ", list.Select(Text)) + "]",
        TomlTable table => "{ " + string.Join(", ", Entries(table).Select(e => $"{TomlLiteral.Of(e.Key)} = {Text(e.Value)}")) + " }",
        _ => throw new InvalidOperationException($"a value of TOML is {value.Content.GetType()}"),
    };

    /// <summary>What a value is called in tables.</summary>
    public static string Name(TomlValue value) => value.Content is string s ? s : Text(value);

    /// <summary>Every leaf of a table as <c>path=value</c>, lists and what is in them being leaves, with its place.</summary>
    public static IEnumerable<(string Setting, SourceSpan Where)> Settings(TomlTable table, string prefix = "")
    {
        foreach ((string key, TomlValue value) in Entries(table))
        {
            string path = prefix + key;
            if (value.Content is TomlTable inner)
            {
                foreach ((string, SourceSpan) leaf in Settings(inner, path + "."))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return ($"{path}={Text(value)}", value.Where);
            }
        }
    }

    /// <summary>Entries in the order of the file, all marked as read.</summary>
    private static IEnumerable<(string Key, TomlValue Value)> Entries(TomlTable table)
    {
        foreach (string key in table.Keys)
        {
            if (table.TryGet(key, out TomlValue? value))
            {
                yield return (key, value);
            }
        }
    }
}
