using SkiaSharp;

namespace Constellation.Tests.Viewer.Golden;

/// <summary>Stored pictures in <c>data/golden</c>, and how far a picture may be from one.</summary>
/// <remarks>
/// On one machine pictures are equal bit for bit. Other versions of Mesa place edges of lines and points elsewhere by parts of a pixel and round colours otherwise:
/// the limits leave room for that (assumed, no second version was at hand). What is missing, shifted by 3 pixels, or of another colour exceeds one of them, as tests of this class show.
/// </remarks>
internal static class GoldenImage
{
    /// <summary>Mean absolute difference over all pixels and colours, of 255.</summary>
    private const double MeanLimit = 1.2;

    /// <summary>A pixel differs where a colour does by more than this, of 255; and the share of pixels that may.</summary>
    private const int PixelLimit = 40;

    private const double ShareLimit = 0.012;

    /// <summary>Set to 1, the tests write the pictures instead of comparing.</summary>
    public const string RenewVariable = "CONSTELLATION_RENEW_GOLDEN";

    public static bool Renews => Environment.GetEnvironmentVariable(RenewVariable) == "1";

    public static string Source(string name) => Path.Combine(Repository.Root, "tests", "Constellation.Tests", "data", "golden", name + ".png");

    public static void Write(string path, byte[] rgba)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using SKBitmap bitmap = Bitmap(rgba);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, png.ToArray());
    }

    /// <summary>The pixels of a stored picture, RGBA.</summary>
    public static byte[] Read(string name)
    {
        string path = TestData.Local(Path.Combine("golden", name + ".png"));
        Assert.True(File.Exists(path), $"{path} is missing: run these tests once with {RenewVariable}=1 and look at the pictures");
        using SKBitmap bitmap = SKBitmap.Decode(path, new SKImageInfo(GoldenScene.Width, GoldenScene.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        return bitmap.Bytes;
    }

    public static (double Mean, double Share) Difference(byte[] a, byte[] b)
    {
        Assert.Equal(a.Length, b.Length);
        (long sum, int differing) = (0, 0);
        for (int i = 0; i < a.Length; i += 4)
        {
            int most = 0;
            for (int c = i; c < i + 3; c++)
            {
                int d = Math.Abs(a[c] - b[c]);
                (sum, most) = (sum + d, Math.Max(most, d));
            }

            differing += most > PixelLimit ? 1 : 0;
        }

        return (sum / (0.75 * a.Length), differing / (0.25 * a.Length));
    }

    /// <summary>Whether a picture passes for the stored one.</summary>
    public static bool Passes((double Mean, double Share) difference) => difference.Mean <= MeanLimit && difference.Share <= ShareLimit;

    private static SKBitmap Bitmap(byte[] rgba)
    {
        SKBitmap bitmap = new(new SKImageInfo(GoldenScene.Width, GoldenScene.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        rgba.AsSpan().CopyTo(bitmap.GetPixelSpan());
        return bitmap;
    }
}
