namespace Constellation.Formats;

/// <summary>Takes a line apart at its blanks.</summary>
internal ref struct WordReader(ReadOnlySpan<byte> line, int position)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Where the next word is looked for, from 0.</summary>
    public int Position { get; set; } = position;

    /// <summary>Column of the word given last, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>The next word, empty at the end of the line.</summary>
    public ReadOnlySpan<byte> Next()
    {
        ReadOnlySpan<byte> rest = _line[Math.Min(Position, _line.Length)..];
        int start = rest.IndexOfAnyExcept((byte)' ');
        if (start < 0)
        {
            Position = _line.Length;
            Column = _line.Length + 1;
            return default;
        }

        rest = rest[start..];
        int length = rest.IndexOf((byte)' ');
        length = length < 0 ? rest.Length : length;
        Column = Position + start + 1;
        Position += start + length;
        return rest[..length];
    }
}
