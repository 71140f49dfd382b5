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
            return new(path, InstalledKind.LeapSeconds, $"{leaps.Entries.Count} values, the newest {leaps.Entries[^1].Offset} s from {leaps.Entries[^1].From:yyyy-MM-dd}{(leaps.KnowsMore ? "; it has a step that this program does not know" : "")}", leaps.Entries[0].From, leaps.Expires);
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
        foreach (string folder in EphemerisFolder.All)
        {
            foreach (InstalledKind kind in Enum.GetValues<InstalledKind>())
            {
                string place = System.IO.Path.Combine(folder, FolderOf(kind));
                foreach (string file in Directory.Exists(place) ? [.. Directory.GetFiles(place).Order(StringComparer.Ordinal)] : Array.Empty<string>())
                {
                    InstalledFile? known = null;
                    try
                    {
                        known = Read(file);
                    }
                    catch (InputException e)
                    {
                        Console.Error.WriteLine($"{file}: passed over: {e.Diagnostics[0].Problem}");
                    }

                    if (known?.Kind == kind)
                    {
                        yield return known;
                    }
                }
            }
        }
    }

    /// <summary>The installed table of Earth orientation that is observed longest, where it goes beyond the built-in one; else null.</summary>
    public static EopTable? EarthOrientation()
    {
        EopTable? best = null;
        foreach (string folder in EphemerisFolder.All)
        {
            string place = System.IO.Path.Combine(folder, FolderOf(InstalledKind.EarthOrientation));
            foreach (string file in Directory.Exists(place) ? [.. Directory.GetFiles(place).Order(StringComparer.Ordinal)] : Array.Empty<string>())
            {
                if (ReadNamed(file) is { Value: { } table } read && read.Diagnostics.All(d => d.Severity != Severity.Error) && (best is null || table.ObservedThrough > best.ObservedThrough))
                {
                    best = table;
                }
            }
        }

        return best;
    }

    /// <summary>Called by its name without its folder: manifests tell no paths.</summary>
    private static ReadResult<EopTable> ReadNamed(string path)
    {
        using Stream stream = File.OpenRead(path);
        return EopFile.Read(stream, System.IO.Path.GetFileName(path));
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
