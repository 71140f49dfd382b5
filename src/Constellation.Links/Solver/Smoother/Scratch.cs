using System.Runtime.InteropServices;

namespace Constellation.Links;

/// <summary>Numbers laid aside in a stream that the caller owns: a temporary file for long runs, memory for short ones.</summary>
internal sealed class Scratch(Stream stream)
{
    /// <summary>Appends the numbers and returns where they are.</summary>
    public long Append(ReadOnlySpan<double> values)
    {
        long at = stream.Seek(0, SeekOrigin.End);
        stream.Write(MemoryMarshal.AsBytes(values));
        return at;
    }

    public void Read(long at, Span<double> values)
    {
        stream.Seek(at, SeekOrigin.Begin);
        stream.ReadExactly(MemoryMarshal.AsBytes(values));
    }
}
