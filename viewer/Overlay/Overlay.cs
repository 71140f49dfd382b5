using Constellation.Time;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What is written on the picture: title, time, legends with units, names of satellites, credits of the data.</summary>
internal sealed class Overlay(GlobeScene scene, CameraView view, GlobeLayers layers, float scale, OverlayCache cache)
{
    private const float Margin = 36;

    /// <summary>The nearest of many are named: more are a heap of letters, and slow.</summary>
    private const int MostNames = 250;

    /// <summary>Stations bear their names where the Earth's radius is greater than this, px.</summary>
    private const double NamedStationsFrom = 250;

    private static readonly Rgb s_note = Rgb.FromHex(0xffc46b);

    private readonly LabelLayout _labels = new(view.Width, view.Height);

    /// <summary>What the flat map covers.</summary>
    private SKRect _panel;

    /// <summary>Draws into a picture of RGBA pixels.</summary>
    public void Draw(SKCanvas canvas)
    {
        using Pen pen = new(canvas, scale, cache.Texts);
        bool roomy = view.Width >= 640 * Math.Max(1, scale) && view.Height >= 360 * Math.Max(1, scale);
        if (layers.Text)
        {
            DrawTitle(pen);
            DrawCredits(pen);
        }

        if (layers.Text && roomy)
        {
            DrawLegend(pen);
        }

        if (scene.Map is { } map && roomy)
        {
            DrawColourBar(pen, map);
        }

        if (layers.Text)
        {
            DrawTexts(pen);
        }

        if (layers.Labels)
        {
            DrawNames(pen);
        }

        if (layers.Labels)
        {
            ModelAxes.Name(pen, scene, view);
        }

        if (layers.Graticule)
        {
            SkyGrid.Draw(pen, view);
        }

        if (layers.Graticule && layers.Labels)
        {
            FineGraticule.Of(view, scale)?.Name(pen, view, _labels);
        }

        if (layers.Cities)
        {
            CityNames.Draw(pen, view, _labels, _panel, layers.Stations ? scene.Stations : []);
        }
    }

    private void DrawTitle(Pen pen)
    {
        // Narrow enough to leave the orbits their place.
        float left = Margin * scale, width = Math.Min(view.Width - (2 * left), Math.Max(0.34f * view.Width, 360 * scale)), y = 32 * scale;
        foreach (string line in pen.Wrap(scene.Title, width, 27, lines: 3, bold: true))
        {
            Row(line, 27, 25, Pen.Bright, bold: true);
            y += 8 * scale;
        }

        y += 6 * scale;
        Row($"{Reading(TimeScale.Gpst)} GPST", 19, 19, Pen.Soft, bold: false);
        y += 8 * scale;
        Row($"{Reading(TimeScale.Utc)} UTC", 17, 17, Pen.Soft, bold: false);
        y += 8 * scale;
        Row(scene.Subtitle, 17, 17, Pen.Soft, bold: false);
        foreach (string note in scene.Notes.SelectMany(n => pen.Wrap(n, width, 16, lines: 3)))
        {
            y += 8 * scale;
            Row(note, 16, 16, Pen.ColourOf(s_note), bold: false);
        }

        void Row(string text, float size, float height, SKColor colour, bool bold)
        {
            string fit = pen.Fit(text, width, size, bold);
            y += height * scale;
            pen.Text(fit, left, y, size, colour, bold);
            _labels.Block(SKRect.Create(left - 4, y - (size * scale), pen.Measure(fit, size, bold) + 8, size * 1.3f * scale));
        }
    }

    private string Reading(TimeScale timeScale) => scene.Epoch.ToString(timeScale, 0).Replace('T', ' ').TrimEnd('Z');

    private void DrawCredits(Pen pen)
    {
        string text = $"Constellation.  Land: Natural Earth.{(layers.Stars ? "  Stars: XHIP (VizieR V/137D)." : "")}";
        float y = view.Height - (14 * scale);
        pen.Text(pen.Fit(text, view.Width - (2 * Margin * scale), 13), Margin * scale, y, 13, Pen.Faint);
        _labels.Block(SKRect.Create(0, y - (14 * scale), (Margin * scale) + pen.Measure(text, 13), 30 * scale));
    }

    private void DrawLegend(Pen pen)
    {
        IReadOnlyList<LegendLine> rows = Legend.Lines(scene, layers, pen);
        if (rows.Count == 0)
        {
            return;
        }

        float spacing = Legend.Spacing(rows.Count, view.Height, scale), left = Margin * scale, y = view.Height - (44 * scale) - (spacing * (rows.Count - 1));
        float size = Math.Min(17, 0.7f * spacing / scale), room = Math.Max(0.33f * view.Width, 330 * scale);
        rows = [.. rows.Select(r => r with { Text = pen.Fit(r.Text, room, size) })];
        float widest = rows.Max(r => pen.Measure(r.Text, size));
        DrawKeyBar(pen, left, y - (spacing + (64 * scale)));
        _labels.Block(SKRect.Create(left - 4, y - (16 * scale), (46 * scale) + widest + 8, spacing * rows.Count));
        foreach ((Action<float, float> draw, string text) in rows)
        {
            draw(left + (16 * scale), y);
            pen.Text(text, left + (44 * scale), y + (6 * scale), size, Pen.Soft);
            y += spacing;
        }
    }

    /// <summary>The scale of what the colours of satellites tell.</summary>
    private void DrawKeyBar(Pen pen, float left, float top)
    {
        if (scene.Key is not { Scale: { } ticks } key)
        {
            return;
        }

        float width = 300 * scale, height = 14 * scale;
        pen.Text(key.Unit.Length > 0 ? $"{key.Title} ({key.Unit})" : key.Title, left, top - (10 * scale), 16, Pen.Bright);
        Bar(pen, key.Colours, ticks, SKRect.Create(left, top, width, height), t => ticks.Text(t));
        _labels.Block(SKRect.Create(left - 4, top - (30 * scale), width + 8, 70 * scale));
    }

    private void Bar(Pen pen, ColourMap colours, TickScale ticks, SKRect area, Func<double, string> textOf)
    {
        cache.Draw(pen.Canvas, (colours, (int)area.Width, (int)area.Height), (int)area.Left, (int)area.Top, (int)area.Width + 1, (int)area.Height + 1, bar =>
        {
            using SKPaint paint = new();
            for (int i = 0; i < (int)area.Width; i++)
            {
                paint.Color = Pen.ColourOf(colours.At((i + 0.5) / area.Width));
                bar.DrawRect(SKRect.Create(i, 0, 1.5f, (int)area.Height), paint);
            }
        });
        using SKPaint frame = new() { Color = Pen.Faint, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, scale) };
        pen.Canvas.DrawRect(area, frame);
        float free = float.NegativeInfinity;
        foreach (double tick in ticks.Ticks)
        {
            float x = area.Left + (area.Width * (float)ticks.Share(tick));
            pen.Line(x, area.Bottom, x, area.Bottom + (5 * scale), 1.2f, Pen.Soft);
            string text = textOf(tick);
            float half = 0.5f * pen.Measure(text, 15), middle = Math.Min(x, view.Width - half - 4);
            if (middle - half > free)
            {
                pen.Text(text, middle, area.Bottom + (22 * scale), 15, Pen.Soft, align: SKTextAlign.Center);
                free = middle + half + (4 * scale);
            }
        }
    }

    /// <summary>The flat map and below it the scale of colours; the scale alone where the map is not wanted.</summary>
    private void DrawColourBar(Pen pen, HeatMap map)
    {
        float width = Math.Min(424 * scale, 0.30f * view.Width), right = view.Width - (Margin * scale), left = right - width;
        float barHeight = 16 * scale, barTop = view.Height - (66 * scale);
        float labelSize = 16, labelTop = barTop - (14 * scale);
        string label = map.Unit.Length > 0 ? $"{map.Label} ({map.Unit})" : map.Label;
        float top = labelTop - (22 * scale);
        if (layers.FlatMap)
        {
            SKRect area = SKRect.Create(MathF.Round(left), MathF.Round(top - (8 * scale) - (width / 2)), MathF.Round(width), MathF.Round(width / 2));
            FlatMap.Draw(pen, scene, map, area, layers.Stations, cache);
            (top, _panel) = (area.Top, area);
        }

        _labels.Block(new SKRect(left - (14 * scale), top - (8 * scale), view.Width, view.Height));
        pen.Text(pen.Fit(label, width, labelSize), left, labelTop, labelSize, Pen.Bright);
        Bar(pen, map.Colours, map.Scale, SKRect.Create(left, barTop, width, barHeight), t => EndText(map, t));
    }

    /// <summary>A tick; where cells lie beyond an end of the scale, the end says so.</summary>
    private static string EndText(HeatMap map, double tick)
    {
        string text = map.Scale.Text(tick);
        double near = 1e-6 * Math.Abs(map.Scale.Step);
        return Math.Abs(tick - map.Scale.Low) < near && map.Least < map.Scale.Low - near ? "\u2264" + text
            : Math.Abs(tick - map.Scale.High) < near && map.Greatest > map.Scale.High + near ? "\u2265" + text
            : text;
    }

    /// <summary>Texts of layers, before the names: they are few and asked for.</summary>
    private void DrawTexts(Pen pen)
    {
        foreach (SceneLabel label in scene.Texts.Where(t => !view.IsHidden(t.Itrf)))
        {
            ScreenPoint at = view.Project(label.Itrf);
            SKSize box = new(pen.Measure(label.Text, 15, bold: true) + (4 * scale), 16 * scale);
            if (at.IsInside(view.Width, view.Height) && !_panel.Contains((float)at.X, (float)at.Y) && _labels.Place((float)at.X, (float)at.Y, box, 7 * scale) is { } place)
            {
                pen.Text(label.Text, place.MidX, place.Bottom - (2.5f * scale), 15, Pen.ColourOf(label.Colour.Mix(new Rgb(1, 1, 1), 0.25f)), bold: true, align: SKTextAlign.Center);
            }
        }
    }

    private void DrawNames(Pen pen)
    {
        List<(string Text, ScreenPoint At, SKColor Colour, float Size, float Gap)> names = [];
        foreach (SceneSatellite satellite in scene.Satellites.Where(s => !view.IsHidden(s.Itrf)))
        {
            ScreenPoint at = view.Project(satellite.Itrf);
            bool far = at.Depth > Math.Max(view.Eye.Vector.Norm, GlobeRenderer.LeastMiddle);
            names.Add((satellite.Id.ToString(), at, Pen.ColourOf(far ? satellite.Colour.Mix(Rgb.FromHex(0x55606c), 0.45f) : satellite.Colour.Mix(new Rgb(1, 1, 1), 0.35f)), far ? 13.5f : 15.5f, GapOf(satellite)));
        }

        if (scene.SelectedObject is { } picked && !view.IsHidden(picked.Itrf))
        {
            names.Add((picked.Name, view.Project(picked.Itrf), Pen.ColourOf(Catalogue.SelectedGroup.Colour), 15.5f, 9 * scale));
        }

        foreach (ScenePlace station in layers.Stations && view.EarthRadius > NamedStationsFrom ? scene.Stations.Where(s => !view.IsHidden(s.Itrf)) : [])
        {
            names.Add((station.Name, view.Project(station.Itrf), Pen.ColourOf(GlobeRenderer.StationColour), 14, 9 * scale));
        }

        names = [.. names.Where(n => n.At.IsInside(view.Width, view.Height) && !_panel.Contains((float)n.At.X, (float)n.At.Y)).OrderBy(n => n.At.Depth).Take(MostNames)];
        foreach ((_, ScreenPoint at, _, _, _) in names)
        {
            _labels.Block(SKRect.Create((float)at.X - (7 * scale), (float)at.Y - (7 * scale), 14 * scale, 14 * scale));
        }

        foreach ((string text, ScreenPoint at, SKColor colour, float size, float gap) in names)
        {
            SKSize box = new(pen.Measure(text, size, bold: true) + (4 * scale), (size + 1) * scale);
            if (_labels.Place((float)at.X, (float)at.Y, box, gap) is { } place)
            {
                pen.Text(text, place.MidX, place.Bottom - (2.5f * scale), size, colour, bold: true, align: SKTextAlign.Center);
            }
        }
    }

    /// <summary>Between a satellite and its name, px: a model is larger than a marker.</summary>
    private float GapOf(SceneSatellite satellite) => (satellite.Itrf - view.Eye).NormSquared > 1e12
        ? 9 * scale
        : Math.Max(9 * scale, (float)Math.Min(0.25 * view.Height, 0.62 * ModelScale.Reach(view, satellite.Itrf, SatelliteSize.Of(satellite.Id, scene.Epoch).Reach, scale)));
}
