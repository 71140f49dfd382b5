using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>A panel that is a set of controls; one that is higher than its place is scrolled.</summary>
internal abstract class ControlPanel : IShellPanel
{
    /// <summary>Height of a line of a list, px at scale 1.</summary>
    protected const float RowHeight = 24;

    public abstract string Name { get; }

    public abstract string Title { get; }

    public abstract SKSize Size { get; }

    public virtual PanelDock Dock => PanelDock.Left;

    public abstract object Key(ViewerModel model);

    public virtual string? Missing(PanelState state) => state.Window is null ? "there is no window" : null;

    /// <summary>As if there were room for all; the place is moved by what is scrolled.</summary>
    protected abstract IEnumerable<PanelControl> Lay(Pen pen, ViewerModel model, SKRect area);

    public IReadOnlyList<PanelControl> Controls(Pen pen, PanelState state, SKRect area)
    {
        if (state.Window is not { } model)
        {
            return [];
        }

        PanelControl[] controls = [.. Lay(pen, model, area)];
        float bottom = controls.Length > 0 ? controls.Max(c => c.Box.Bottom) : 0, scroll = model.Panels.Scroll(Name, Math.Max(0, bottom - area.Bottom));
        return scroll <= 0 ? controls : [.. controls.Select(c => c with { Box = new SKRect(c.Box.Left, c.Box.Top - scroll, c.Box.Right, c.Box.Bottom - scroll) })];
    }

    public void Draw(Pen pen, PanelState state, SKRect area)
    {
        if (state.Window is { } model)
        {
            Paint(pen, model, state.Theme, area);
        }

        ControlPainter painter = new(pen, state.Theme);
        bool more = false;
        foreach (PanelControl control in Controls(pen, state, area))
        {
            more |= control.Box.Bottom > area.Bottom + 1;
            if (control.Box.Bottom >= area.Top && control.Box.Top <= area.Bottom)
            {
                painter.Draw(control);
            }
        }

        if (more)
        {
            // What goes on below fades out.
            SKRect fade = new(area.Left, area.Bottom - (18 * pen.Scale), area.Right, area.Bottom);
            using SKShader shader = SKShader.CreateLinearGradient(new SKPoint(0, fade.Top), new SKPoint(0, fade.Bottom), [state.Theme.Ground.WithAlpha(0), state.Theme.Ground.WithAlpha(255)], SKShaderTileMode.Clamp);
            using SKPaint paint = new() { Shader = shader };
            pen.Canvas.DrawRect(fade, paint);
        }
    }

    public PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y)
    {
        PanelControl? control = area.Contains(x, y) ? Controls(pen, state, area).LastOrDefault(c => c.Box.Contains(x, y)) : null;
        return control?.Target ?? (state.Window is { } model ? Elsewhere(pen, model, area, x, y) : null);
    }

    /// <summary>What is drawn beside the controls.</summary>
    protected virtual void Paint(Pen pen, ViewerModel model, PanelTheme theme, SKRect area)
    {
    }

    /// <summary>What lies where no control is.</summary>
    protected virtual PanelTarget? Elsewhere(Pen pen, ViewerModel model, SKRect area, float x, float y) => null;

    /// <summary>A box in a row of boxes: wide as its word, on the next row where it does not fit; moves the place on.</summary>
    protected static SKRect Flow(Pen pen, SKRect area, ref SKPoint at, string label, float height = 24)
    {
        float wide = pen.Measure(label, ControlPainter.Size) + (18 * pen.Scale), high = height * pen.Scale, gap = 5 * pen.Scale;
        if (at.X > area.Left && at.X + wide > area.Right)
        {
            at = new SKPoint(area.Left, at.Y + high + gap);
        }

        SKRect box = SKRect.Create(at.X, at.Y, Math.Min(wide, area.Width), high);
        at.X += wide + gap;
        return box;
    }

    public void Dispose()
    {
        // Nothing is kept.
    }
}
