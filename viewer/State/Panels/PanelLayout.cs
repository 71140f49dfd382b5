using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Gives docked panels their places: columns at the left and at the right, each panel as large as it likes while there is room, somewhat smaller where there is not, and where even that does not do the ones used last.</summary>
internal static class PanelLayout
{
    private const double Gap = 8, LeastShare = 0.55, GoodShare = 0.72;

    /// <summary>Content that has less room than it likes is drawn smaller, but not smaller than legible.</summary>
    private const double LeastScale = 0.8;

    /// <summary>Height of a content that only says why there is none, px at scale 1.</summary>
    private const float EmptyHeight = 120;

    /// <param name="panels">Open.</param>
    /// <param name="width">Of the window, px.</param>
    /// <param name="height">Of the window, px.</param>
    /// <param name="ui">Scale of the panels.</param>
    /// <param name="left">Room at the left.</param>
    /// <param name="right">Room at the right.</param>
    public static void Place(IReadOnlyList<OpenPanel> panels, int width, int height, double ui, PanelRoom left, PanelRoom right)
    {
        double most = PanelPlaces.Column(width, ui), atMost = Math.Min(right.Width, most);
        left = left with { Width = Math.Min(left.Width, most) };
        right = right with { Left = right.Right - atMost, Width = atMost };
        List<OpenPanel> atLeft = [], atRight = [];
        foreach (OpenPanel panel in panels.OrderBy(p => p.Opened))
        {
            panel.Folded = false;
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
                // The side it likes, while its column is not full; then the other one, then the one that is less full.
                (List<OpenPanel> first, PanelRoom room, List<OpenPanel> other, PanelRoom otherRoom) = panel.Dock == PanelDock.Left ? (atLeft, left, atRight, right) : (atRight, right, atLeft, left);
                (double here, double there) = (Filled(first, panel, room, ui), Filled(other, panel, otherRoom, ui));
                (here <= 1 || (there > 1 && here <= there) ? first : other).Add(panel);
            }
        }

        StackIn(atLeft, left, ui, toRight: false);
        StackIn(atRight, right, ui, toRight: true);
        foreach (OpenPanel panel in panels)
        {
            (double wide, double high) = PanelChrome.Around(panel.Panel.Size);
            panel.ContentScale = panel.Panel is IShellPanel ? 1 : (float)Math.Clamp(Math.Min(panel.Box.Width / (wide * ui), panel.Box.Height / (high * ui)), LeastScale, 1);
        }
    }

    /// <summary>How much of a column's room its panels and one more would take: above 1, more than there is.</summary>
    private static double Filled(List<OpenPanel> column, OpenPanel panel, PanelRoom room, double ui)
    {
        ScreenBox clear = room.Box(whole: column.Count == 0);
        return (column.Append(panel).Sum(p => Wanted(p, ui, clear.Width, clear.Height).Height + Gap) - Gap) * (column.Count == 0 ? LeastShare : 0.8) / clear.Height;
    }

    /// <summary>Beside what is written on the picture; over it where that leaves too little for the panel used last, or folds others.</summary>
    private static void StackIn(List<OpenPanel> column, PanelRoom room, double ui, bool toRight)
    {
        if (column.MaxBy(p => p.Used) is not { } latest)
        {
            return;
        }

        double needed = (latest.Panel is IShellPanel ? LeastShare : GoodShare) * Wanted(latest, ui, room.Width, double.MaxValue).Height;
        Stack(column, room.Box(whole: false), ui, toRight);
        if (latest.Box.Height < needed || column.Exists(p => p.Folded))
        {
            Stack(column, room.Box(whole: true), ui, toRight);
        }
    }

    private static void Stack(List<OpenPanel> column, ScreenBox room, double ui, bool toRight)
    {
        double title = PanelChrome.Title * ui, free = room.Height - ((title + Gap) * column.Count) + Gap, used = 0;
        // The latest ones have what room there is; the others are folded to their titles.
        foreach (OpenPanel panel in column.OrderByDescending(p => p.Used))
        {
            double least = (LeastShare * Wanted(panel, ui, room.Width, double.MaxValue).Height) - title;
            panel.Folded = used > 0 && used + least > free;
            used += panel.Folded ? 0 : least;
        }

        double wanted = column.Where(p => !p.Folded).Sum(p => Wanted(p, ui, room.Width, double.MaxValue).Height - title), share = wanted > free ? free / wanted : 1, top = room.Top;
        foreach (OpenPanel panel in column)
        {
            (double wide, double high) = Wanted(panel, ui, room.Width, double.MaxValue);
            high = panel.Folded ? title : Math.Max(title + (share * (high - title)), Math.Min(PanelChrome.LeastHeight * ui, room.Height));
            // Where not even the titles have room, the last ones lie over those before.
            top = Math.Max(room.Top, Math.Min(top, room.Bottom - high));
            panel.Box = new ScreenBox(toRight ? room.Right - wide : room.Left, top, wide, high);
            top += high + Gap;
        }
    }

    private static (double Width, double Height) Wanted(OpenPanel panel, double ui, double mostWide, double mostHigh)
    {
        SKSize size = panel.Panel.Size;
        (double wide, double high) = PanelChrome.Around(panel.Empty ? new SKSize(size.Width, Math.Min(size.Height, EmptyHeight)) : size);
        return (Math.Min(wide * ui, mostWide), Math.Min(high * ui, mostHigh));
    }

    /// <summary>A panel that the user put somewhere stays in the window when that becomes smaller.</summary>
    private static ScreenBox Inside(ScreenBox box, int width, int height, double ui)
    {
        double wide = Math.Min(Math.Max(box.Width, PanelChrome.LeastWidth * ui), width), high = Math.Min(Math.Max(box.Height, PanelChrome.LeastHeight * ui), height);
        return new ScreenBox(Math.Clamp(box.Left, 0, width - wide), Math.Clamp(box.Top, 0, height - high), wide, high);
    }
}
