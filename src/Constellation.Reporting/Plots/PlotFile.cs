using System.Xml.Linq;
using Constellation.Core;
using Constellation.Formats;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>A figure as a file of its own: PNG or SVG by the ending of the name.</summary>
public static class PlotFile
{
    private const int Scale = 2;

    /// <summary>Whether the name ends as a picture's does.</summary>
    public static bool IsPicture(string path) => Path.GetExtension(path).ToLowerInvariant() is ".png" or ".svg";

    /// <exception cref="InputException">CN1003: the name ends in neither.</exception>
    public static void Write(string path, RunPlot figure)
    {
        if (!IsPicture(path))
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--output"), $"'{path}' is neither a .png nor a .svg file", "end the name in .png or .svg"));
        }

        Plot plot = figure.Draw();
        if (Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            XElement svg = SvgFigure.Of(plot, figure.Size.Width, figure.Size.Height, figure.Name, figure.AltText);
            AtomicFile.WriteText(path, svg.ToString(SaveOptions.DisableFormatting) + "\n");
            return;
        }

        byte[] png = PlotImage.Png(plot, figure.Size.Width, figure.Size.Height, Scale);
        AtomicFile.Write(path, stream => stream.Write(png));
    }
}
