namespace Constellation.Viewer;

/// <summary>Two scenes in the halves of one picture, seen by one camera.</summary>
internal static class SideBySide
{
    /// <summary>The picture of one scene: the whole, or the half that each has.</summary>
    public static GlobeOptions Part(GlobeScene scene, GlobeOptions options) => scene.Beside is null ? options : options with { Width = Math.Max(1, options.Width / 2) };

    /// <summary>The scene at a place of the picture, and the place within it.</summary>
    public static (GlobeScene Scene, double X) At(GlobeScene scene, CameraView view, double x) => scene.Beside is { } right && x >= view.Width ? (right, x - view.Width) : (scene, x);

    /// <param name="left">Gives the camera where none is asked for.</param>
    /// <param name="right">The other.</param>
    /// <param name="options">Of the whole picture.</param>
    /// <param name="draw">Draws one half.</param>
    public static byte[] Draw(GlobeScene left, GlobeScene right, GlobeOptions options, Func<(GlobeScene Scene, GlobeOptions Options), byte[]> draw)
    {
        GlobeOptions part = Part(left, options);
        part = part with { Camera = GlobePicture.CameraOf(left, part) };
        int row = 4 * options.Width, half = 4 * part.Width;
        byte[] pixels = new byte[row * options.Height], a = draw((left, part)), b = draw((right, part));
        for (int y = 0; y < options.Height; y++)
        {
            a.AsSpan(y * half, half).CopyTo(pixels.AsSpan(y * row));
            b.AsSpan(y * half, half).CopyTo(pixels.AsSpan((y * row) + row - half));
            // A line between them.
            for (int x = half - 4; x < row - half + 4; x += 4)
            {
                (pixels[(y * row) + x], pixels[(y * row) + x + 1], pixels[(y * row) + x + 2], pixels[(y * row) + x + 3]) = (0x3a, 0x48, 0x58, 0xff);
            }
        }

        return pixels;
    }
}
