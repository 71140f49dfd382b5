using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Which panel and which control the keys belong to.</summary>
internal sealed partial class PanelHost
{
    /// <summary>Gives the keys to a panel, or back to the globe.</summary>
    public void Focus(IPanel? panel)
    {
        (Focused, FocusedControl) = (panel, -1);
        _changed();
    }

    /// <summary>Gives the keys to the next panel, after the last back to the globe.</summary>
    public void FocusNext(int direction)
    {
        IPanel?[] all = [null, Bar, .. _open.Select(p => p.Panel).OrderBy(p => IndexOf(p))];
        int at = Array.IndexOf(all, Focused);
        Focus(all[(at + direction + all.Length) % all.Length]);
        if (Focused is IShellPanel)
        {
            MoveFocus(1);
        }
    }

    /// <summary>Moves among the controls of the focused panel.</summary>
    public void MoveFocus(int direction)
    {
        IReadOnlyList<PanelControl> controls = FocusedControls();
        int[] workable = [.. Enumerable.Range(0, controls.Count).Where(i => controls[i].Do is not null)];
        if (workable.Length == 0)
        {
            return;
        }

        int at = Array.IndexOf(workable, FocusedControl);
        FocusedControl = workable[at < 0 ? direction > 0 ? 0 : workable.Length - 1 : (at + direction + workable.Length) % workable.Length];
        if (_open.Find(p => p.Panel == Focused) is { } open)
        {
            // What the keys are at is brought into sight.
            SKRect area = PanelChrome.Content(open.Box, Scale), box = controls[FocusedControl].Box;
            open.Scroll = Math.Max(0, open.Scroll + Math.Max(0, box.Bottom - area.Bottom) - Math.Max(0, area.Top - box.Top));
        }

        _changed();
    }

    /// <summary>Works the control that the keys are at.</summary>
    public void Work()
    {
        IReadOnlyList<PanelControl> controls = FocusedControls();
        if (FocusedControl >= 0 && FocusedControl < controls.Count)
        {
            controls[FocusedControl].Do?.Invoke(_model);
            _changed();
        }
    }

    /// <summary>Moves or resizes the focused panel by keys, px.</summary>
    public void Nudge(double dx, double dy, bool resize)
    {
        if (_open.Find(p => p.Panel == Focused) is { } open)
        {
            open.Own = resize ? open.Box with { Width = open.Box.Width + dx, Height = open.Box.Height + dy } : open.Box with { Left = open.Box.Left + dx, Top = open.Box.Top + dy };
            Lay();
            open.Own = open.Box;
        }
    }

    /// <summary>The box of the control that the keys are at; null: none.</summary>
    public SKRect? FocusedBox => FocusedControls() is var controls && FocusedControl >= 0 && FocusedControl < controls.Count ? controls[FocusedControl].Box : null;

    private int IndexOf(IPanel panel) => Known.TakeWhile(p => p != panel).Count();

    private IReadOnlyList<PanelControl> FocusedControls()
    {
        if (Focused is not IShellPanel shell || shell.Missing(State) is not null)
        {
            return [];
        }

        using Pen pen = Pen();
        return shell == Bar ? shell.Controls(pen, State, BarArea)
            : _open.Find(p => p.Panel == shell) is { } open ? shell.Controls(pen, State, PanelChrome.Content(open.Box, Scale)) : [];
    }
}
