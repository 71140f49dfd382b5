using System.Security.Cryptography;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>A file of the data folder, or one that may go there: read, with what it is good for.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Summary">A line on its contents.</param>
/// <param name="From">First day that it tells of; null where a file has none.</param>
/// <param name="Until">Last day; after it the file is old.</param>
internal sealed record InstalledFile(string Path, InstalledKind Kind, string Summary, DateOnly? From, DateOnly? Until)
{
    private static readonly HashSet<string> s_told = [];

    /// <summary>What other verbs call it: the name of the file.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Folder of a kind below the data folder.</summary>
    public static string FolderOf(InstalledKind kind) => kind switch
    {
        InstalledKind.EarthOrientation => "eop",
        InstalledKind.LeapSeconds => "leap-seconds",
        InstalledKind.Antennas => "antex",
        _ => "elements",
    };

    /// <summary>Reads a file and tells its kind by its contents.</summary>
    /// <exception cref="InputException">CN6120 of no such kind, CN6121 wrong inside; those of opening it.</exception>
    public static InstalledFile Read(string path)
    {
        if (LeapSecondList.TryRead(path) is { } leaps)
        {
            return new(path, InstalledKind.LeapSeconds, $"{leaps.Entries.Count} values, the newest {leaps.Entries[^1].Offset} s from {leaps.Entries[^1].From:yyyy-MM-dd}{(leaps.KnowsMore ? ", which is used: the program's own table lacks it" : "")}", leaps.Entries[0].From, leaps.Expires);
        }

        if (FileCheck.Read(path) is { } check)
        {
            if (check.HasErrors)
            {
                throw new InputException(check.Diagnostics);
            }

            return FileKinds.Of(path) switch
            {
                FileKind.Antex => new(path, InstalledKind.Antennas, check.Summary, null, null),
                FileKind.TwoLineElements or FileKind.Omm => Elements(path, check.Summary),
                _ => throw Unknown(path),
            };
        }

        ReadResult<EopTable> read = ReadNamed(path);
        if (read.Value is not { } table || read.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            throw read.Diagnostics.Any(d => d.Where.Line > 1) ? new InputException(read.Diagnostics) : Unknown(path);
        }

        return new(path, InstalledKind.EarthOrientation, $"{table.Name}, observed to {Day(table.ObservedThrough):yyyy-MM-dd}, predicted to {Day(table.Last):yyyy-MM-dd}", Day(table.First), Day(table.Last));
    }

    /// <summary>Files of one's own folder and of that beside the program; those that cannot be read any more are passed over.</summary>
    public static IEnumerable<InstalledFile> All()
    {
        foreach (InstalledKind kind in Enum.GetValues<InstalledKind>())
        {
            foreach (string file in Files(kind))
            {
                if (Usable(file, Read)?.Kind == kind)
                {
                    yield return Read(file);
                }
            }
        }
    }

    /// <summary>The file that a verb is to read: one that is there, else the installed one of that name; the word itself where there is neither.</summary>
    /// <param name="kind">What the verb takes.</param>
    /// <param name="word">A path, or the name of an installed file as <c>data list</c> tells it.</param>
    public static string PathOf(InstalledKind kind, string word)
    {
        if (word.Length == 0 || System.IO.Path.GetFileName(word) != word || System.IO.Path.Exists(word)
            || (kind == InstalledKind.Elements && (EphemerisLibrary.BuiltIn.Find(LibraryKind.Constellation, word) ?? EphemerisLibrary.BuiltIn.Find(LibraryKind.Scenario, word)) is not null))
        {
            return word;
        }

        return EphemerisFolder.All.Select(f => System.IO.Path.Combine(f, FolderOf(kind), word)).FirstOrDefault(File.Exists) ?? word;
    }

    /// <summary>The installed table of Earth orientation that is observed longest; null where none is installed.</summary>
    public static EopTable? EarthOrientation() => Files(InstalledKind.EarthOrientation)
        .Select(f => Usable(f, p => ReadNamed(p) is { Value: { } table } read && read.Diagnostics.All(d => d.Severity != Severity.Error) ? table : null))
        .OfType<EopTable>().MaxBy(t => t.ObservedThrough);

    /// <summary>The installed list of leap seconds with the newest step; null where none is installed.</summary>
    public static LeapSecondTable? LeapSecondSteps() => Files(InstalledKind.LeapSeconds)
        .Select(f => Usable(f, p => LeapSecondList.TryRead(p)?.ToTable(Named(p))))
        .OfType<LeapSecondTable>().MaxBy(t => (t.LastEntry, t.ValidThrough));

    private static IEnumerable<string> Files(InstalledKind kind) => EphemerisFolder.All.Select(f => System.IO.Path.Combine(f, FolderOf(kind))).Where(Directory.Exists)
        .SelectMany(f => (Usable(f, Directory.GetFiles) ?? []).Order(StringComparer.Ordinal));

    /// <summary>What is read of a file or folder; null, and told once, for one that cannot be read any more.</summary>
    private static T? Usable<T>(string file, Func<string, T?> read)
        where T : class
    {
        try
        {
            return read(file);
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            if (s_told.Add(file))
            {
                Console.Error.WriteLine($"{file}: passed over: {(e is InputException input ? input.Diagnostics[0].Problem : e.Message)}");
            }

            return null;
        }
    }

    /// <summary>Called by its name without its folder, since manifests tell no paths, and by what it holds.</summary>
    private static string Named(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return $"{System.IO.Path.GetFileName(path)} (SHA-256 {Convert.ToHexStringLower(SHA256.HashData(stream))[..16]})";
    }

    private static ReadResult<EopTable> ReadNamed(string path)
    {
        using Stream stream = File.OpenRead(path);
        return EopFile.Read(stream, Named(path));
    }

    private static InstalledFile Elements(string path, string summary)
    {
        Epoch[] epochs = [.. ElementSetReader.Read(path).Value!.Sets.Select(s => s.Epoch).Order()];
        return new(path, InstalledKind.Elements, summary, epochs.Length == 0 ? null : Day(epochs[0]), epochs.Length == 0 ? null : Day(epochs[^1]));
    }

    private static InputException Unknown(string path) => new(Diagnostic.Error(
        "CN6120", new SourceSpan(path), "is of no kind that can be installed", "Earth orientation (finals2000A, C04, ERP), leap seconds (leap-seconds.list, Leap_Second.dat), antennas (ANTEX) and elements (TLE, OMM) can"));

    private static DateOnly Day(Epoch epoch) => DateOnly.ParseExact(epoch.ToString(TimeScale.Utc)[..10], "yyyy-MM-dd");
}
