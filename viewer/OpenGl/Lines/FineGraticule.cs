using System.Globalization;
using Constellation.Geodesy;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Meridians and parallels near the ground, as close as the picture needs, with their degrees: they tell where it is and how large.</summary>
internal sealed class FineGraticule
{
    /// <summary>Lines are at least this far apart, px at scale 1.</summary>
    private const double Apart = 190;

    /// <summary>Of the camera over the ground, m.</summary>
    private const double LeastHeight = 500;

    private const int LinesAside = 12, PartsBetween = 2;

    private static readonly double[] s_steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

    private readonly double _north, _east, _latitude, _longitude;

    private FineGraticule(double north, double east, double latitude, double longitude) => (_north, _east, _latitude, _longitude) = (north, east, latitude, longitude);

    /// <summary>About the place in the middle of the picture; null where the lines of 30 degrees are enough, and for a camera on the ground.</summary>
    public static FineGraticule? Of(CameraView view, float scale)
    {
        if (view.FocalLength * Ellipsoid.Wgs84.SemiMajorAxis < LeastHeight * view.PixelsARadius)
        {
            return null;
        }

        GeodeticPoint middle = Ellipsoid.Wgs84.ToGeodetic(view.Ground(0.5 * view.Width, 0.5 * view.Height) ?? view.Eye);
        double pixels = view.PixelsARadius * Math.PI / 180;
        double north = StepFor(pixels, scale), east = StepFor(pixels * Math.Cos(middle.Latitude), scale);
        return north == 0 || east == 0 || Math.Abs(middle.LatitudeDeg) > 85 ? null
            : new FineGraticule(north, east, north * Math.Round(middle.LatitudeDeg / north), east * Math.Round(middle.LongitudeDeg / east));
    }

    public void Draw(LinePass lines, CameraView view, Rgb colour, float opacity, float width)
    {
        for (int i = -LinesAside; i <= LinesAside; i++)
        {
            double latitude = _latitude + (i * _north), longitude = _longitude + (i * _east);
            for (int j = -LinesAside * PartsBetween; j <= LinesAside * PartsBetween; j++)
            {
                Add(Math.Clamp(_latitude + (j * _north / PartsBetween), -90, 90), longitude, j == LinesAside * PartsBetween);
            }

            for (int j = -LinesAside * PartsBetween; j <= LinesAside * PartsBetween && Math.Abs(latitude) < 90; j++)
            {
                Add(latitude, _longitude + (j * _east / PartsBetween), j == LinesAside * PartsBetween);
            }
        }

        lines.Draw(view, width, onGround: true);

        void Add(double latitude, double longitude, bool last) => lines.Add(view, On(latitude, longitude), colour, opacity, last);
    }

    /// <summary>Degrees on the lines that cross in the middle of the picture.</summary>
    public void Name(Pen pen, CameraView view, LabelLayout labels)
    {
        for (int i = -LinesAside; i <= LinesAside; i++)
        {
            double latitude = _latitude + (i * _north), longitude = _longitude + (i * _east);
            if (Math.Abs(latitude) < 90)
            {
                Write(On(latitude, _longitude + (0.5 * _east)), Text(latitude, _north, "N", "S"));
            }

            Write(On(_latitude + (0.5 * _north), longitude), Text(Math.IEEERemainder(longitude, 360), _east, "E", "W"));
        }

        void Write(Position<Itrf> place, string text)
        {
            ScreenPoint at = view.Project(place);
            SKSize size = new(pen.Measure(text, 13) + (6 * pen.Scale), 16 * pen.Scale);
            SKRect area = SKRect.Create((float)at.X - (0.5f * size.Width), (float)at.Y - (0.5f * size.Height), size.Width, size.Height);
            if (at.IsInside(view.Width, view.Height, -20) && !view.IsHidden(place) && labels.TryTake(area))
            {
                pen.Text(text, area.MidX, area.Bottom - (3.5f * pen.Scale), 13, Pen.Soft, align: SKTextAlign.Center);
            }
        }
    }

    private static double StepFor(double pixelsADegree, float scale) => Array.Find(s_steps, s => s * pixelsADegree >= Apart * scale);

    private static Position<Itrf> On(double latitudeDeg, double longitudeDeg) => Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0));

    private static string Text(double degrees, double step, string positive, string negative)
    {
        int decimals = step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10(step) - 1e-9);
        string number = Math.Abs(degrees).ToString("F" + decimals, CultureInfo.InvariantCulture);
        return $"{number}\u00b0{(Math.Abs(degrees) < 0.5 * Math.Pow(10, -decimals) ? "" : degrees > 0 ? " " + positive : " " + negative)}";
    }
}
