namespace Constellation.Cli;

/// <summary>Files of the data folder by the kind of folder they stand in and a pattern of names.</summary>
internal sealed class DataFolder(string folder)
{
    /// <summary>All of the files, one a pattern, or none.</summary>
    /// <param name="kind">Sub-folder, such as <c>sp3</c>; the folder itself is looked at, too.</param>
    /// <param name="patterns">Names with wildcards; the first of several in order of names counts.</param>
    public IReadOnlyList<string> Find(string kind, params string[] patterns)
    {
        string[] places = [.. new[] { Path.Combine(folder, kind), folder }.Where(Directory.Exists)];
        string[] found = [.. patterns.Select(p => places.SelectMany(d => Directory.GetFiles(d, p)).Order(StringComparer.Ordinal).FirstOrDefault()).OfType<string>()];
        return found.Length == patterns.Length ? found : [];
    }
}
