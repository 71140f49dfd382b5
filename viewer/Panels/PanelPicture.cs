using System.Text;
using Constellation.Core;
using Constellation.Formats;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>A panel as a file of its own: picture as PNG or SVG, numbers as CSV. Needs neither window nor OpenGL.</summary>
public static class PanelPicture
{
    /// <summary>Endings of the files that can be written.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".png", ".svg", ".csv"];

    /// <summary>Draws first, then writes: no half file.</summary>
    /// <exception cref="InputException">The panel has nothing to show, or the file is of another kind.</exception>
    public static void Write(ISceneSource source, PanelOptions options, string path)
    {
        using IPanel panel = ContentPanels.Create().FirstOrDefault(p => p.Name == options.Panel)
            ?? throw new InputException(Diagnostic.Error("CN5035", new SourceSpan("--panel"), $"there is no panel '{options.Panel}'", $"choose one of {string.Join(", ", PanelOptions.Names)}"));
        PanelTheme theme = options.Light ? PanelTheme.Light : PanelTheme.Dark;
        GlobeLayers layers = new() { Map = MapKind.None };
        PanelState state = new(source, source.At(options.At, new SceneRequest(layers, options.Selected, options.Site)), options.Selected, options.Site, theme);
        if (panel.Missing(state) is { } missing)
        {
            throw new InputException(Diagnostic.Error("CN5037", new SourceSpan("--panel"), $"the panel '{panel.Name}' has nothing to show: {missing}",
                missing == PanelWords.NoSite ? "give --site LAT,LON" : missing == PanelWords.NoSatellite ? "give --select SATELLITE such as C34" : missing == PanelWords.NoRun ? "give a run folder ('constellation run' makes one)" : "choose another epoch with --at, another place or satellite, or another panel"));
        }

        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".svg":
                string svg = Svg(panel, state, options.Size);
                AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(svg)));
                break;
            case ".csv" when panel is IPanelSeries series:
                AtomicFile.Write(path, stream =>
                {
                    using CsvTableWriter rows = new(stream, series.Columns);
                    series.Write(state, rows);
                });
                break;
            case ".csv":
                throw new InputException(Diagnostic.Error("CN5038", new SourceSpan("--output"), $"the panel '{panel.Name}' is no table", "write it as .png or .svg"));
            case ".png":
                byte[] png = Png(panel, state, options.Size);
                AtomicFile.Write(path, stream => stream.Write(png));
                break;
            default:
                throw new InputException(Diagnostic.Error("CN5039", new SourceSpan("--output"), $"a panel is not written as '{Path.GetExtension(path)}'", $"end the name in {string.Join(", ", Endings)}"));
        }
    }

    internal static byte[] Png(IPanel panel, PanelState state, (int Width, int Height)? size = null)
    {
        (int width, int height, float scale) = Fit(panel, size, 2);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque))!;
        Draw(surface.Canvas, panel, state, width, height, scale);
        using SKPixmap pixels = surface.PeekPixels()!;
        using SKData png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6))!;
        return png.ToArray();
    }

    internal static string Svg(IPanel panel, PanelState state, (int Width, int Height)? size = null)
    {
        (int width, int height, float scale) = Fit(panel, size, 1);
        using MemoryStream stream = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
        {
            Draw(canvas, panel, state, width, height, scale, vector: true);
        }

        return PanelSvg.Tidy(Encoding.UTF8.GetString(stream.ToArray()), width, height, $"{panel.Title}, {PanelWords.Time(state.Scene.Epoch)}");
    }

    private static void Draw(SKCanvas canvas, IPanel panel, PanelState state, int width, int height, float scale, bool vector = false)
    {
        using Pen pen = new(canvas, scale) { Vector = vector };
        PanelSheet.Draw(pen, panel, state, new SKRect(0, 0, width, height));
    }

    /// <summary>Pixels, and the scale at which the panel's own size fills them.</summary>
    private static (int Width, int Height, float Scale) Fit(IPanel panel, (int Width, int Height)? size, float usual)
    {
        SKSize own = PanelSheet.About(panel.Size);
        return size is { } asked
            ? (asked.Width, asked.Height, Math.Min(asked.Width / own.Width, asked.Height / own.Height))
            : ((int)(usual * own.Width), (int)(usual * own.Height), usual);
    }
}
