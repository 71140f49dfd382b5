using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Constellation.Reporting;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Makes the graphics library's SVG one that looks the same on every machine: text becomes outlines of the typeface that it was laid out with, each glyph drawn once and used where it stands.</summary>
internal static partial class PanelSvg
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg", s_link = "http://www.w3.org/1999/xlink";

    /// <param name="text">As the library wrote it.</param>
    /// <param name="width">px.</param>
    /// <param name="height">px.</param>
    /// <param name="title">What it shows, for those who cannot see it.</param>
    public static string Tidy(string text, int width, int height, string title)
    {
        XElement svg = XDocument.Parse(text).Root!;
        Dictionary<(int Rune, float Size, bool Bold), string> names = [];
        XElement glyphs = new(s_svg + "defs");
        foreach (XElement written in svg.Descendants(s_svg + "text").ToArray())
        {
            written.ReplaceWith(Outlines(written, names, glyphs));
        }

        SvgFigure.Rename(svg, "clip");
        foreach (XAttribute attribute in svg.Descendants().Attributes().Where(a => a.Name.LocalName is "d" or "points" or "transform" or "x" or "y" or "width" or "height").ToArray())
        {
            attribute.Value = LongNumber().Replace(attribute.Value, m => Short(double.Parse(m.Value, CultureInfo.InvariantCulture)));
        }

        svg.AddFirst(glyphs);
        svg.SetAttributeValue("viewBox", $"0 0 {width} {height}");
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", title);
        return svg.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Outlines(XElement written, Dictionary<(int, float, bool), string> names, XElement glyphs)
    {
        float size = (float)Number(written.Attribute("font-size")?.Value ?? "12");
        bool bold = written.Attribute("font-weight")?.Value is { } weight && weight is not ("normal" or "400");
        using SKFont font = new(bold ? Fonts.Bold : Fonts.Regular, size);
        double[] x = Numbers(written.Attribute("x")?.Value), y = Numbers(written.Attribute("y")?.Value);
        XElement line = new(s_svg + "g");
        foreach (XAttribute attribute in written.Attributes().Where(a => !a.Name.LocalName.StartsWith("font", StringComparison.Ordinal) && a.Name.LocalName is not ("x" or "y" or "text-anchor" or "space")))
        {
            line.SetAttributeValue(attribute.Name, attribute.Value);
        }

        int at = 0;
        // The writer puts text on a line of its own.
        foreach (Rune rune in written.Value.Trim().EnumerateRunes())
        {
            double left = x.Length == 0 ? 0 : x[Math.Min(at, x.Length - 1)], foot = y.Length == 0 ? 0 : y[Math.Min(at, y.Length - 1)];
            at++;
            if (!names.TryGetValue((rune.Value, size, bold), out string? name))
            {
                using SKPath glyph = font.GetTextPath(rune.ToString(), SKPoint.Empty);
                string outline = LongNumber().Replace(glyph.ToSvgPathData(), m => Short(double.Parse(m.Value, CultureInfo.InvariantCulture)));
                names[(rune.Value, size, bold)] = name = outline.Length == 0 ? "" : $"g{names.Count}";
                if (name.Length > 0)
                {
                    glyphs.Add(new XElement(s_svg + "path", new XAttribute("id", name), new XAttribute("d", outline)));
                }
            }

            if (name.Length > 0)
            {
                line.Add(new XElement(s_svg + "use", new XAttribute(s_link + "href", "#" + name), new XAttribute("x", Short(left)), new XAttribute("y", Short(foot))));
            }
        }

        return line;
    }

    private static double[] Numbers(string? list) => [.. (list ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static double Number(string text) => double.TryParse(text.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out double value) ? value : 0;

    private static string Short(double value)
    {
        string text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    [GeneratedRegex(@"-?\d*\.\d{3,}(?:[eE][-+]?\d+)?|-?\d+(?:\.\d+)?[eE][-+]?\d+")]
    private static partial Regex LongNumber();
}
