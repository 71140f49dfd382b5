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
        double left = TitleRight(width, height), wide = Math.Clamp(width - left - Gap, Math.Min(360 * ui, width - (2 * Gap)), Widest * ui);
        return new ScreenBox(width - wide - Gap, Gap, wide, (IsNarrow(wide, ui) ? 142 : 112) * ui);
    }

    /// <summary>Too narrow for the clock beside the buttons: it gets a row of its own, and so does each half of the menu.</summary>
    public static bool IsNarrow(double barWidth, double ui) => barWidth < 760 * ui;

    /// <summary>The line of time in it: its left end is the first epoch of the run, its right end the last.</summary>
    public static ScreenBox TimeLine(int width, int height, double ui = 1)
    {
        ScreenBox bar = Time(width, height, ui);
        return new ScreenBox(bar.Left + (14 * ui), bar.Top + (38 * ui), bar.Width - (28 * ui), 20 * ui);
    }

    /// <summary>Room for panels at the left: below the title, above the legend.</summary>
    public static ScreenBox Left(int width, int height, double ui)
    {
        double scale = GlobePicture.ScaleOf(width, height), top = Math.Max(214 * scale, TitleRight(width, height) > Time(width, height, ui).Left ? Time(width, height, ui).Bottom + Gap : 0);
        return new ScreenBox(Gap, top, Math.Max(1, (0.5 * width) - (1.5 * Gap)), Math.Max(1, height - top - (170 * scale)));
    }

    /// <summary>Room for panels at the right: below the time bar, above the flat map (or the scale of colours) where enough is left.</summary>
    public static ScreenBox Right(int width, int height, double ui, bool scaleShown, bool mapShown)
    {
        double scale = GlobePicture.ScaleOf(width, height), top = Time(width, height, ui).Bottom + Gap, bottom = height - Gap;
        if (scaleShown)
        {
            double above = height - ((110 + 8) * scale) - (mapShown ? 0.5 * Math.Min(424 * scale, 0.30 * width) : 0);
            bottom = above - top > 300 * ui ? above : bottom;
        }

        return new ScreenBox(0.5 * width, top, Math.Max(1, (0.5 * width) - Gap), Math.Max(1, bottom - top));
    }

    /// <summary>Right edge of the title, px.</summary>
    private static double TitleRight(int width, int height)
    {
        double scale = GlobePicture.ScaleOf(width, height);
        return (36 * scale) + Math.Max(0.34 * width, 360 * scale) + 12;
    }
}
