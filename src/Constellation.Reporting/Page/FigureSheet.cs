using System.Text;
using System.Xml.Linq;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Draws figures for a page and keeps each as a file: curves as SVG, maps as PNG.</summary>
internal sealed class FigureSheet
{
    /// <summary>Pixels of a map per pixel of the page: sharp on paper and on dense screens.</summary>
    private const int ImageScale = 2;

    private readonly List<(string Name, byte[] Content)> _files = [];

    public IReadOnlyList<(string Name, byte[] Content)> Files => _files;

    /// <summary>A figure with its caption; nothing where there is nothing to draw.</summary>
    public XElement? Figure(RunPlot figure)
    {
        if (!figure.HasData)
        {
            return null;
        }

        using Plot plot = figure.Draw();
        XElement drawing = figure.IsImage ? Image(figure, plot) : Curves(figure, plot);
        return Html.Tag("figure", Html.Id("figure-" + figure.Name), Html.Tag("div", Html.Class("drawing"), drawing), Html.Tag("figcaption", figure.Caption));
    }

    private XElement Curves(RunPlot figure, Plot plot)
    {
        XElement svg = SvgFigure.Of(plot, figure.Size.Width, figure.Size.Height, figure.Name, figure.AltText);
        _files.Add((figure.Name + ".svg", Encoding.UTF8.GetBytes(svg.ToString(SaveOptions.DisableFormatting) + "\n")));
        return svg;
    }

    private XElement Image(RunPlot figure, Plot plot)
    {
        byte[] png = PlotImage.Png(plot, figure.Size.Width, figure.Size.Height, ImageScale);
        _files.Add((figure.Name + ".png", png));
        return Html.Tag(
            "img",
            Html.Attribute("src", "data:image/png;base64," + Convert.ToBase64String(png)),
            Html.Attribute("width", figure.Size.Width.ToString()),
            Html.Attribute("height", figure.Size.Height.ToString()),
            Html.Attribute("alt", figure.AltText));
    }
}
