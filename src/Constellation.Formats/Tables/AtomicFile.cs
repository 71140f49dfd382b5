namespace Constellation.Formats;

/// <summary>Writes a file beside its place and renames it: a reader sees the old file or the whole new one, never half.</summary>
/// <remarks>A target that exists and is not a regular file (a device, a pipe) is written directly.</remarks>
public static class AtomicFile
{
    public static void Write(string path, Action<Stream> write)
    {
        if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) != 0 || IsSpecial(path))
        {
            using FileStream direct = new(path, FileMode.Open, FileAccess.Write);
            write(direct);
            return;
        }

        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
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
            throw;
        }
    }

    public static void WriteText(string path, string text) =>
        Write(path, stream =>
        {
            using StreamWriter writer = new(stream, leaveOpen: true) { NewLine = "\n" };
            writer.Write(text);
        });

    private static bool IsSpecial(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return false;
        }

        FileInfo file = new(path);
        return file.LinkTarget is null && file.UnixFileMode != UnixFileMode.None && (file.Attributes & FileAttributes.Normal) == 0 && path.StartsWith("/dev/", StringComparison.Ordinal);
    }
}
