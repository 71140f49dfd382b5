using System.Buffers;
using System.Buffers.Binary;

namespace Constellation.Formats;

/// <summary>Texts or integers, of which many are alike: every value is kept once, the rows are codes.</summary>
internal abstract class CodedColumn<T>(TableColumn column, IEqualityComparer<T>? comparer = null) : ParquetColumn(column)
    where T : notnull
{
    private const int None = -1;

    /// <summary>Beyond, codes save nothing.</summary>
    private const int MostDistinct = 65_536;

    private readonly Dictionary<T, int> _codes = new(comparer);
    private readonly List<T> _distinct = [];
    private readonly List<int> _rows = [];
    private int _missing, _last = None;

    protected IReadOnlyList<T> Distinct => _distinct;

    public void Add(T value)
    {
        if (_last < 0 || !Same(value, _distinct[_last]))
        {
            _last = CodeOf(value);
        }

        _rows.Add(_last);
    }

    public void AddMissing()
    {
        _missing++;
        _rows.Add(None);
    }

    public override ParquetChunk WriteTo(ParquetPages pages, ArrayBufferWriter<byte> sink, long offset)
    {
        int[] codes = [.. _rows];
        ArrayBufferWriter<byte> data = new(codes.Length + 16);
        if (Column.Optional)
        {
            WriteLevels(data, codes);
            codes = _missing == 0 ? codes : Array.FindAll(codes, c => c != None);
        }

        bool coded = _distinct.Count <= MostDistinct && 2 * _distinct.Count <= codes.Length;
        ArrayBufferWriter<byte> plain = coded ? new() : data;
        if (coded)
        {
            int width = HybridRuns.WidthOf(_distinct.Count);
            data.Write([(byte)width]);
            HybridRuns.Write(data, codes, width);
        }

        for (int i = 0; i < (coded ? _distinct.Count : codes.Length); i++)
        {
            WritePlain(plain, _distinct[coded ? i : codes[i]]);
        }

        ParquetChunk chunk = pages.Write(sink, offset, coded ? plain.WrittenMemory : (ReadOnlyMemory<byte>?)null, _distinct.Count, data.WrittenMemory, _rows.Count, Type);
        (byte[]? least, byte[]? greatest) = _distinct.Count == 0 ? (null, null) : Bounds();
        chunk = chunk with { Least = least, Greatest = greatest, Missing = _missing };
        _codes.Clear();
        _distinct.Clear();
        _rows.Clear();
        (_missing, _last) = (0, None);
        return chunk;
    }

    /// <summary>A quick look before the dictionary is asked; false is no harm.</summary>
    protected abstract bool Same(T a, T b);

    protected abstract void WritePlain(ArrayBufferWriter<byte> sink, T value);

    /// <summary>Least and greatest value by which readers pass over what they are not asked for; null where they would be long.</summary>
    protected abstract (byte[]? Least, byte[]? Greatest) Bounds();

    private int CodeOf(T value)
    {
        if (!_codes.TryGetValue(value, out int code))
        {
            code = _distinct.Count;
            _codes.Add(value, code);
            _distinct.Add(value);
        }

        return code;
    }

    private static void WriteLevels(ArrayBufferWriter<byte> data, int[] codes)
    {
        ArrayBufferWriter<byte> levels = new();
        HybridRuns.Write(levels, Array.ConvertAll(codes, c => c == None ? 0 : 1), width: 1);
        BinaryPrimitives.WriteInt32LittleEndian(data.GetSpan(sizeof(int)), levels.WrittenCount);
        data.Advance(sizeof(int));
        data.Write(levels.WrittenSpan);
    }
}
