namespace Constellation.Viewer;

/// <summary>Where the time bar of the window lies, and what room it and the writing on the picture leave for panels.</summary>
public static class PanelPlaces
{
    /// <summary>Pictures narrower or lower than this have no panels, px: they would hide the globe.</summary>
    public const int LeastWidth = 480, LeastHeight = 320;

    private const double Gap = 8, Widest = 900;

    public static bool Fit(int width, int height) => width >= LeastWidth && height >= LeastHeight;

    /// <summary>The time bar: right of the title, to the right upper corner.</summary>
    /// <param name="width">Of the window, px.</param>
    /// <param name="height">Of the window, px.</param>
    /// <param name="ui">Scale of the panels.</param>
    public static ScreenBox Time(int width, int height, double ui = 1)
    {
        double left = TitleRight(width, height), wide = Math.Clamp(width - left - Gap, Math.Min(410 * ui, width - (2 * Gap)), Widest * ui);
        return new ScreenBox(width - wide - Gap, Gap, wide, (IsNarrow(wide, ui) ? 139 : 111) * ui);
    }

    /// <summary>Too narrow for the menu in one row: it gets two.</summary>
    public static bool IsNarrow(double barWidth, double ui) => barWidth < 700 * ui;

    /// <summary>The line of time in it: its left end is the first epoch of the run, its right end the last.</summary>
    public static ScreenBox TimeLine(int width, int height, double ui = 1)
    {
        ScreenBox bar = Time(width, height, ui);
        return new ScreenBox(bar.Left + (14 * ui), bar.Top + (38 * ui), bar.Width - (28 * ui), 20 * ui);
    }

    /// <summary>Room for panels at the left: below the title, above the legend; at need over the legend.</summary>
    /// <param name="width">Of the window, px.</param>
    /// <param name="height">Of the window, px.</param>
    /// <param name="ui">Scale of the panels.</param>
    /// <param name="textShown">There are title and legend.</param>
    /// <param name="legendTop">Upper edge of the legend, px.</param>
    /// <param name="barWidth">Of what the time bar stands in, px: the window, or the first of two pictures beside each other.</param>
    internal static PanelRoom Left(int width, int height, double ui, bool textShown, double legendTop, int barWidth)
    {
        double scale = GlobePicture.ScaleOf(width, height), bottom = height - Gap;
        // A bar as wide as the window lies over the title.
        ScreenBox bar = Time(barWidth, height, ui);
        bool below = TitleRight(barWidth, height) > bar.Left || Gap + Math.Min(Column(width, ui), (0.5 * width) - (1.5 * Gap)) > bar.Left;
        double top = Math.Max(textShown ? 222 * scale : Gap, below || !textShown ? bar.Bottom + Gap : 0);
        return new PanelRoom(Gap, top, Math.Max(1, (0.5 * width) - (1.5 * Gap)), textShown ? Math.Min(bottom, legendTop - Gap) : bottom, bottom);
    }

    /// <summary>Room for panels at the right: below the time bar, above the flat map (or the scale of colours); at need over the map, and over the scale too in low windows.</summary>
    internal static PanelRoom Right(int width, int height, double ui, bool scaleShown, bool mapShown, int barWidth)
    {
        double scale = GlobePicture.ScaleOf(width, height), top = Time(barWidth, height, ui).Bottom + Gap, bottom = height - Gap;
        double overScale = height - ((110 + 8) * scale), overMap = overScale - (mapShown ? 0.5 * Math.Min(424 * scale, 0.30 * width) : 0);
        return new PanelRoom(0.5 * width, top, Math.Max(1, (0.5 * width) - Gap), scaleShown ? overMap : bottom, scaleShown && overScale - top > 300 * ui ? overScale : bottom);
    }

    /// <summary>Greatest width of a column of panels, px: between two of them the globe is to be seen.</summary>
    internal static double Column(int width, double ui) => Math.Max(420 * ui, 0.36 * width);

    /// <summary>Right edge of the title, px.</summary>
    private static double TitleRight(int width, int height)
    {
        double scale = GlobePicture.ScaleOf(width, height);
        return (36 * scale) + Math.Max(0.34 * width, 360 * scale) + 12;
    }
}
