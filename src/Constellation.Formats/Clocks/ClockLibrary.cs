using Constellation.Clocks;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>The clocks in a folder, one file each, found by name.</summary>
public sealed class ClockLibrary(string folder)
{
    /// <summary>Names in alphabetical order, upper case.</summary>
    public IReadOnlyList<string> Names { get; } = Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.toml").Select(f => Path.GetFileNameWithoutExtension(f).ToUpperInvariant()).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The clock of that name, or of a TOML file of one's own.</summary>
    /// <param name="nameOrFile">Name in any case, or a path that ends in <c>.toml</c>.</param>
    /// <param name="where">Where the name was written, for the message.</param>
    public ClockModel Get(string nameOrFile, SourceSpan where)
    {
        if (nameOrFile.EndsWith(".toml", StringComparison.OrdinalIgnoreCase))
        {
            return Read(nameOrFile, where);
        }

        string? name = Names.FirstOrDefault(n => string.Equals(n, nameOrFile, StringComparison.OrdinalIgnoreCase));
        return name is not null
            ? Read(Path.Combine(folder, name.ToLowerInvariant() + ".toml"), where)
            : throw new InputException(Diagnostic.Error(
                "CN2104",
                where,
                $"clock '{nameOrFile}' is not in the clock library",
                Names.Count == 0 ? $"the library {folder} is empty" : "known: " + string.Join(", ", Names) + Spelling.Hint(nameOrFile, Names)));
    }

    private static ClockModel Read(string file, SourceSpan where)
    {
        if (!File.Exists(file))
        {
            throw new InputException(Diagnostic.Error("CN2122", where, $"no clock file '{file}'", "give the name of a clock of the library or the path of a TOML file"));
        }

        return ClockModelReader.Read(File.ReadAllText(file), file).ValueOrThrow();
    }
}
