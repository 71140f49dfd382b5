using System.Runtime.CompilerServices;

namespace Constellation.Formats;

/// <summary>Reads a stream line by line as bytes, without a string per line and with bounded memory.</summary>
internal sealed class LineReader(Stream stream, DiagnosticBag bag)
{
    /// <summary>Longer than any line of any format here (the longest has 1024); what is longer is not such a file.</summary>
    private const int LongestLine = 8192;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _lineStart;
    private bool _ended;

    /// <summary>Number of the line read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The next line without its line end, valid until the next call; false at the end of the file, or when it cannot be read on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int newline = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        while (newline < 0 && !_ended)
        {
            if (_end - _start > LongestLine)
            {
                break;
            }

            int searched = _end - _start;
            Refill();
            newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            newline = newline < 0 ? newline : newline + searched;
        }

        int length = newline < 0 ? _end - _start : newline;
        if (length > LongestLine)
        {
            bag.Error("CN3003", LineNumber + 1, LongestLine + 1, $"the line has more than {LongestLine} characters: this is not a text file of GNSS data", "check that it is the right file");
            (_start, _end, _ended) = (0, 0, true);
            line = default;
            return false;
        }

        if (length == 0 && newline < 0)
        {
            line = default;
            return false;
        }

        line = _buffer.AsSpan(_start, length);
        _lineStart = _start;
        line = LineNumber == 0 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;     // the mark that editors put before UTF-8
        _start += newline < 0 ? length : length + 1;
        LineNumber++;
        line = line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
        return true;
    }

    /// <summary>Puts the line read last back: the next call gives it again.</summary>
    public void Unread()
    {
        _start = _lineStart;
        LineNumber--;
    }

    private void Refill()
    {
        int kept = _end - _start;
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, kept);
        (_start, _end) = (0, kept);
        try
        {
            int count = stream.Read(_buffer.AsSpan(_end));
            _end += count;
            _ended = count == 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            _ended = true;
            bag.Error("CN3002", LineNumber + 1, 0, "the file cannot be read on: " + (e is InvalidDataException ? "its compressed data are damaged or cut" : "the medium failed"), "fetch it again");
        }
    }
}
