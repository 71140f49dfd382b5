using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer.Film;

/// <summary>What is written is read back by Skia's decoder, which is not ours.</summary>
public class AnimatedWebPTests
{
    private const int Width = 64, Height = 48;

    private static readonly SKColor s_grey = new(40, 50, 60), s_red = new(200, 30, 30), s_green = new(30, 180, 40);

    [Fact]
    public void Frames_times_and_colours_come_back()
    {
        // A block moves; the third picture equals the second; 30 pictures a second do not divide into whole milliseconds.
        using SKCodec codec = Written(30, Picture(4, s_red), Picture(20, s_red), Picture(20, s_red), Picture(20, s_green), Picture(36, s_green));
        Assert.Equal((Width, Height, 4), (codec.Info.Width, codec.Info.Height, codec.FrameCount));
        Assert.Equal(-1, codec.RepetitionCount);
        Assert.Equal([33, 67, 33, 34], codec.FrameInfo.Select(f => f.Duration));
        Assert.Equal(s_red, Pixel(0, 8), Near);
        Assert.Equal(s_grey, Pixel(0, 24), Near);
        Assert.Equal(s_grey, Pixel(1, 8), Near);
        Assert.Equal(s_red, Pixel(1, 24), Near);
        Assert.Equal(s_green, Pixel(2, 24), Near);
        Assert.Equal(s_grey, Pixel(3, 24), Near);
        Assert.Equal(s_green, Pixel(3, 40), Near);

        SKColor Pixel(int frame, int x)
        {
            using SKBitmap bitmap = new(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels(), new SKCodecOptions(frame)));
            return bitmap.GetPixel(x, 20);
        }
    }

    [Fact]
    public void A_film_of_one_picture_is_a_film()
    {
        using SKCodec codec = Written(25, Picture(4, s_red));
        Assert.Equal(1, codec.FrameCount);
    }

    /// <summary>The file is lossy: colours of areas come back within some levels of 255.</summary>
    private static bool Near(SKColor a, SKColor b) => Math.Abs(a.Red - b.Red) < 14 && Math.Abs(a.Green - b.Green) < 14 && Math.Abs(a.Blue - b.Blue) < 14;

    private static SKCodec Written(double rate, params byte[][] pictures)
    {
        MemoryStream stream = new();
        using (AnimatedWebP film = new(stream, Width, Height, rate))
        {
            foreach (byte[] picture in pictures)
            {
                film.Add(picture);
            }

            film.Finish();
        }

        Assert.Equal(stream.Length - 8, BitConverter.ToUInt32(stream.ToArray(), 4));
        return SKCodec.Create(SKData.CreateCopy(stream.ToArray()));
    }

    /// <summary>A block of 12 pixels from a column on, the full height but for a border.</summary>
    private static byte[] Picture(int left, SKColor colour)
    {
        byte[] pixels = new byte[4 * Width * Height];
        for (int i = 0; i < Width * Height; i++)
        {
            SKColor c = i % Width >= left && i % Width < left + 12 && i / Width is > 7 and < 40 ? colour : s_grey;
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = (c.Red, c.Green, c.Blue, 255);
        }

        return pixels;
    }
}
