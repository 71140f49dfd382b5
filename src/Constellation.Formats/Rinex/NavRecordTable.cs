namespace Constellation.Formats;

/// <summary>The records of navigation files as numbers, in the order of the file: one array for all values.</summary>
/// <remarks>
/// Values are numbered as the tables of RINEX print them: three of the first line (clock terms), then four for each line that follows; NaN where
/// the field is blank. Units are those of the file. A STO record has no values on its first line.
/// </remarks>
public sealed class NavRecordTable
{
    /// <summary>A merged file of a day has 10 MB.</summary>
    private const long MostBytesInAdvance = 64 << 20;

    private readonly List<NavRecordHead> _heads = [];
    private readonly List<int> _ends = [];
    private double[] _values;
    private int _used;

    public NavRecordTable()
        : this(0)
    {
    }

    /// <param name="bytes">Size of the text to come, 0 where it is not known: room is made for what it can hold.</param>
    internal NavRecordTable(long bytes)
    {
        const int bytesPerValue = 20, bytesPerRecord = 400;
        bytes = Math.Min(bytes, MostBytesInAdvance);
        _values = new double[bytes / bytesPerValue];
        _heads.EnsureCapacity((int)(bytes / bytesPerRecord));
        _ends.EnsureCapacity((int)(bytes / bytesPerRecord));
    }

    public int Count => _heads.Count;

    public NavRecordHead this[int index] => _heads[index];

    /// <summary>The values of a record; valid until the next <see cref="Add"/>.</summary>
    public ReadOnlySpan<double> ValuesOf(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _values.AsSpan(start, _ends[index] - start);
    }

    public void Add(in NavRecordHead head, ReadOnlySpan<double> values)
    {
        if (_values.Length - _used < values.Length)
        {
            Array.Resize(ref _values, Math.Max(2 * _values.Length, Math.Max(4096, _used + values.Length)));
        }

        values.CopyTo(_values.AsSpan(_used));
        _used += values.Length;
        _heads.Add(head);
        _ends.Add(_used);
    }

    public void AddAll(NavRecordTable other)
    {
        for (int i = 0; i < other.Count; i++)
        {
            Add(other[i], other.ValuesOf(i));
        }
    }
}
