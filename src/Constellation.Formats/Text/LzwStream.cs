namespace Constellation.Formats;

/// <summary>Unpacks what the Unix program compress wrote (<c>.Z</c>), in which archives keep observations of before 2021. [Welch84]</summary>
/// <remarks>
/// Codes of 9 to 16 bits, lowest bit first, in groups of eight: where the width changes, or the table is cleared, the rest of a group is padding.
/// The format has neither length nor checksum: a file that was cut at a code is not told from a whole one here, but by what is in it.
/// </remarks>
internal sealed class LzwStream : ForwardStream
{
    private const int FirstWidth = 9, MostWidth = 16, Clear = 256, CodesPerGroup = 8;

    private readonly bool _block;
    private readonly int _mostWidth;
    private readonly ushort[] _prefix = new ushort[1 << MostWidth];
    private readonly byte[] _suffix = new byte[1 << MostWidth];
    private readonly byte[] _stack = new byte[1 << MostWidth];
    private readonly byte[] _group = new byte[MostWidth];
    private int _groupBits;
    private int _offset;
    private int _width = FirstWidth;
    private int _free;
    private int _last = -1;
    private byte _first;
    private int _pending;

    /// <param name="packed">After its first two bytes, 1F 9D. Taken over.</param>
    public LzwStream(Stream packed)
        : base(packed)
    {
        int flags = packed.ReadByte();
        _block = (flags & 0x80) != 0;
        _mostWidth = flags & 0x1F;
        _free = _block ? Clear + 1 : Clear;
        for (int i = 0; i < 256; i++)
        {
            _suffix[i] = (byte)i;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_mostWidth is < FirstWidth or > MostWidth)
        {
            throw new InvalidDataException($"codes of {_mostWidth} bits");
        }

        int count = 0;
        while (count < buffer.Length && (_pending > 0 || TryDecode()))
        {
            while (_pending > 0 && count < buffer.Length)
            {
                buffer[count++] = _stack[--_pending];
            }
        }

        return count;
    }

    /// <summary>Puts the text of the next code on the stack, last byte first; false at the end.</summary>
    private bool TryDecode()
    {
        int code = NextCode();
        if (code == Clear && _block && _last >= 0)
        {
            (_free, _width, _offset, _groupBits) = (Clear, FirstWidth, 0, 0);
            code = NextCode();
        }

        if (code < 0)
        {
            return false;
        }

        if (_last < 0)
        {
            if (code >= Clear)
            {
                throw new InvalidDataException("the first code is no byte");
            }

            (_last, _first, _stack[0], _pending) = (code, (byte)code, (byte)code, 1);
            return true;
        }

        int given = code;
        if (code >= _free)
        {
            if (code > _free)
            {
                throw new InvalidDataException("a code that was not defined");
            }

            _stack[_pending++] = _first;        // the code that is being defined: the last text and its own first byte
            code = _last;
        }

        while (code >= Clear)
        {
            if (_pending >= _stack.Length - 1)
            {
                throw new InvalidDataException("codes that lead in a circle");
            }

            _stack[_pending++] = _suffix[code];
            code = _prefix[code];
        }

        _first = _suffix[code];
        _stack[_pending++] = _first;
        if (_free < 1 << _mostWidth)
        {
            (_prefix[_free], _suffix[_free]) = ((ushort)_last, _first);
            _free++;
        }

        _last = given;
        return true;
    }

    private int NextCode()
    {
        if (_width < _mostWidth && _free > (1 << _width) - 1)
        {
            _width++;
            (_offset, _groupBits) = (0, 0);
        }

        if (_offset + _width > _groupBits)
        {
            int bytes = Source.ReadAtLeast(_group.AsSpan(0, _width * CodesPerGroup / 8), _width, throwOnEndOfStream: false);
            (_offset, _groupBits) = (0, 8 * bytes);
            if (_width > _groupBits)
            {
                return -1;
            }
        }

        int at = _offset >> 3, code = _group[at] | (_group[at + 1] << 8) | (at + 2 < MostWidth ? _group[at + 2] << 16 : 0);
        code = (code >> (_offset & 7)) & ((1 << _width) - 1);
        _offset += _width;
        return code;
    }
}
