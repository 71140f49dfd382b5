using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Draws controls in the colours of a theme.</summary>
internal sealed class ControlPainter(Pen pen, PanelTheme theme)
{
    public const float Size = 13.5f, Small = 12;

    private float Scale => pen.Scale;

    public void Draw(PanelControl control)
    {
        SKRect box = control.Box;
        float left = box.Left + (8 * Scale), line = box.MidY + (0.36f * Size * Scale);
        switch (control.Kind)
        {
            case ControlKind.Button:
                Frame(box, control.On);
                break;
            case ControlKind.Check:
            case ControlKind.Choice:
                Mark(box.Left + (14 * Scale), box.MidY, control);
                left = box.Left + (28 * Scale);
                break;
            case ControlKind.Row when control.On:
                Fill(box, theme.Accent.WithAlpha(0x30));
                break;
        }

        if (control.Sign != ControlSign.None)
        {
            Sign(control.Sign, box, control.On ? theme.Accent : theme.Bright);
            return;
        }

        bool heading = control.Kind == ControlKind.Heading, plain = control.Kind == ControlKind.Text;
        SKColor colour = heading ? theme.Accent : plain ? theme.Soft : control.On ? theme.Bright : theme.Soft;
        float size = plain ? Small : Size, detail = control.Detail.Length > 0 ? pen.Measure(control.Detail, Small) : 0;
        if (detail > 0)
        {
            string told = pen.Fit(control.Detail, 0.62f * box.Width, Small);
            detail = pen.Measure(told, Small) + (10 * Scale);
            pen.Plain(told, box.Right - (8 * Scale), line, Small, theme.Faint, align: SKTextAlign.Right);
        }

        if (control.Kind == ControlKind.Button)
        {
            pen.Plain(pen.Fit(control.Label, box.Width - (6 * Scale), size), box.MidX, line, size, control.On ? theme.Accent : theme.Bright, align: SKTextAlign.Center);
            return;
        }

        left = heading || plain ? box.Left : left;
        pen.Plain(pen.Fit(control.Label, Math.Max(8, box.Right - left - detail), size, heading), left, line, size, colour, heading);
    }

    /// <summary>Lights up what lies under the pointer or what the keys are at.</summary>
    public void Highlight(SKRect box, bool keys)
    {
        Fill(box, theme.Accent.WithAlpha(0x1c));
        if (keys)
        {
            using SKPaint edge = new() { Color = theme.Accent, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.5f * Scale };
            pen.Canvas.DrawRoundRect(box, 4 * Scale, 4 * Scale, edge);
        }
    }

    private void Frame(SKRect box, bool on)
    {
        Fill(box, on ? theme.Accent.WithAlpha(0x2c) : theme.Edge.WithAlpha(0x70));
        using SKPaint edge = new() { Color = on ? theme.Accent : theme.Edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, Scale) };
        pen.Canvas.DrawRoundRect(box, 4 * Scale, 4 * Scale, edge);
    }

    private void Fill(SKRect box, SKColor colour)
    {
        using SKPaint fill = new() { Color = colour, IsAntialias = true };
        pen.Canvas.DrawRoundRect(box, 4 * Scale, 4 * Scale, fill);
    }

    private void Mark(float x, float y, PanelControl control)
    {
        using SKPaint edge = new() { Color = control.On ? theme.Accent : theme.Faint, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.4f * Scale };
        using SKPaint fill = new() { Color = theme.Accent, IsAntialias = true };
        if (control.Kind == ControlKind.Choice)
        {
            pen.Canvas.DrawCircle(x, y, 5.5f * Scale, edge);
            if (control.On)
            {
                pen.Canvas.DrawCircle(x, y, 3 * Scale, fill);
            }

            return;
        }

        SKRect box = new(x - (5.5f * Scale), y - (5.5f * Scale), x + (5.5f * Scale), y + (5.5f * Scale));
        pen.Canvas.DrawRoundRect(box, 2 * Scale, 2 * Scale, edge);
        if (control.On)
        {
            edge.StrokeWidth = 2 * Scale;
            pen.Canvas.DrawLine(x - (3 * Scale), y, x - (0.6f * Scale), y + (2.8f * Scale), edge);
            pen.Canvas.DrawLine(x - (0.6f * Scale), y + (2.8f * Scale), x + (3.4f * Scale), y - (2.8f * Scale), edge);
        }
    }

    private void Sign(ControlSign sign, SKRect box, SKColor colour)
    {
        using SKPaint fill = new() { Color = colour, IsAntialias = true };
        float x = box.MidX, y = box.MidY, r = 5.5f * Scale, bar = 2 * Scale;
        bool back = sign is ControlSign.PlayBack or ControlSign.Previous or ControlSign.First;
        if (sign == ControlSign.Pause)
        {
            pen.Canvas.DrawRect(x - r + Scale, y - r, 1.6f * bar, 2 * r, fill);
            pen.Canvas.DrawRect(x + r - Scale - (1.6f * bar), y - r, 1.6f * bar, 2 * r, fill);
            return;
        }

        float way = back ? -1 : 1, shift = sign is ControlSign.Play or ControlSign.PlayBack ? 0 : -1.5f * way * Scale;
        Arrow(x + shift, y, way * r, fill);
        if (sign is ControlSign.First or ControlSign.Last)
        {
            Arrow(x + shift - (way * 1.1f * r), y, way * r, fill);
        }

        if (sign is not (ControlSign.Play or ControlSign.PlayBack))
        {
            pen.Canvas.DrawRect(x + shift + (way * r) - (bar / 2), y - r, bar, 2 * r, fill);
        }
    }

    private void Arrow(float x, float y, float r, SKPaint fill)
    {
        using SKPathBuilder builder = new();
        builder.AddPoly([new(x - (0.8f * r), y - Math.Abs(r)), new(x + r, y), new(x - (0.8f * r), y + Math.Abs(r))], close: true);
        using SKPath path = builder.Detach();
        pen.Canvas.DrawPath(path, fill);
    }
}
