using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>What the window writes over the picture: marks, panels, the hint at the pointer, notices.</summary>
internal sealed class PanelLayer : IDisposable
{
    private readonly PanelPictures _pictures = new();

    /// <summary>How many pictures of panels have been drawn and not copied.</summary>
    public int Drawn => _pictures.Drawn;

    public void Draw(SKCanvas canvas, ViewerModel model)
    {
        using Pen pen = new(canvas, (float)model.UiScale);
        SceneMarks.Draw(pen, model);
        PanelHost host = model.Panels;
        if (host.Shown)
        {
            PanelState state = host.State;
            FootLine.Draw(pen, model);
            _pictures.Begin();
            DrawBar(canvas, model, state);
            foreach (OpenPanel open in host.Open)
            {
                DrawPanel(canvas, model, state, open);
            }

            _pictures.End();
            DrawHighlights(pen, model);
        }

        if (model.Lesson is { } lesson)
        {
            CaptionBox.Draw(canvas, model.Options.Width, model.Options.Height, lesson.Moment.Caption!, lift: host.CaptionLift);
        }

        Notices.Draw(pen, model);
        if (host.Shown)
        {
            PointerHint.Draw(pen, model);
        }
    }

    public void Dispose() => _pictures.Dispose();

    private void DrawBar(SKCanvas canvas, ViewerModel model, PanelState state)
    {
        PanelHost host = model.Panels;
        _pictures.Draw(canvas, host.Bar, host.BarBox, host.Scale, host.Bar.Key(model), pen =>
        {
            FramePainter.Ground(pen, model.Theme, host.BarBox, bright: false);
            host.Bar.Draw(pen, state, host.BarArea);
        });
    }

    private void DrawPanel(SKCanvas canvas, ViewerModel model, PanelState state, OpenPanel open)
    {
        PanelHost host = model.Panels;
        string? missing = open.Panel.Missing(state);
        bool focused = host.Focused == open.Panel;
        // A panel about the run depends on the scene and what is picked; one about the window says itself on what.
        object content = open.Panel is IShellPanel shell ? shell.Key(model) : (model.Scene, model.Selected, model.Site, model.LightTheme);
        _pictures.Draw(canvas, open.Panel, open.Box, host.Scale, (content, missing, focused, open.Folded), pen =>
        {
            FramePainter.Draw(pen, model.Theme, open.Box, open.Panel.Title, focused, open.Folded);
            if (open.Folded)
            {
                return;
            }

            SKRect area = PanelChrome.Content(open.Box, host.Scale);
            pen.Canvas.Save();
            pen.Canvas.ClipRect(area);
            if (missing is not null)
            {
                FramePainter.Missing(pen, model.Theme, area, missing);
            }
            else
            {
                using Pen inner = new(pen.Canvas, pen.Scale * open.ContentScale);
                open.Panel.Draw(inner, state, area);
            }

            pen.Canvas.Restore();
        });
    }

    private static void DrawHighlights(Pen pen, ViewerModel model)
    {
        ControlPainter painter = new(pen, model.Theme);
        if (model.Hovered?.Box is { } hovered)
        {
            painter.Highlight(hovered, keys: false);
        }

        if (model.Panels.FocusedBox is { } focused)
        {
            painter.Highlight(focused, keys: true);
        }
    }
}
