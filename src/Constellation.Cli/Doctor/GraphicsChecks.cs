using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Cli;

/// <summary>Plots, their fonts, and the globe.</summary>
internal static class GraphicsChecks
{
    public static IEnumerable<DoctorFinding> All()
    {
        DoctorFinding plots = Plots();
        yield return plots;
        if (plots.State == DoctorState.Ok)
        {
            yield return Fonts(Path.Combine(AppContext.BaseDirectory, "ephemeris", "fonts"));
        }

        (bool available, string text) = OpenGlProbe.Describe();
        yield return DoctorFinding.Of("OpenGL", available, text, DoctorState.Absent, "runs go without their globe picture");
        (available, text) = WindowProbe.Describe();
        yield return DoctorFinding.Of("window", available, text, DoctorState.Absent, "'constellation view' opens no window; 'constellation render' draws the same picture");
        (available, text) = Ffmpeg.Describe();
        yield return DoctorFinding.Of("films", available, available ? $"WebP; MP4 and GIF by {text}" : $"WebP only: {text}", DoctorState.Absent, Ffmpeg.Remedy);
    }

    /// <summary>The native drawing library is there and draws: a red pixel.</summary>
    private static DoctorFinding Plots()
    {
        const string Remedy = "build or install the program for this system again: the library libSkiaSharp comes with it";
        try
        {
            using SKBitmap bitmap = new(4, 4);
            using SKCanvas canvas = new(bitmap);
            canvas.Clear(SKColors.Red);
            return DoctorFinding.Of("plots", bitmap.GetPixel(1, 1) == SKColors.Red, $"SkiaSharp {typeof(SKBitmap).Assembly.GetName().Version}", DoctorState.Broken, Remedy);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            return new("plots", DoctorState.Broken, $"the drawing library does not load: {e.GetBaseException().Message}", Remedy);
        }
    }

    /// <summary>The program's own fonts: without them text in pictures is not drawn, silently.</summary>
    internal static DoctorFinding Fonts(string folder)
    {
        string[] names = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.ttf").Order(StringComparer.Ordinal).Select(Family).OfType<string>()] : [];
        return DoctorFinding.Of(
            "fonts", names.Length > 0, names.Length > 0 ? string.Join(", ", names) : $"none in {folder}", DoctorState.Absent,
            "pictures and plots come without text; build or install the program again: its fonts come with it");
    }

    private static string? Family(string file)
    {
        using SKTypeface? face = SKTypeface.FromFile(file);
        return face is { GlyphCount: > 0 } ? $"{face.FamilyName}{(face.IsBold ? " bold" : "")}" : null;
    }
}
