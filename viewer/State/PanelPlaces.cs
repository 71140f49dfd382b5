namespace Constellation.Viewer;

/// <summary>Where the panels of the window lie, for those who draw them and for those who click on them.</summary>
public static class PanelPlaces
{
    /// <summary>Pictures narrower or lower than this have no panels, px: they would hide the globe.</summary>
    public const int LeastWidth = 480, LeastHeight = 320;

    public static bool Fit(int width, int height) => width >= LeastWidth && height >= LeastHeight;

    /// <summary>The time panel at the right upper corner; below it those of the place and of the satellite.</summary>
    public static ScreenBox Time(int width, int height)
    {
        double scale = GlobePicture.ScaleOf(width, height), wide = Math.Min(440 * scale, 0.44 * width);
        return new ScreenBox(width - wide - (24 * scale), 24 * scale, wide, 92 * scale);
    }

    /// <summary>The line of time in it: its left end is the first epoch of the run, its right end the last.</summary>
    public static ScreenBox TimeLine(int width, int height)
    {
        double scale = GlobePicture.ScaleOf(width, height);
        ScreenBox panel = Time(width, height);
        return new ScreenBox(panel.Left + (18 * scale), panel.Top + (36 * scale), panel.Width - (36 * scale), 20 * scale);
    }
}
