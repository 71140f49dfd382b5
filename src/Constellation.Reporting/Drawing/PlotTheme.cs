using ScottPlot;
using ScottPlot.Plottables;

namespace Constellation.Reporting;

/// <summary>Colours of a figure on another ground than white paper: what was drawn for paper is given colours that read there.</summary>
/// <param name="Ground">Behind everything; may let through what lies below.</param>
/// <param name="Ink">Text and frame.</param>
/// <param name="Soft">Rings, secondary text.</param>
/// <param name="Faint">Grid.</param>
/// <param name="Dark">Whether the ground is dark: curves then take lighter shades of their colours.</param>
internal sealed record PlotTheme(Color Ground, Color Ink, Color Soft, Color Faint, bool Dark)
{
    /// <summary>Shades of the eight colours of figures for a dark ground, as far apart for the colour-blind.</summary>
    private static readonly Dictionary<(byte, byte, byte), Color> s_light = new()
    {
        [Key(PlotColors.Blue)] = Color.FromHex("#56B4E9"),
        [Key(PlotColors.Vermilion)] = Color.FromHex("#FF7A3D"),
        [Key(PlotColors.Green)] = Color.FromHex("#2FBF9B"),
        [Key(PlotColors.Purple)] = Color.FromHex("#E58CC0"),
        [Key(PlotColors.Sky)] = Color.FromHex("#9AD7FF"),
        [Key(PlotColors.Series(6))] = Color.FromHex("#B79CE0"),
        [Key(PlotColors.Series(7))] = Color.FromHex("#BBBBBB"),
    };

    /// <summary>The colour that stands for one of a figure on paper.</summary>
    public Color Of(Color paper)
    {
        (byte, byte, byte) key = Key(paper);
        Color own = key == Key(PlotColors.Ink) ? Ink : key == Key(PlotColors.Grey) ? Soft : key == Key(PlotColors.Faint) ? Faint : key == Key(Colors.White) ? Ground.WithAlpha(1)
            : Dark && s_light.TryGetValue(key, out Color light) ? light : paper;
        return own.WithAlpha(paper.ARGB == 0 ? (byte)0 : (byte)(own.A * paper.A / 255));
    }

    /// <summary>Gives a plot these colours.</summary>
    public void Apply(Plot plot)
    {
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(Ink);
        plot.Axes.Title.Label.ForeColor = Ink;
        plot.Grid.MajorLineColor = Of(plot.Grid.MajorLineColor);
        plot.Legend.FontColor = Ink;
        plot.Legend.BackgroundColor = Colors.Transparent;
        foreach (IPlottable plottable in plot.PlottableList)
        {
            Apply(plottable);
        }

        foreach (LegendItem item in plot.Legend.ManualItems)
        {
            (item.FillColor, item.LineColor, item.MarkerColor) = (Of(item.FillColor), Of(item.LineColor), Of(item.MarkerColor));
        }
    }

    private void Apply(IPlottable plottable)
    {
        switch (plottable)
        {
            case Scatter s:
                s.Color = Of(s.Color);
                break;
            case Rectangle r:
                (r.FillColor, r.LineColor) = (Of(r.FillColor), Of(r.LineColor));
                break;
            case FillY f:
                f.FillColor = Of(f.FillColor);
                break;
            case ErrorBar e:
                e.Color = Of(e.Color);
                break;
            case LinePlot l:
                l.LineColor = Of(l.LineColor);
                break;
            case Text t:
                (t.LabelFontColor, t.LabelBackgroundColor) = (Of(t.LabelFontColor), Of(t.LabelBackgroundColor));
                break;
            case Ellipse c:
                c.LineColor = Of(c.LineColor);
                break;
            case PolarAxis p:
                foreach (PolarAxisSpoke spoke in p.Spokes)
                {
                    (spoke.LineColor, spoke.LabelStyle.ForeColor) = (Of(spoke.LineColor), Of(spoke.LabelStyle.ForeColor));
                }

                foreach (PolarAxisCircle circle in p.Circles)
                {
                    (circle.LineColor, circle.LabelStyle.ForeColor) = (Of(circle.LineColor), Of(circle.LabelStyle.ForeColor));
                }

                break;
        }
    }

    private static (byte, byte, byte) Key(Color c) => (c.R, c.G, c.B);
}
