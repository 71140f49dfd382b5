using Constellation.Core;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Pictures of the whole Earth from a folder of the user, instead of the drawn one: <c>earth-day</c> and, where there is one, <c>earth-night</c>, as JPEG or PNG.</summary>
/// <remarks>Equirectangular: twice as wide as high, north at the top, 180 degrees west at the left edge. For the whole process: each context loads them once.</remarks>
public static class EarthPhotoFiles
{
    /// <summary>The variable that names the folder.</summary>
    public const string Variable = "CONSTELLATION_TEXTURES";

    /// <summary>Larger pictures are made smaller, px: what memory is worth.</summary>
    private const int GreatestWidth = 4096;

    private static readonly string[] s_kinds = [".jpg", ".jpeg", ".png"];

    /// <summary>Null: none.</summary>
    public static string? Folder { get; private set; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    /// <summary>Takes the pictures of a folder from now on; null: none.</summary>
    /// <exception cref="InputException">The folder or its picture by day is not there.</exception>
    public static void Use(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw Wrong("CN5021", folder, "is not a folder", "give a folder that holds earth-day.jpg, and earth-night.jpg if wanted");
        }

        if (folder is not null && Find(folder, "earth-day") is null)
        {
            throw Wrong("CN5022", folder, "holds no picture earth-day.jpg or earth-day.png", "put one there: the whole Earth, twice as wide as high");
        }

        Folder = folder;
    }

    /// <summary>Both pictures, the second only where there is one; null where none are wanted.</summary>
    /// <exception cref="InputException">A file is no picture of the whole Earth.</exception>
    internal static (SKBitmap Day, SKBitmap? Night)? Read()
    {
        if (Folder is not { } folder)
        {
            return null;
        }

        Use(folder);
        SKBitmap day = Read(Find(folder, "earth-day")!);
        return (day, Find(folder, "earth-night") is { } night ? Read(night) : null);
    }

    private static string? Find(string folder, string name) => s_kinds.Select(kind => Path.Combine(folder, name + kind)).FirstOrDefault(File.Exists);

    private static SKBitmap Read(string path)
    {
        using SKCodec? codec = Codec(path);
        if (codec is null)
        {
            throw Wrong("CN5023", path, "is not a JPEG or PNG picture that can be read", "give another file");
        }

        (int width, int height) = (codec.Info.Width, codec.Info.Height);
        if (Math.Abs(width - (2 * height)) > 0.02 * width || width is < 64 or > 21_600)
        {
            throw Wrong("CN5023", path, $"is {width} x {height} pixels, not a picture of the whole Earth", "give one that is twice as wide as high, from 64 to 21600 pixels wide");
        }

        SKBitmap bitmap = new(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            bitmap.Dispose();
            throw Wrong("CN5023", path, "is damaged or cut short", "copy it again");
        }

        if (width <= GreatestWidth)
        {
            return bitmap;
        }

        using (bitmap)
        {
            return bitmap.Resize(new SKImageInfo(GreatestWidth, GreatestWidth / 2, SKColorType.Rgba8888, SKAlphaType.Premul), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
    }

    private static SKCodec? Codec(string path)
    {
        try
        {
            return SKCodec.Create(new MemoryStream(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong("CN5023", path, $"cannot be read: {e.Message}", "check the file and its rights");
        }
    }

    private static InputException Wrong(string code, string path, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan(path), problem, remedy));
}
