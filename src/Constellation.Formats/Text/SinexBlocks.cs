namespace Constellation.Formats;

/// <summary>The data lines of a file in the layout of SINEX, each with the block it stands in: comments and the marks of blocks are passed over. [SINEX]</summary>
/// <param name="lines">After the first line.</param>
/// <param name="bag">Told (CN3025) where the last line is missing.</param>
/// <param name="last">The last line, for that message: <c>%ENDSNX</c>.</param>
internal sealed class SinexBlocks(LineReader lines, DiagnosticBag bag, string last)
{
    private bool _ended;

    /// <summary>Name of the block of the line read last; empty outside blocks.</summary>
    public string Block { get; private set; } = "";

    /// <summary>The next data line, valid until the next call; false at the last line, the end of the file, or where too much is wrong.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (!_ended && !bag.Full && lines.TryRead(out line))
        {
            switch (line)
            {
                case [] or [(byte)'*', ..]:
                    break;
                case [(byte)'+', ..]:
                    Block = FixedField.Text(line[1..]);
                    break;
                case [(byte)'-', ..]:
                    Block = FixedField.Text(line[1..]) == Block ? "" : Block;
                    break;
                case [(byte)'%', ..]:
                    _ended = line.StartsWith("%END"u8) || line.StartsWith("%=END"u8);
                    break;
                default:
                    return true;
            }
        }

        if (!_ended && !bag.Full)
        {
            _ended = true;
            bag.Error("CN3025", lines.LineNumber, 0, $"the file ends without its {last} line", "the file is cut: fetch it again");
        }

        line = default;
        return false;
    }
}
