using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Constellation.Formats;

/// <summary>Texts in UTF-8.</summary>
internal sealed class TextColumn(TableColumn column) : CodedColumn<string>(column, StringComparer.Ordinal)
{
    private const int LongestBound = 64;

    public override int Type => ParquetChunk.Texts;

    protected override bool Same(string a, string b) => ReferenceEquals(a, b);

    protected override void WritePlain(ArrayBufferWriter<byte> sink, string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        Span<byte> span = sink.GetSpan(sizeof(int) + length);
        BinaryPrimitives.WriteInt32LittleEndian(span, length);
        Encoding.UTF8.GetBytes(value, span[sizeof(int)..]);
        sink.Advance(sizeof(int) + length);
    }

    protected override (byte[]? Least, byte[]? Greatest) Bounds()
    {
        byte[]? least = null, greatest = null;
        foreach (string text in Distinct)
        {
            byte[] value = Encoding.UTF8.GetBytes(text);
            if (value.Length > LongestBound)
            {
                return (null, null);
            }

            least = least is null || value.AsSpan().SequenceCompareTo(least) < 0 ? value : least;
            greatest = greatest is null || value.AsSpan().SequenceCompareTo(greatest) > 0 ? value : greatest;
        }

        return (least, greatest);
    }
}
