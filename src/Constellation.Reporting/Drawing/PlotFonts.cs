using Constellation.Core;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>The typeface of every figure: DejaVu Sans from <c>ephemeris/fonts</c> beside the program, so that figures look the same on a machine without fonts.</summary>
public static class PlotFonts
{
    public const string Name = "DejaVu Sans";

    private static readonly Lazy<bool> s_registered = new(Register);

    /// <summary>Makes the typeface known to the plot library; further calls do nothing.</summary>
    /// <exception cref="InputException">CN5104: a file of the program is missing. Without it, text would vanish silently.</exception>
    public static void Ensure() => _ = s_registered.Value;

    private static bool Register()
    {
        // Titles and axis labels are bold: without that face they would be empty.
        Fonts.AddFontFile(Name, Find("DejaVuSans.ttf"), bold: false, italic: false);
        Fonts.AddFontFile(Name, Find("DejaVuSans-Bold.ttf"), bold: true, italic: false);
        Fonts.Default = Name;
        return true;
    }

    private static string Find(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "ephemeris", "fonts", file);
        return File.Exists(path)
            ? path
            : throw new InputException(Diagnostic.Error("CN5104", new SourceSpan(path), "a font of the program is missing", "install the program again"));
    }
}
