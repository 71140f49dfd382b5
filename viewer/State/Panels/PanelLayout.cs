namespace Constellation.Viewer;

/// <summary>Gives docked panels their places: columns at the left and at the right, each panel as large as it likes while there is room.</summary>
internal static class PanelLayout
{
    private const double Gap = 8, LeastShare = 0.55;

    /// <param name="panels">Open, in order of opening.</param>
    /// <param name="width">Of the window, px.</param>
    /// <param name="height">Of the window, px.</param>
    /// <param name="ui">Scale of the panels.</param>
    /// <param name="left">Room at the left.</param>
    /// <param name="right">Room at the right.</param>
    public static void Place(IReadOnlyList<OpenPanel> panels, int width, int height, double ui, ScreenBox left, ScreenBox right)
    {
        List<OpenPanel> atLeft = [], atRight = [];
        foreach (OpenPanel panel in panels)
        {
            if (panel.Own is { } own)
            {
                panel.Box = Inside(own, width, height, ui);
            }
            else if (panel.Dock is PanelDock.Centre or PanelDock.Top)
            {
                (double wide, double high) = Wanted(panel, ui, width - (2 * Gap), height - (2 * Gap));
                double top = panel.Dock == PanelDock.Centre ? 0.5 * (height - high) : Math.Min(right.Top, height - high - Gap);
                panel.Box = new ScreenBox(0.5 * (width - wide), Math.Max(0, top), wide, high);
            }
            else
            {
                // The side it likes, while its column is not full; then the other one.
                (List<OpenPanel> first, ScreenBox box, List<OpenPanel> other, ScreenBox otherBox) = panel.Dock == PanelDock.Left ? (atLeft, left, atRight, right) : (atRight, right, atLeft, left);
                (Fits(first, panel, box, ui) || !Fits(other, panel, otherBox, ui) ? first : other).Add(panel);
            }
        }

        Stack(atLeft, left, ui, toRight: false);
        Stack(atRight, right, ui, toRight: true);
    }

    private static bool Fits(List<OpenPanel> column, OpenPanel panel, ScreenBox room, double ui) =>
        column.Append(panel).Sum(p => Wanted(p, ui, room.Width, room.Height).Height + Gap) - Gap <= room.Height / (column.Count == 0 ? LeastShare : 0.8);

    private static void Stack(List<OpenPanel> column, ScreenBox room, double ui, bool toRight)
    {
        double wanted = column.Sum(p => Wanted(p, ui, room.Width, double.MaxValue).Height), free = room.Height - (Gap * Math.Max(0, column.Count - 1));
        double share = wanted > free ? Math.Max(LeastShare, free / wanted) : 1, top = room.Top;
        foreach (OpenPanel panel in column)
        {
            (double wide, double high) = Wanted(panel, ui, room.Width, double.MaxValue);
            high = Math.Min(high * share, room.Height);
            // Where even the least does not fit, the last ones lie over those before.
            double y = Math.Max(room.Top, Math.Min(top, room.Bottom - high));
            panel.Box = new ScreenBox(toRight ? room.Right - wide : room.Left, y, wide, high);
            top = y + high + Gap;
        }
    }

    private static (double Width, double Height) Wanted(OpenPanel panel, double ui, double mostWide, double mostHigh)
    {
        (double wide, double high) = PanelChrome.Around(panel.Panel.Size);
        return (Math.Min(wide * ui, mostWide), Math.Min(high * ui, mostHigh));
    }

    /// <summary>A panel that the user put somewhere stays in the window when that becomes smaller.</summary>
    private static ScreenBox Inside(ScreenBox box, int width, int height, double ui)
    {
        double wide = Math.Min(Math.Max(box.Width, PanelChrome.LeastWidth * ui), width), high = Math.Min(Math.Max(box.Height, PanelChrome.LeastHeight * ui), height);
        return new ScreenBox(Math.Clamp(box.Left, 0, width - wide), Math.Clamp(box.Top, 0, height - high), wide, high);
    }
}
