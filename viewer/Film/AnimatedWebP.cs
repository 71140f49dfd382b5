using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Constellation.Core;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Writes an animated WebP picture by picture: each is encoded by itself, only where it differs from the one before. Loops for ever.</summary>
/// <remarks>[RFC9649] section 2.7. One picture is held at a time: Skia's own encoder of animations holds all of them, 2 GB for a minute at 1280 x 720.</remarks>
internal sealed class AnimatedWebP : IFilmSink
{
    /// <summary>Lossy; at 80 the Earth and thin lines look as in the PNG.</summary>
    private const int Quality = 80;

    /// <summary>The file tells its length in 32 bits.</summary>
    private const long MostBytes = uint.MaxValue - 1024L;

    private readonly Stream _stream;
    private readonly int _width, _height;
    private readonly double _framesPerSecond;
    private byte[]? _before;
    private byte[] _data = [];
    private SKRectI _box;
    private int _count, _start;

    /// <param name="stream">Can be sought in; stays open.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="framesPerSecond">Times are rounded to milliseconds, without running away.</param>
    public AnimatedWebP(Stream stream, int width, int height, double framesPerSecond)
    {
        (_stream, _width, _height, _framesPerSecond) = (stream, width, height, framesPerSecond);
        Span<byte> head = stackalloc byte[44];
        "RIFF"u8.CopyTo(head);
        "WEBPVP8X"u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 10);
        head[20] = 2; // An animation, without transparency.
        Three(head[24..], width - 1);
        Three(head[27..], height - 1);
        "ANIM"u8.CopyTo(head[30..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[34..], 6);
        head[41] = 255; // Background: black, opaque (blue, green, red, alpha); then no end of loops.
        _stream.Write(head);
    }

    public void Add(byte[] rgba)
    {
        SKRectI box = _before is null ? new SKRectI(0, 0, _width, _height) : Changed(_before, rgba);
        if (box.IsEmpty)
        {
            // The picture before stays longer.
            _count++;
            return;
        }

        Flush();
        (_box, _data, _start) = (box, Encode(rgba, box), _count++);
        _before = rgba;
    }

    public void Finish()
    {
        Flush();
        long length = _stream.Position;
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(length - 8));
        _stream.Position = 4;
        _stream.Write(size);
        _stream.Position = length;
    }

    public void Dispose()
    {
    }

    private void Flush()
    {
        if (_data.Length == 0)
        {
            return;
        }

        if (_stream.Position + _data.Length > MostBytes)
        {
            throw new InputException(Diagnostic.Error("CN5078", new SourceSpan("--output"), "the film is larger than a WebP can be, 4 GiB", "make it smaller or shorter, or write an MP4"));
        }

        Span<byte> head = stackalloc byte[24];
        "ANMF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], 16 + _data.Length);
        Three(head[8..], _box.Left / 2);
        Three(head[11..], _box.Top / 2);
        Three(head[14..], _box.Width - 1);
        Three(head[17..], _box.Height - 1);
        Three(head[20..], Milliseconds(_count) - Milliseconds(_start));
        head[23] = 2; // Replaces what was there.
        _stream.Write(head);
        _stream.Write(_data);
        _data = [];
    }

    private int Milliseconds(int count) => (int)Math.Round(1000 * count / _framesPerSecond);

    /// <summary>The least rectangle outside which both are equal; its corner is at even pixels, as the format wants.</summary>
    private SKRectI Changed(byte[] before, byte[] now)
    {
        int row = 4 * _width, top = 0, bottom = _height;
        while (top < bottom && Row(before, top).SequenceEqual(Row(now, top)))
        {
            top++;
        }

        while (bottom > top && Row(before, bottom - 1).SequenceEqual(Row(now, bottom - 1)))
        {
            bottom--;
        }

        int left = _width, right = 0;
        for (int y = top; y < bottom; y++)
        {
            ReadOnlySpan<uint> a = MemoryMarshal.Cast<byte, uint>(Row(before, y)), b = MemoryMarshal.Cast<byte, uint>(Row(now, y));
            int same = a.CommonPrefixLength(b);
            left = Math.Min(left, same);
            int end = _width;
            while (end > Math.Max(same, right) && a[end - 1] == b[end - 1])
            {
                end--;
            }

            right = Math.Max(right, same < _width ? end : 0);
        }

        return top < bottom ? new SKRectI(left & ~1, top & ~1, right, bottom) : SKRectI.Empty;

        Span<byte> Row(byte[] pixels, int y) => pixels.AsSpan(y * row, row);
    }

    /// <summary>The chunk of image data of a picture that is encoded by itself.</summary>
    private byte[] Encode(byte[] rgba, SKRectI box)
    {
        GCHandle pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        try
        {
            using SKPixmap whole = new(new SKImageInfo(_width, _height, SKColorType.Rgba8888, SKAlphaType.Opaque), pin.AddrOfPinnedObject(), _width * 4);
            using SKPixmap part = whole.ExtractSubset(box) ?? throw new InvalidOperationException("the picture has no such part");
            using SKData data = part.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality)) ?? throw new InvalidOperationException("the picture was not encoded");
            return Image(data.AsSpan());
        }
        finally
        {
            pin.Free();
        }
    }

    private static byte[] Image(ReadOnlySpan<byte> file)
    {
        for (int at = 12; at + 8 <= file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]), whole = 8 + length + (length & 1);
            if (file.Slice(at, 4).SequenceEqual("VP8 "u8) || file.Slice(at, 4).SequenceEqual("VP8L"u8))
            {
                return file.Slice(at, whole).ToArray();
            }

            at += whole;
        }

        throw new InvalidOperationException("the encoded picture holds no image");
    }

    private static void Three(Span<byte> to, int value) => (to[0], to[1], to[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
