using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>What a hand does with mouse and keys, in one line each.</summary>
internal static class ViewerHands
{
    public static void Press(this ViewerModel model, ViewerKey key, bool shift = false, bool control = false) => model.Handle(ViewerInput.Key(key, shift, control));

    public static void Type(this ViewerModel model, string text)
    {
        foreach (char letter in text)
        {
            model.Handle(ViewerInput.Typed(letter));
        }
    }

    public static void Click(this ViewerModel model, double x, double y)
    {
        model.Handle(ViewerInput.Moved(x, y));
        model.Handle(ViewerInput.Pressed(x, y));
        model.Handle(ViewerInput.Released(x, y));
    }

    public static void DoubleClick(this ViewerModel model, double x, double y)
    {
        model.Click(x, y);
        model.Advance(TimeSpan.FromSeconds(0.2));
        model.Click(x, y);
    }

    public static void Drag(this ViewerModel model, double x0, double y0, double x1, double y1)
    {
        model.Handle(ViewerInput.Moved(x0, y0));
        model.Handle(ViewerInput.Pressed(x0, y0));
        model.Handle(ViewerInput.Moved(x0 + (0.4 * (x1 - x0)), y0 + (0.4 * (y1 - y0))));
        model.Handle(ViewerInput.Moved(x1, y1));
        model.Handle(ViewerInput.Released(x1, y1));
    }

    /// <summary>Clicks the control of a panel that bears a word.</summary>
    public static void ClickControl(this ViewerModel model, string panel, string label)
    {
        (double x, double y) = model.ControlAt(panel, label);
        model.Click(x, y);
    }

    /// <summary>The middle of a control of a panel (<c>time</c>: the bar).</summary>
    public static (double X, double Y) ControlAt(this ViewerModel model, string panel, string label)
    {
        PanelHost host = model.Panels;
        using Pen pen = host.Pen();
        IShellPanel shell = panel == "time" ? host.Bar : (IShellPanel)host.Find(panel)!;
        SkiaSharp.SKRect area = panel == "time" ? host.BarArea : PanelChrome.Content(host.Open.Single(p => p.Panel.Name == panel).Box, host.Scale);
        PanelControl control = shell.Controls(pen, host.State, area).First(c => c.Do is not null && (c.Label == label || c.Sign.ToString() == label));
        return (control.Box.MidX, control.Box.MidY);
    }
}
