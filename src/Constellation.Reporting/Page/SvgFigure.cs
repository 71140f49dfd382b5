using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>A plot as SVG: scalable, with names of its own on a page, coordinates to a hundredth of a pixel, and fonts to fall back on.</summary>
internal static partial class SvgFigure
{
    private const string Fonts = "'DejaVu Sans', Verdana, Geneva, sans-serif";

    /// <param name="plot">The plot.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="name">Unique on the page.</param>
    /// <param name="alt">What is seen.</param>
    public static XElement Of(Plot plot, int width, int height, string name, string alt)
    {
        XElement svg = XDocument.Parse(plot.GetSvgXml(width, height), LoadOptions.PreserveWhitespace).Root!;
        foreach (XAttribute attribute in svg.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration).ToArray())
        {
            Tidy(attribute);
        }

        Rename(svg, name);
        svg.SetAttributeValue("width", null);
        svg.SetAttributeValue("height", null);
        svg.SetAttributeValue("viewBox", $"0 0 {width} {height}");
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", alt);
        return svg;
    }

    /// <summary>Numbers the clip paths, one for each shape: the library counts them on through the life of the process and repeats them.</summary>
    internal static void Rename(XElement svg, string name)
    {
        Dictionary<string, string> byShape = [], byOldName = [];
        foreach (XElement element in svg.Descendants().Where(e => e.Attribute("id") is not null).ToArray())
        {
            XAttribute id = element.Attribute("id")!;
            string shape = element.Name.LocalName + string.Concat(element.Elements()), old = id.Value;
            if (byShape.TryGetValue(shape, out string? known))
            {
                byOldName[old] = known;
                element.Remove();
                continue;
            }

            byShape[shape] = byOldName[old] = id.Value = $"{name}-{byShape.Count + 1}";
        }

        foreach (XAttribute attribute in svg.Descendants().Attributes().Where(a => a.Value.Contains("url(#", StringComparison.Ordinal)))
        {
            attribute.Value = Reference().Replace(attribute.Value, m => $"url(#{byOldName[m.Groups[1].Value]})");
        }
    }

    private static void Tidy(XAttribute attribute)
    {
        switch (attribute.Name.LocalName)
        {
            case "font-family":
                attribute.Value = Fonts;
                break;
            case "d" or "points" or "x" or "y" or "transform":
                // The places of glyphs come with a comma at the end, for which a strict reader drops the whole list.
                attribute.Value = LongNumber().Replace(attribute.Value, m => Short(m.Value)).TrimEnd(',', ' ');
                break;
        }
    }

    private static string Short(string number)
    {
        string text = double.Parse(number, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    [GeneratedRegex(@"-?\d*\.\d{3,}(?:[eE][-+]?\d+)?|-?\d+(?:\.\d+)?[eE][-+]?\d+")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"url\(#([^)]+)\)")]
    private static partial Regex Reference();
}
