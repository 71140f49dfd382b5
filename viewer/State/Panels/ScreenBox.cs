namespace Constellation.Viewer;

/// <summary>A rectangle of the picture, pixels from the left upper corner.</summary>
public readonly record struct ScreenBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;
}
