using Constellation.Reporting;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Colours of panels: ground and edge of the panel, what is picked out, text from strong to faint.</summary>
internal sealed record PanelTheme(SKColor Ground, SKColor Edge, SKColor Accent, SKColor Bright, SKColor Soft, SKColor Faint)
{
    public static PanelTheme Dark { get; } = new(new(0x0c, 0x14, 0x20, 0xd4), new(0x3a, 0x48, 0x58), new(0xf0, 0xe4, 0x42), new(0xf2, 0xf5, 0xf8), new(0xc3, 0xcc, 0xd6), new(0x8a, 0x96, 0xa3));

    public static PanelTheme Light { get; } = new(new(0xf7, 0xf8, 0xfa, 0xec), new(0xb4, 0xbe, 0xc8), new(0x00, 0x5a, 0x9c), new(0x10, 0x18, 0x22), new(0x3c, 0x48, 0x54), new(0x6e, 0x7a, 0x86));

    public bool IsDark => Ground.Red + Ground.Green + Ground.Blue < 384;

    /// <summary>Of a curve that is picked out among the colours of figures.</summary>
    public SKColor Picked => IsDark ? Accent : Bright;

    /// <summary>The same colours for figures.</summary>
    public PlotTheme Plot => new(Of(Ground), Of(Soft), Of(Faint), Of(Edge.WithAlpha(IsDark ? (byte)0x90 : (byte)0x70)), IsDark);

    /// <summary>A colour of the globe, which lies on dark space, so that it reads on this ground.</summary>
    public SKColor Of(Rgb colour, byte alpha = 255) => Pen.ColourOf(IsDark ? colour : colour.Mix(new Rgb(0, 0, 0), 0.32f), alpha);

    /// <summary>A colour of figures on this ground.</summary>
    public SKColor OfFigure(ScottPlot.Color colour)
    {
        ScottPlot.Color own = Plot.Of(colour);
        return new(own.R, own.G, own.B, own.A);
    }

    private static ScottPlot.Color Of(SKColor c) => new(c.Red, c.Green, c.Blue, c.Alpha);
}
