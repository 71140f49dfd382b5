using Constellation.Geodesy;
using Constellation.Time;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What the window writes over the picture: time, place under the pointer, selected satellite, notice, help.</summary>
internal sealed class Panels : IDisposable
{
    private static readonly SKColor s_ground = new(0x0c, 0x14, 0x20, 0xd4), s_edge = new(0x3a, 0x48, 0x58), s_accent = new(0xf0, 0xe4, 0x42);

    private readonly ViewerModel _model;
    private readonly GlobeOptions _options;
    private readonly Pen _pen;
    private readonly float _scale;

    private Panels(SKCanvas canvas, ViewerModel model)
    {
        (_model, _options) = (model, model.Options);
        _scale = GlobePicture.ScaleOf(_options.Width, _options.Height);
        _pen = new Pen(canvas, _scale);
    }

    public static void Draw(SKCanvas canvas, ViewerModel model)
    {
        using Panels panels = new(canvas, model);
        panels.MarkSelected();
        bool fit = PanelPlaces.Fit(model.Width, model.Height);
        if (model.PanelsShown && fit)
        {
            panels.DrawTime();
            panels.DrawCards();
        }

        StatusLine.Draw(panels._pen, model);
        if (model.Notice.Length > 0)
        {
            panels.DrawNotice();
        }

        if (model.HelpShown)
        {
            panels.DrawHelp();
        }
    }

    public void Dispose() => _pen.Dispose();

    private SceneSatellite? Selected => _model.Scene.Satellites.FirstOrDefault(s => s.Id == _model.Selected);

    private void MarkSelected()
    {
        CameraView view = _model.View;
        if (Selected is { } satellite && !view.IsHidden(satellite.Itrf) && view.Project(satellite.Itrf) is { Depth: > 0 } at)
        {
            using SKPaint ring = new() { Color = s_accent, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 * _scale };
            _pen.Canvas.DrawCircle((float)at.X, (float)at.Y, 12 * _scale, ring);
        }
    }

    private void DrawTime()
    {
        ScreenBox box = PanelPlaces.Time(_options.Width, _options.Height), line = PanelPlaces.TimeLine(_options.Width, _options.Height);
        Back(box);
        float left = (float)line.Left, right = (float)line.Right, middle = (float)(line.Top + (0.5 * line.Height));
        string state = !_model.Playing ? "paused" : _model.Backward ? "playing backward" : "playing";
        string frame = _model.Camera.Frame == ReferenceFrame.Gcrf ? "with the stars" : "with the Earth";
        _pen.Text($"{state}, {Rate(_model.Speed)} a second{(_model.Backward && !_model.Playing ? ", backward" : "")}", left, (float)box.Top + (26 * _scale), 16, Pen.Bright);
        _pen.Text(frame, right, (float)box.Top + (26 * _scale), 16, Pen.Soft, align: SKTextAlign.Right);
        _pen.Line(left, middle, right, middle, 4, s_edge);
        double span = (_model.Span.Last - _model.Span.First).TotalSeconds, share = span > 0 ? (_model.Now - _model.Span.First).TotalSeconds / span : 0;
        float now = left + ((right - left) * (float)share);
        _pen.Line(left, middle, now, middle, 4, s_accent);
        _pen.Marker(MarkerShape.Circle, now, middle, 7, s_accent);
        float foot = (float)box.Bottom - (14 * _scale);
        _pen.Text(Reading(_model.Span.First), left, foot, 14, Pen.Soft);
        _pen.Text(Reading(_model.Span.Last), right, foot, 14, Pen.Soft, align: SKTextAlign.Right);
        _pen.Text("F1: keys", 0.5f * (left + right), foot, 14, Pen.Faint, align: SKTextAlign.Center);
    }

    private void DrawCards()
    {
        ScreenBox above = PanelPlaces.Time(_options.Width, _options.Height);
        double top = above.Bottom + (10 * _scale);
        if (_model.Pointed is { } pointed)
        {
            List<(string, bool)> lines = [(Place(pointed.Place), false)];
            if (_model.Scene.Map is { } map)
            {
                lines.Add((double.IsFinite(pointed.Value) ? $"{map.Label}: {pointed.Value:0.00} {map.Unit}" : $"{map.Label}: no value", false));
            }

            top = Card(above, top, [.. lines]);
        }

        if (Selected is { } satellite)
        {
            GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(satellite.Itrf);
            string id = satellite.Id.ToString();
            string[] others = [.. _model.Scene.Links.Where(l => l.NodeA == id || l.NodeB == id).Select(l => l.NodeA == id ? l.NodeB : l.NodeA).Distinct().Order(StringComparer.Ordinal)];
            Card(above, top,
            [
                ($"{id}   {satellite.Group.Name}{(satellite.Plane.Length > 0 ? $", plane {satellite.Plane}" : "")}", true),
                ($"over {Place(below)}, height {below.Height / 1e3:0} km", false),
                (others.Length == 0 ? "no link at this epoch" : $"linked with {string.Join(", ", others)}", false),
            ]);
        }
    }

    private double Card(ScreenBox above, double top, (string Text, bool Bold)[] lines)
    {
        ScreenBox box = new(above.Left, top, above.Width, ((24 * lines.Length) + 18) * _scale);
        Back(box);
        float y = (float)top + (25 * _scale), left = (float)above.Left + (18 * _scale);
        foreach ((string text, bool bold) in lines)
        {
            _pen.Text(_pen.Fit(text, (float)above.Width - (36 * _scale), 16, bold), left, y, 16, bold ? s_accent : Pen.Bright, bold);
            y += 24 * _scale;
        }

        return box.Bottom + (10 * _scale);
    }

    private void DrawNotice()
    {
        float width = 0.9f * _options.Width, y = _options.Height - (58 * _scale);
        string text = _pen.Fit(_model.Notice, width - (36 * _scale), 17);
        float wide = _pen.Measure(text, 17) + (36 * _scale);
        Back(new ScreenBox(0.5 * (_options.Width - wide), y - (26 * _scale), wide, 40 * _scale));
        _pen.Text(text, 0.5f * _options.Width, y, 17, s_accent, align: SKTextAlign.Center);
    }

    private void DrawHelp()
    {
        (string Label, string Text)[] rows = [.. ViewerCommand.Mouse, .. ViewerCommand.All.Where(c => c.Text.Length > 0).Select(c => (c.Label, c.Text))];
        int half = (rows.Length + 1) / 2;
        float column = 590 * _scale, spacing = 31 * _scale, width = (2 * column) + (30 * _scale), height = (half * spacing) + (74 * _scale);
        // In a small window the help shrinks as a whole.
        float fit = Math.Min(1, Math.Min(0.98f * _options.Width / width, 0.98f * _options.Height / height));
        _pen.Canvas.Save();
        _pen.Canvas.Translate(0.5f * (_options.Width - (fit * width)), 0.5f * (_options.Height - (fit * height)));
        _pen.Canvas.Scale(fit);
        Back(new ScreenBox(0, 0, width, height));
        _pen.Text("Keys and mouse", 30 * _scale, 42 * _scale, 22, Pen.Bright, bold: true);
        for (int i = 0; i < rows.Length; i++)
        {
            float x = (30 * _scale) + (i / half * column), y = (84 * _scale) + (i % half * spacing);
            _pen.Text(rows[i].Label, x, y, 17, s_accent, bold: true);
            _pen.Text(_pen.Fit(rows[i].Text, column - (150 * _scale), 17), x + (130 * _scale), y, 17, Pen.Bright);
        }

        _pen.Canvas.Restore();
    }

    private void Back(ScreenBox box)
    {
        SKRect rectangle = new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);
        using SKPaint fill = new() { Color = s_ground, IsAntialias = true };
        using SKPaint edge = new() { Color = s_edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, _scale) };
        _pen.Canvas.DrawRoundRect(rectangle, 8 * _scale, 8 * _scale, fill);
        _pen.Canvas.DrawRoundRect(rectangle, 8 * _scale, 8 * _scale, edge);
    }

    private static string Rate(int seconds) => seconds < 60 ? $"{seconds} s" : seconds < 3600 ? $"{seconds / 60} min" : $"{seconds / 3600} h";

    private static string Reading(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0).Replace('T', ' ')[..16];

    private static string Place(GeodeticPoint place) =>
        $"{Math.Abs(place.LatitudeDeg):0.0}\u00b0 {(place.LatitudeDeg < 0 ? 'S' : 'N')} {Math.Abs(place.LongitudeDeg):0.0}\u00b0 {(place.LongitudeDeg < 0 ? 'W' : 'E')}";
}
