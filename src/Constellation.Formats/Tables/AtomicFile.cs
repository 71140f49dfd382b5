using System.Collections.Concurrent;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Writes a file beside its place and renames it: a reader sees the old file or the whole new one, never half.</summary>
/// <remarks>A target that exists and is not a regular file (a device, a pipe) is written directly; a link stays, and what it leads to is replaced.</remarks>
public static class AtomicFile
{
    private static readonly ConcurrentDictionary<string, bool> s_unfinished = new();

    /// <param name="path">A file; <c>-</c> is standard output, which is written when all is there.</param>
    /// <param name="write">Writes the whole file.</param>
    /// <exception cref="InputException">CN1005: the path is empty or names a folder.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new InputException(Diagnostic.Error("CN1005", new SourceSpan("--output"), path.Length == 0 ? "the name of the file is empty" : $"'{path}' is a folder", "name a file"));
        }

        if (path == "-")
        {
            // What seeks in a file cannot seek in a pipe.
            using MemoryStream memory = new();
            write(memory);
            using Stream stdout = Console.OpenStandardOutput();
            memory.WriteTo(stdout);
            return;
        }

        using (Stream? direct = OpenSpecial(path))
        {
            if (direct is not null)
            {
                write(direct);
                return;
            }
        }

        string full = Path.GetFullPath(File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path);
        string? made = FirstMissing(Path.GetDirectoryName(full)!);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        s_unfinished[temporary] = true;
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.ReadWrite))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            RemoveEmpty(Path.GetDirectoryName(full)!, made);
            throw;
        }
        finally
        {
            s_unfinished.TryRemove(temporary, out _);
        }
    }

    /// <summary>Takes away what is half written: for a process that ends without unwinding.</summary>
    public static void DeleteUnfinished()
    {
        foreach (string temporary in s_unfinished.Keys)
        {
            try
            {
                File.Delete(temporary);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The process ends all the same.
            }
        }
    }

    public static void WriteText(string path, string text) =>
        Write(path, stream =>
        {
            using StreamWriter writer = new(stream, leaveOpen: true) { NewLine = "\n" };
            writer.Write(text);
        });

    /// <summary>The uppermost folder of a path that is not there; null where all are.</summary>
    private static string? FirstMissing(string folder)
    {
        string? missing = null;
        for (string? at = folder; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing = at;
        }

        return missing;
    }

    /// <summary>Folders that were made for a file which is not to be, as far as nothing else is in them.</summary>
    private static void RemoveEmpty(string folder, string? made)
    {
        for (string? at = folder; made is not null && at is not null && at.Length >= made.Length; at = Path.GetDirectoryName(at))
        {
            if (!Directory.Exists(at) || Directory.EnumerateFileSystemEntries(at).Any())
            {
                return;
            }

            Directory.Delete(at);
        }
    }

    /// <summary>The stream of a device or pipe that is there; null for a regular file and for none.</summary>
    private static FileStream? OpenSpecial(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return null;
        }

        // Devices can be sought in as files can, and .NET does not tell the two apart: they are where devices are.
        string target = Path.GetFullPath(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        bool device = target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal);
        FileStream stream;
        try
        {
            stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (UnauthorizedAccessException) when (!device)
        {
            return null;
        }

        if (device || !stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }
}
