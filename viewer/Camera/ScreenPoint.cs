namespace Constellation.Viewer;

/// <summary>A projected point: pixels from the left upper corner, and its depth along the line of sight, m.</summary>
public readonly record struct ScreenPoint(double X, double Y, double Depth)
{
    public bool IsInside(int width, int height, double margin = 0) =>
        Depth > 0 && X >= -margin && Y >= -margin && X <= width + margin && Y <= height + margin;
}
