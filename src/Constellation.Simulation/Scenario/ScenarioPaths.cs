using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Paths in scenarios: relative ones start from the scenario file's folder, those set from outside from the current one.</summary>
internal static class ScenarioPaths
{
    public static string Resolve(TomlTable table, string key, string given)
    {
        string path = table.IsSetOutside(key) || Path.IsPathRooted(given) ? given : Path.Combine(Path.GetDirectoryName(table.FileName) ?? "", given);
        table.Names(path);
        return path;
    }
}
