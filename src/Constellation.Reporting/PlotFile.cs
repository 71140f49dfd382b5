using System.Text;
using System.Xml.Linq;

namespace Constellation.Reporting;

/// <summary>A figure as a file of its own.</summary>
public static class PlotFile
{
    /// <summary>Twice the pixels of a page: sharp on any screen.</summary>
    private const int Scale = 2;

    /// <summary>Whether a file's name ends as a picture's: <c>.png</c>, <c>.svg</c>.</summary>
    public static bool IsPicture(string path) => Ending(path) is ".png" or ".svg";

    /// <summary>Writes it in the format that the file's name tells; the stream stays open.</summary>
    public static void Write(Stream stream, RunPlot plot, string path)
    {
        if (Ending(path) == ".svg")
        {
            WriteSvg(stream, plot);
        }
        else
        {
            WritePng(stream, plot);
        }
    }

    /// <summary>Writes a PNG; the stream stays open.</summary>
    public static void WritePng(Stream stream, RunPlot plot)
    {
        using ScottPlot.Plot drawn = plot.Draw();
        stream.Write(PlotImage.Png(drawn, plot.Size.Width, plot.Size.Height, Scale));
    }

    /// <summary>Writes an SVG; the stream stays open.</summary>
    public static void WriteSvg(Stream stream, RunPlot plot)
    {
        using ScottPlot.Plot drawn = plot.Draw();
        XElement svg = SvgFigure.Of(drawn, plot.Size.Width, plot.Size.Height, plot.Name, plot.AltText);
        stream.Write(Encoding.UTF8.GetBytes(svg.ToString(SaveOptions.DisableFormatting) + "\n"));
    }

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
