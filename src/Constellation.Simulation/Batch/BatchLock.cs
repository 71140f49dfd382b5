using System.Globalization;
using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Keeps two runners from one folder. The system gives the lock back when its process ends, however it ends; the file that stays behind locks nothing.</summary>
public sealed class BatchLock : IDisposable
{
    private const string Stem = "lock";
    private const int WouldBlock = 11, WouldBlockOnMac = 35, SharingViolation = 32;
    private readonly FileStream _stream;
    private readonly string _path;

    private BatchLock(FileStream stream, string path) => (_stream, _path) = (stream, path);

    /// <summary>Takes the lock of a folder, or of a share of its shards.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="share">Name of the share; empty for all of it.</param>
    /// <exception cref="InputException">CN6026: another process has it.</exception>
    public static BatchLock Take(string folder, string share = "")
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, share.Length == 0 ? Stem : $"{Stem}-{share}");
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            // A full disk or a name that is too long is nobody's lock: who waits for its end would wait for ever.
            throw new InputException(Diagnostic.Error("CN6026", new SourceSpan(path), "another runner is at work in this folder" + Owner(folder), "let it end, or end it, and go on with --resume"));
        }

        stream.SetLength(0);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} on {Environment.MachineName}\n")));
        stream.Flush();
        return new(stream, path);
    }

    /// <summary>Whether a path is that of a lock.</summary>
    public static bool IsLock(string path) => Path.GetFileName(path).StartsWith(Stem, StringComparison.Ordinal);

    public void Dispose()
    {
        // Removed while it is held: whoever opens it afterwards makes a new one.
        File.Delete(_path);
        _stream.Dispose();
    }

    /// <summary>The lock cannot be read while it is held; who began last is in the journal.</summary>
    private static string Owner(string folder)
    {
        try
        {
            return new BatchJournal(folder, TimeProvider.System).Read().Lines.LastOrDefault(l => l.What == "begin") is { } line ? $" (process {line.Who})" : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
