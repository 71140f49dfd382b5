using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Names of cities where nothing more important is written, more of them the nearer the ground is.</summary>
internal static class CityNames
{
    private static readonly SKColor s_colour = new(0xff, 0xf1, 0xda);

    /// <param name="pen">Of the picture.</param>
    /// <param name="view">The camera.</param>
    /// <param name="labels">What is taken by names of satellites and by panels.</param>
    /// <param name="panel">Covered by the flat map.</param>
    /// <param name="stations">Named already: a city of the same name is left out.</param>
    public static void Draw(Pen pen, CameraView view, LabelLayout labels, SKRect panel, IReadOnlyList<ScenePlace> stations)
    {
        int rank = CityCatalogue.RankAt(view.EarthRadius);
        List<(City City, ScreenPoint At)> seen = [.. CityCatalogue.All.Where(c => c.Rank <= rank && !view.IsHidden(c.Itrf) && !stations.Any(s => s.Name.Equals(c.Name, StringComparison.OrdinalIgnoreCase))).Select(c => (c, view.Project(c.Itrf)))
            .Where(c => c.Item2.IsInside(view.Width, view.Height) && !panel.Contains((float)c.Item2.X, (float)c.Item2.Y))];
        foreach ((_, ScreenPoint at) in seen)
        {
            labels.Block(SKRect.Create((float)at.X - (3 * pen.Scale), (float)at.Y - (3 * pen.Scale), 6 * pen.Scale, 6 * pen.Scale));
        }

        foreach ((City city, ScreenPoint at) in seen)
        {
            float size = city.Rank == 1 ? 14.5f : 13;
            SKSize box = new(pen.Measure(city.Name, size) + (3 * pen.Scale), (size + 1) * pen.Scale);
            if (labels.Place((float)at.X, (float)at.Y, box, 4.5f * pen.Scale) is { } place)
            {
                pen.Text(city.Name, place.MidX, place.Bottom - (2.5f * pen.Scale), size, s_colour, align: SKTextAlign.Center);
            }
        }
    }
}
