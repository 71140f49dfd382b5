using System.Buffers;
using System.Text;

namespace Constellation.Formats;

/// <summary>Structures in Thrift's compact protocol, in which Parquet writes its headers and its footer.</summary>
/// <remarks>[ThriftCompact]: a field is the distance to the number of the one before and a type; integers are zigzag varints; a structure ends with a zero.</remarks>
internal sealed class ThriftWriter(IBufferWriter<byte> sink)
{
    private const int True = 1, False = 2, Integer32 = 5, Integer64 = 6, Bytes = 8, List = 9, Structure = 12, LongList = 15;

    private readonly Stack<int> _outer = new();
    private int _field;

    /// <summary>Begins a structure that is no field: the outermost one, or one of a list.</summary>
    public ThriftWriter Begin()
    {
        _outer.Push(_field);
        _field = 0;
        return this;
    }

    public ThriftWriter Begin(int field)
    {
        Field(field, Structure);
        return Begin();
    }

    public ThriftWriter End()
    {
        Byte(0);
        _field = _outer.Pop();
        return this;
    }

    /// <summary>A structure without fields: it means what its number says.</summary>
    public ThriftWriter Mark(int field) => Begin(field).End();

    public ThriftWriter Flag(int field, bool value)
    {
        Field(field, value ? True : False);
        return this;
    }

    public ThriftWriter Int(int field, int value)
    {
        Field(field, Integer32);
        Varint(Zigzag(value));
        return this;
    }

    public ThriftWriter Long(int field, long value)
    {
        Field(field, Integer64);
        Varint(Zigzag(value));
        return this;
    }

    public ThriftWriter Text(int field, string value) => Binary(field, Encoding.UTF8.GetBytes(value));

    public ThriftWriter Binary(int field, ReadOnlySpan<byte> value)
    {
        Field(field, Bytes);
        Raw(value);
        return this;
    }

    public ThriftWriter Ints(int field, IReadOnlyCollection<int> values)
    {
        Items(field, values.Count, Integer32);
        foreach (int value in values)
        {
            Varint(Zigzag(value));
        }

        return this;
    }

    public ThriftWriter Texts(int field, IReadOnlyCollection<string> values)
    {
        Items(field, values.Count, Bytes);
        foreach (string value in values)
        {
            Raw(Encoding.UTF8.GetBytes(value));
        }

        return this;
    }

    /// <summary>Begins a list of structures; each follows between <see cref="Begin()"/> and <see cref="End"/>.</summary>
    public ThriftWriter Structures(int field, int count)
    {
        Items(field, count, Structure);
        return this;
    }

    private void Items(int field, int count, int type)
    {
        Field(field, List);
        Byte((byte)((Math.Min(count, LongList) << 4) | type));
        if (count >= LongList)
        {
            Varint((ulong)count);
        }
    }

    /// <summary>Numbers rise by less than 16 in every structure of Parquet.</summary>
    private void Field(int field, int type)
    {
        Byte((byte)(((field - _field) << 4) | type));
        _field = field;
    }

    private void Raw(ReadOnlySpan<byte> value)
    {
        Varint((ulong)value.Length);
        sink.Write(value);
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    private void Byte(byte value) => sink.Write([value]);

    private static ulong Zigzag(long value) => (ulong)((value << 1) ^ (value >> 63));
}
