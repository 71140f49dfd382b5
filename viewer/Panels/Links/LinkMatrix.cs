using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Who links with whom: a row and a column for every node.</summary>
internal sealed class LinkMatrix(LinksContent content, SKRect box, float label)
{
    /// <summary>Side of a cell, px.</summary>
    public float Cell { get; } = Math.Min(box.Width - label, box.Height - label) / Math.Max(1, content.Nodes.Count);

    private float Left => box.Left + label;

    private float Top => box.Top + label;

    /// <summary>Lower end, px.</summary>
    public float Bottom => Top + (Cell * content.Nodes.Count);

    public static SKColor ColourOf(PairState state, PanelTheme theme) => state switch
    {
        PairState.Ranging => theme.IsDark ? theme.Accent : theme.OfFigure(Reporting.PlotColors.Orange),
        PairState.Scheduled => theme.OfFigure(Reporting.PlotColors.Blue),
        PairState.Lost => theme.OfFigure(Reporting.PlotColors.Vermilion),
        PairState.Free => theme.Faint.WithAlpha(0x78),
        PairState.Blocked => theme.Edge.WithAlpha(0x58),
        _ => SKColors.Transparent,
    };

    public void Draw(Ink ink, int slot, string? selected)
    {
        int n = content.Nodes.Count;
        foreach (PairState state in Enum.GetValues<PairState>().Where(s => s != PairState.None))
        {
            using SKPathBuilder cells = new();
            for (int row = 0; row < n; row++)
            {
                for (int column = 0, from = 0; column < n; column = from)
                {
                    // Neighbours of one state are one box: the lines between cells are drawn over them.
                    bool own = row != column && content.State(row, column, slot) == state;
                    for (from = column + 1; own && from < n && from != row && content.State(row, from, slot) == state; from++)
                    {
                    }

                    if (own)
                    {
                        cells.AddRect(new SKRect(Left + (column * Cell), Top + (row * Cell), Left + (from * Cell), Top + ((row + 1) * Cell)));
                    }
                }
            }

            Paint(ink, cells, ColourOf(state, ink.Theme), 0);
        }

        using SKPathBuilder lines = new();
        for (int i = 0; i <= n; i++)
        {
            lines.MoveTo(Left, Top + (i * Cell));
            lines.LineTo(Left + (n * Cell), Top + (i * Cell));
            lines.MoveTo(Left + (i * Cell), Top);
            lines.LineTo(Left + (i * Cell), Top + (n * Cell));
        }

        Paint(ink, lines, ink.Theme.Ground.WithAlpha(0xff), 0.8f);
        Names(ink, selected);
    }

    /// <summary>The pair at a place; null: outside or on the diagonal.</summary>
    public (int Row, int Column)? At(float x, float y)
    {
        (int row, int column) = ((int)Math.Floor((y - Top) / Cell), (int)Math.Floor((x - Left) / Cell));
        return row >= 0 && column >= 0 && row < content.Nodes.Count && column < content.Nodes.Count && row != column ? (row, column) : null;
    }

    private static void Paint(Ink ink, SKPathBuilder shape, SKColor colour, float line)
    {
        using SKPath path = shape.Detach();
        using SKPaint paint = new() { Color = colour, IsAntialias = true, Style = line > 0 ? SKPaintStyle.Stroke : SKPaintStyle.Fill, StrokeWidth = ink.Px(line) };
        ink.Pen.Canvas.DrawPath(path, paint);
    }

    private void Names(Ink ink, string? selected)
    {
        float size = Math.Clamp(0.82f * Cell / ink.Pen.Scale, 7, 12);
        int every = Math.Max(1, (int)Math.Ceiling(size * ink.Pen.Scale / Cell * 0.95f));
        for (int i = 0; i < content.Nodes.Count; i++)
        {
            bool chosen = content.Nodes[i] == selected;
            if (i % every != 0 && !chosen)
            {
                continue;
            }

            SKColor colour = chosen ? ink.Theme.Accent : ink.Theme.Soft;
            string name = ink.Pen.Fit(content.Nodes[i], label - ink.Px(4), size, chosen);
            ink.Text(name, Left - ink.Px(4), Top + ((i + 0.5f) * Cell) + (0.36f * size * ink.Pen.Scale), colour, size, chosen, SKTextAlign.Right);
            int saved = ink.Pen.Canvas.Save();
            ink.Pen.Canvas.Translate(Left + ((i + 0.5f) * Cell) + (0.36f * size * ink.Pen.Scale), Top - ink.Px(4));
            ink.Pen.Canvas.RotateDegrees(-90);
            ink.Text(name, 0, 0, colour, size, chosen);
            ink.Pen.Canvas.RestoreToCount(saved);
        }
    }
}
