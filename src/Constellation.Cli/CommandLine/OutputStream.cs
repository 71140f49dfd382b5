using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Where a verb's file goes: standard output, or a file that appears when it is complete.</summary>
internal static class OutputStream
{
    public static void Write(string? path, Action<Stream> write)
    {
        if (path is null or "-")
        {
            using Stream stdout = Console.OpenStandardOutput();
            write(stdout);
            return;
        }

        AtomicFile.Write(path, write);
    }
}
