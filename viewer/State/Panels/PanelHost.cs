using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>The panels of the window: which are open, where they lie, which one the keys belong to. Mouse and keys come from <see cref="ViewerModel"/>.</summary>
internal sealed partial class PanelHost : IDisposable
{
    private readonly ViewerModel _model;
    private readonly Action _changed;
    private readonly List<OpenPanel> _open = [];
    private readonly SKBitmap _page = new(1, 1);
    private readonly SKCanvas _canvas;
    private int _count;
    private (OpenPanel Panel, PanelPart Part, double X, double Y, ScreenBox Start)? _drag;

    public PanelHost(ViewerModel model, Action changed)
    {
        (_model, _changed) = (model, changed);
        _canvas = new SKCanvas(_page);
    }

    /// <summary>Every panel that can be opened.</summary>
    public IReadOnlyList<IPanel> Known { get; } = PanelList.Create();

    /// <summary>At the top, always there: buttons of time, the line of time, the menu.</summary>
    public IShellPanel Bar { get; } = new TimeBar();

    /// <summary>From the lowest to the uppermost.</summary>
    public IReadOnlyList<OpenPanel> Open => _open;

    /// <summary>The panel that the keys belong to; null: the globe.</summary>
    public IPanel? Focused { get; private set; }

    /// <summary>Control of it that Enter works; -1: none yet.</summary>
    public int FocusedControl { get; private set; } = -1;

    public bool IsDragging => _drag is not null;

    public float Scale => (float)_model.UiScale;

    public bool IsOpen(string name) => _open.Exists(p => p.Panel.Name == name);

    public IPanel? Find(string name) => Known.FirstOrDefault(p => p.Name == name);

    public void Toggle(string name)
    {
        if (IsOpen(name))
        {
            Close(name);
        }
        else
        {
            Show(name);
        }
    }

    public void Show(string name)
    {
        if (!IsOpen(name) && Find(name) is { } panel)
        {
            _open.Add(new OpenPanel(panel) { Opened = ++_count, Used = _count });
            Lay();
        }
    }

    public void Close(string name)
    {
        if (_open.RemoveAll(p => p.Panel.Name == name) > 0)
        {
            if (Focused?.Name == name)
            {
                Focus(null);
            }

            Lay();
        }
    }

    /// <summary>Docks every panel again that the user moved.</summary>
    public void Tidy()
    {
        _open.ForEach(p => p.Own = null);
        Lay();
    }

    /// <summary>Gives panels their places anew: the window, its scale or what is open has changed.</summary>
    public void Lay()
    {
        (int width, int height, double ui) = (_model.Width, _model.Height, _model.UiScale);
        if (_open.Count > 0 && PanelPlaces.Fit(width, height))
        {
            GlobeScene scene = _model.Scene;
            bool map = scene.Map is not null, text = _model.Layers.Text;
            int part = BarWidth;
            float legend = text ? Legend.Top(scene, _model.Layers, height, GlobePicture.ScaleOf(part, height)) : height;
            (PanelRoom left, PanelRoom right) = (PanelPlaces.Left(width, height, ui, text, legend, part), PanelPlaces.Right(width, height, ui, map, map && _model.Layers.FlatMap, part));
            if (_model.Lesson?.Moment.Caption is { } caption && CaptionBox.Top(width, height, caption, CaptionLift) is var edge && edge < height)
            {
                (left, right) = (left.Above(edge), right.Above(edge));
            }

            PanelState state = State;
            _open.ForEach(p => p.Empty = p.Panel is not IShellPanel && p.Panel.Missing(state) is not null);
            PanelLayout.Place(_open, width, height, ui, left, right);
            // What was told of a thing is not told of the panel that covers it now.
            _model.Point();
        }

        _changed();
    }

    /// <summary>Room below the caption of a lesson for the line at the foot, px.</summary>
    public float CaptionLift => 26 * Scale;

    public PanelState State => new(_model.Source, _model.Scene, _model.Selected, _model.Site, _model.Theme) { Window = _model };

    public ScreenBox BarBox => PanelPlaces.Time(BarWidth, _model.Height, _model.UiScale);

    /// <summary>The line of time in the bar.</summary>
    public ScreenBox TimeLine => PanelPlaces.TimeLine(BarWidth, _model.Height, _model.UiScale);

    /// <summary>Of two pictures beside each other the bar stands in the first: the second one has a title too.</summary>
    private int BarWidth => _model.Scene.Beside is not null && PanelPlaces.Fit(_model.Width / 2, _model.Height) ? _model.Width / 2 : _model.Width;

    /// <summary>Something to measure text with; it draws nowhere.</summary>
    /// <param name="scale">Beside that of all panels.</param>
    public Pen Pen(float scale = 1) => new(_canvas, Scale * scale);

    public bool Shown => _model.PanelsShown && PanelPlaces.Fit(_model.Width, _model.Height);

    /// <summary>The uppermost panel at a place of the window.</summary>
    public (OpenPanel? Panel, PanelPart Part) PartAt(double x, double y)
    {
        for (int i = Shown ? _open.Count - 1 : -1; i >= 0; i--)
        {
            if (PanelChrome.PartAt(_open[i].Box, Scale, x, y) is not PanelPart.None and var part)
            {
                return (_open[i], part);
            }
        }

        return (null, PanelPart.None);
    }

    /// <summary>Whether a place of the window is covered by a panel.</summary>
    public bool Covers(double x, double y) => Shown && (BarBox.Contains(x, y) || PartAt(x, y).Panel is not null);

    /// <summary>What can be clicked or read at a place of the window.</summary>
    public PanelTarget? TargetAt(double x, double y)
    {
        if (!Shown)
        {
            return null;
        }

        (OpenPanel? open, PanelPart part) = PartAt(x, y);
        using Pen pen = Pen(open?.ContentScale ?? 1);
        return open is null
            ? BarBox.Contains(x, y) ? Bar.At(pen, State, BarArea, (float)x, (float)y) : null
            : part switch
            {
                PanelPart.Close => new PanelTarget("close") { Do = _ => Close(open.Panel.Name), Box = PanelChrome.CloseButton(open.Box, Scale) },
                PanelPart.Title => new PanelTarget(open.Folded ? "click to unfold" : "drag to move; double click docks it again"),
                PanelPart.Corner => new PanelTarget("drag to resize"),
                _ => open.Panel.Missing(State) is null ? open.Panel.At(pen, State, PanelChrome.Content(open.Box, Scale), (float)x, (float)y) : null,
            };
    }

    /// <summary>A press: raises the panel, begins to move or resize it. False: no panel is there.</summary>
    public bool Press(double x, double y)
    {
        (OpenPanel? open, PanelPart part) = PartAt(x, y);
        if (open is null)
        {
            return Covers(x, y);
        }

        _open.Remove(open);
        _open.Add(open);
        open.Used = ++_count;
        if (open.Folded && part != PanelPart.Close)
        {
            Lay();
            return true;
        }

        if (part is PanelPart.Title or PanelPart.Corner)
        {
            _drag = (open, part, x, y, open.Box);
        }

        _changed();
        return true;
    }

    public void Drag(double x, double y)
    {
        if (_drag is var (open, part, fromX, fromY, start))
        {
            (double dx, double dy) = (x - fromX, y - fromY);
            open.Own = part == PanelPart.Title ? start with { Left = start.Left + dx, Top = start.Top + dy } : start with { Width = start.Width + dx, Height = start.Height + dy };
            Lay();
        }
    }

    public void Release() => _drag = null;

    /// <summary>A double click on a title docks its panel.</summary>
    public void Dock(OpenPanel open)
    {
        open.Own = null;
        Lay();
    }

    /// <summary>How far a panel is scrolled, at most as far as there is something to see.</summary>
    public float Scroll(string name, float most)
    {
        OpenPanel? open = _open.Find(p => p.Panel.Name == name);
        return open is null ? 0 : open.Scroll = Math.Clamp(open.Scroll, 0, most);
    }

    /// <summary>The wheel over a panel, px downward.</summary>
    public void ScrollBy(OpenPanel open, double pixels)
    {
        open.Scroll = Math.Max(0, open.Scroll + (float)pixels);
        _changed();
    }

    public SKRect BarArea
    {
        get
        {
            ScreenBox box = BarBox;
            return new SKRect((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);
        }
    }

    public void Dispose()
    {
        foreach (IPanel panel in Known.Append(Bar))
        {
            panel.Dispose();
        }

        _canvas.Dispose();
        _page.Dispose();
    }
}
