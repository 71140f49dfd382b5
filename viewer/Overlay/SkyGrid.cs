using Constellation.Geodesy;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Points of the compass on the horizon, and circles of elevation, for a camera that stands on the ground.</summary>
internal static class SkyGrid
{
    /// <summary>Above this height of the camera there is no sky to speak of, m.</summary>
    private const double Highest = 20e3;

    private static readonly string[] s_points = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

    private static readonly SKColor s_line = new(0x9f, 0xc4, 0xe8, 0x48);

    public static void Draw(Pen pen, CameraView view)
    {
        TopocentricFrame frame = new(view.Eye);
        if (frame.Geodetic.Height > Highest)
        {
            return;
        }

        foreach (int elevation in new[] { 0, 30, 60 })
        {
            Circle(pen, view, frame, elevation);
        }

        for (int i = 0; i < s_points.Length; i++)
        {
            if (Seen(view, frame, 45 * i, 0) is { } at)
            {
                pen.Text(s_points[i], at.X, at.Y - (7 * pen.Scale), i % 2 == 0 ? 18 : 14, i % 2 == 0 ? Pen.Bright : Pen.Soft, bold: i % 2 == 0, align: SKTextAlign.Center);
            }

            foreach (int elevation in new[] { 30, 60 })
            {
                if (Seen(view, frame, (45 * i) + 22.5, elevation) is { } label)
                {
                    pen.Text($"{elevation}\u00b0", label.X, label.Y - (4 * pen.Scale), 13, Pen.Faint, align: SKTextAlign.Center);
                }
            }
        }
    }

    private static void Circle(Pen pen, CameraView view, TopocentricFrame frame, int elevation)
    {
        SKPoint? before = null;
        for (int azimuth = 0; azimuth <= 360; azimuth += 5)
        {
            SKPoint? at = Seen(view, frame, azimuth, elevation, margin: 400);
            if (before is { } from && at is { } to)
            {
                pen.Line(from.X, from.Y, to.X, to.Y, 1, s_line);
            }

            before = at;
        }
    }

    private static SKPoint? Seen(CameraView view, TopocentricFrame frame, double azimuthDeg, double elevationDeg, double margin = 0)
    {
        ScreenPoint at = view.Project(frame.PointAt(new LookAngles(double.DegreesToRadians(azimuthDeg), double.DegreesToRadians(elevationDeg), 1e8)));
        return at.IsInside(view.Width, view.Height, margin) ? new SKPoint((float)at.X, (float)at.Y) : null;
    }
}
