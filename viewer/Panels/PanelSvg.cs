using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Makes the graphics library's SVG one that looks the same on every machine: text becomes outlines of the typeface that it was laid out with.</summary>
internal static class PanelSvg
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <param name="text">As the library wrote it.</param>
    /// <param name="width">px.</param>
    /// <param name="height">px.</param>
    /// <param name="title">What it shows, for those who cannot see it.</param>
    public static string Tidy(string text, int width, int height, string title)
    {
        XElement svg = XDocument.Parse(text).Root!;
        foreach (XElement written in svg.Descendants(s_svg + "text").ToArray())
        {
            written.ReplaceWith(Outlines(written));
        }

        svg.SetAttributeValue("viewBox", $"0 0 {width} {height}");
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", title);
        return svg.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Outlines(XElement written)
    {
        float size = (float)Number(written.Attribute("font-size")?.Value ?? "12");
        using SKFont font = new(written.Attribute("font-weight")?.Value is { } weight && weight != "normal" && weight != "400" ? Fonts.Bold : Fonts.Regular, size);
        double[] x = Numbers(written.Attribute("x")?.Value), y = Numbers(written.Attribute("y")?.Value);
        StringBuilder outlines = new();
        int at = 0;
        // The writer puts text on a line of its own.
        foreach (Rune rune in written.Value.Trim().EnumerateRunes())
        {
            double left = x.Length == 0 ? 0 : x[Math.Min(at, x.Length - 1)], line = y.Length == 0 ? 0 : y[Math.Min(at, y.Length - 1)];
            using SKPath glyph = font.GetTextPath(rune.ToString(), new SKPoint((float)left, (float)line));
            outlines.Append(glyph.ToSvgPathData());
            at++;
        }

        XElement path = new(s_svg + "path", new XAttribute("d", outlines.ToString()));
        foreach (XAttribute attribute in written.Attributes().Where(a => !a.Name.LocalName.StartsWith("font", StringComparison.Ordinal) && a.Name.LocalName is not ("x" or "y" or "text-anchor" or "space")))
        {
            path.SetAttributeValue(attribute.Name, attribute.Value);
        }

        return path;
    }

    private static double[] Numbers(string? list) => [.. (list ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static double Number(string text) => double.TryParse(text.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out double value) ? value : 0;
}
