using System.Security.Cryptography;
using System.Text.Json;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary>Rows of recipes that are through, in a file beside the table to come, so that an interrupted run can go on: a line of JSON a recipe, after one that says which program and data made them.</summary>
internal sealed class RecipeRows
{
    private const string Ending = ".rows";

    private readonly string _path, _head;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, PublishedNumber[]> _known = [];

    /// <param name="output">The table to come.</param>
    /// <param name="data">Folder of recorded data.</param>
    /// <param name="resume">Whether rows that are there are taken.</param>
    /// <exception cref="InputException">CN6129: rows are there, and nobody said what to do with them. CN6130: they are of another program or of other data.</exception>
    public RecipeRows(string output, string data, bool resume)
    {
        _path = output + Ending;
        _head = JsonSerializer.Serialize(new Head(Program(), Path.GetFullPath(data), EphemerisFolder.Own is { } own ? Path.GetFullPath(own) : ""));
        if (!File.Exists(_path))
        {
            return;
        }

        if (!resume)
        {
            throw new InputException(Diagnostic.Error("CN6129", new SourceSpan(_path), "is left of an interrupted run", "go on with it by --resume, or delete it"));
        }

        string[] lines = File.ReadAllLines(_path);
        if (lines.Length == 0 || lines[0] != _head)
        {
            throw new InputException(Diagnostic.Error("CN6130", new SourceSpan(_path), "holds rows of another build of this program or of another folder of data", "delete it and begin anew"));
        }

        foreach (string line in lines[1..])
        {
            if (Read(line) is { } made)
            {
                _known[made.Recipe] = made.Rows;
            }
        }

        // The end of a line that was cut short must not spoil the next one.
        File.AppendAllText(_path, "\n");
    }

    /// <summary>How many recipes are through already.</summary>
    public int Count => _known.Count;

    /// <summary>Rows of a recipe by its place in <see cref="PublishedRecipes.All"/>; null where they are to be made.</summary>
    public PublishedNumber[]? Of(int recipe) => _known.GetValueOrDefault(recipe);

    /// <summary>Rows of a recipe that is through. Those that miss data are not kept: the data may be there the next time.</summary>
    public void Keep(int recipe, PublishedNumber[] rows)
    {
        if (rows.All(r => r.Verdict != PublishedVerdict.Skipped))
        {
            lock (_gate)
            {
                string head = File.Exists(_path) ? "" : _head + "\n";
                File.AppendAllText(_path, head + JsonSerializer.Serialize(new Made(recipe, rows)) + "\n");
            }
        }
    }

    /// <summary>The table is there.</summary>
    public void Delete() => File.Delete(_path);

    private static Made? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Made>(line);
        }
        catch (JsonException)
        {
            return null;            // cut short by the end of the process: the recipe is made again
        }
    }

    /// <summary>Hash of the program's own libraries: rows of another build are not taken.</summary>
    private static string Program()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "Constellation.*.dll").Append(Path.Combine(AppContext.BaseDirectory, "constellation.dll")).Where(File.Exists).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record Head(string Program, string Data, string Own);

    private sealed record Made(int Recipe, PublishedNumber[] Rows);
}
