using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The state of the window, without a window and without OpenGL. Input events and the passing of time change it; its parts are <see cref="TimeControl"/>, camera, panels, search, measuring.</summary>
public sealed partial class ViewerModel : IDisposable
{
    /// <summary>A satellite is picked within this of its marker, px.</summary>
    public const double PickRadius = ScenePick.Radius;

    private const double KeyPixels = 25, UiStep = 1.1;

    private ISceneSource _source;
    private readonly Func<Epoch> _clock;
    private readonly GlobeOptions _first;
    private readonly double _firstUiScale;
    private RunEvents _events;
    private readonly KeyControl _keys;
    private readonly PointerControl _pointer;
    private GlobeScene? _scene, _lastGood;
    private MapKind _lastMap;
    private EpochGrid _grid;

    /// <param name="source">Of the scenes.</param>
    /// <param name="options">The first view.</param>
    /// <param name="clock">What the time is now.</param>
    /// <param name="settings">How the window begins.</param>
    /// <exception cref="InputException">There is no first scene.</exception>
    public ViewerModel(ISceneSource source, GlobeOptions options, Func<Epoch> clock, ViewerSettings? settings = null)
    {
        settings ??= new ViewerSettings();
        (_source, _clock, _first, _grid) = (source, clock, options, source.Grid);
        (Width, Height, Layers) = (options.Width, options.Height, options.Layers);
        (LightTheme, UiScale) = (settings.Light, Math.Clamp(settings.UiScale ?? 1, ViewerSettings.LeastUiScale, ViewerSettings.GreatestUiScale));
        (_firstUiScale, Selected, SelectedObject, Site) = (UiScale, options.Selected, options.SelectedObject, options.Site);
        _lastMap = Layers.Map == MapKind.None ? MapKind.Hpe95 : Layers.Map;
        (_version, _standardMap) = (source.Version, source.StandardMap);
        Time = new TimeControl(() => Source.Grid, options.At ?? source.Grid.Start, Renew);
        TryMap(Layers.Map);
        FirstCamera = GlobePicture.CameraOf(Scene, options);
        Cameras = new CameraControl(this, FirstCamera, Change);
        (_events, Search, Measure) = (new RunEvents(source), new SearchState(() => SearchIndex.Of(Source, Scene), Change), new MeasureState(Change));
        (_keys, _pointer, Panels) = (new KeyControl(this), new PointerControl(this), new PanelHost(this, Change));
        foreach (string panel in settings.Panels)
        {
            TogglePanel(panel);
        }
    }

    /// <summary>Size of the window, px.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Scale of text and panels.</summary>
    public double UiScale { get; private set; }

    public bool LightTheme { get; private set; }

    public GlobeCamera Camera => Cameras.Camera;

    public GlobeLayers Layers { get; private set; }

    public TimeControl Time { get; }

    /// <summary>The epoch shown, within the span of the run.</summary>
    public Epoch Now => Time.Now;

    public bool Playing => Time.Playing;

    /// <summary>Time runs backward when playing.</summary>
    public bool Backward => Time.Backward;

    /// <summary>Seconds of the run that pass in a second of play, without direction.</summary>
    public int Speed => Time.Speed;

    /// <summary>First and last epoch of the run.</summary>
    public (Epoch First, Epoch Last) Span => Time.Span;

    public SatelliteId? Selected { get; private set; }

    /// <summary>The picked place on the ground.</summary>
    public GeodeticPoint? Site { get; private set; }

    /// <summary>Null beside the Earth, over a panel, and before the pointer has moved.</summary>
    public PlaceUnderPointer? Pointed { get; private set; }

    public bool PanelsShown { get; private set; } = true;

    public bool HelpShown => Panels.IsOpen("help");

    /// <summary>A line for the user; empty: none.</summary>
    public string Notice { get; private set; } = "";

    /// <summary>Why the scene that is shown is not the one of this epoch and these layers; empty: it is.</summary>
    public string Problem { get; private set; } = "";

    public bool CloseAsked { get; private set; }

    /// <summary>The picture changes by itself: there is no time to wait for events.</summary>
    public bool Animating => Playing || Cameras.Flying || LessonMoving;

    /// <summary>It changes by itself or under the user's hand: speed matters more than the last pixel.</summary>
    public bool Moving => Animating || _pointer.Turning;

    /// <summary>The scene of the epoch and the layers. Where it cannot be had, the last one that could, and <see cref="Problem"/> says why.</summary>
    public GlobeScene Scene
    {
        get
        {
            if (_scene is null)
            {
                try
                {
                    (_scene, Problem) = (Source.At(Now, Request(Layers)), "");
                    _lastGood = _scene;
                }
                catch (Exception e) when (_lastGood is not null && e is InputException or IOException or UnauthorizedAccessException)
                {
                    (_scene, Problem) = (_lastGood, TextOf(e));
                }
            }

            return _scene;
        }
    }

    /// <summary>The state as <c>render</c> would be told it. A window smaller than the least picture shows its left upper corner.</summary>
    public GlobeOptions Options => new()
    {
        Width = Math.Clamp(Width, GlobeOptions.LeastSize, GlobeOptions.GreatestSize),
        Height = Math.Clamp(Height, GlobeOptions.LeastSize, GlobeOptions.GreatestSize),
        At = Now,
        Layers = Layers,
        Selected = Selected,
        SelectedObject = SelectedObject,
        Site = Site,
        Camera = Camera,
        Frame = Camera.Frame,
    };

    public CameraView View => Camera.View(Scene, SideBySide.Part(Scene, Options).Width, Options.Height);

    internal ISceneSource Source => _source;

    internal CameraControl Cameras { get; }

    internal GlobeCamera FirstCamera { get; }

    internal PanelHost Panels { get; }

    internal SearchState Search { get; }

    internal MeasureState Measure { get; }

    internal PanelTheme Theme => LightTheme ? PanelTheme.Light : PanelTheme.Dark;

    /// <summary>What happened in the run, and to the selected satellite.</summary>
    internal IReadOnlyList<RunEvent> Events => _events.Of(Selected);

    /// <summary>What is told beside the pointer, in lines; empty: nothing.</summary>
    internal IReadOnlyList<string> Hint { get; private set; } = [];

    /// <summary>What of a panel lies under the pointer.</summary>
    internal PanelTarget? Hovered { get; private set; }

    /// <summary>Where the pointer is, px.</summary>
    internal (double X, double Y) Pointer => _pointer.At;

    /// <summary>Seconds that have passed since the window was opened.</summary>
    internal double Seconds { get; private set; }

    private bool Changed { get; set; } = true;

    private bool PictureAsked { get; set; }

    private bool PanelsAsked { get; set; }

    /// <summary>Whether anything has changed since the last call.</summary>
    public bool TakeChanged()
    {
        (bool was, Changed) = (Changed, false);
        return was;
    }

    /// <summary>Whether a picture was asked for since the last call.</summary>
    public bool TakePictureAsked()
    {
        (bool was, PictureAsked) = (PictureAsked, false);
        return was;
    }

    /// <summary>Whether files of the panels were asked for since the last call.</summary>
    public bool TakePanelsAsked()
    {
        (bool was, PanelsAsked) = (PanelsAsked, false);
        return was;
    }

    public void Handle(ViewerInput input)
    {
        switch (input.Kind)
        {
            case ViewerInputKind.Moved:
                _pointer.Move(input.X, input.Y);
                break;
            case ViewerInputKind.Pressed:
                _pointer.Press(input);
                break;
            case ViewerInputKind.Released:
                _pointer.Release(input);
                break;
            case ViewerInputKind.Wheel when double.IsFinite(input.Y):
                _pointer.Wheel(input.Y);
                break;
            case ViewerInputKind.Key:
                _keys.Press(input.Code, input.Shift, input.Control);
                break;
            case ViewerInputKind.Typed:
                _keys.Type(input.Letter);
                break;
            case ViewerInputKind.Resized when ((int)input.X, (int)input.Y) != (Width, Height):
                (Width, Height) = (Math.Max(1, (int)input.X), Math.Max(1, (int)input.Y));
                Panels.Lay();
                break;
            case ViewerInputKind.Dropped:
                Drop(input.Paths ?? []);
                break;
            case ViewerInputKind.Closed:
                CloseAsked = true;
                break;
        }
    }

    /// <summary>Lets real time pass: play goes on, flights go on, a run that is being made has grown.</summary>
    public void Advance(TimeSpan passed)
    {
        if (passed > TimeSpan.Zero)
        {
            Seconds += passed.TotalSeconds;
            bool moved = Animating;
            Time.Advance(passed);
            AdvanceLesson(passed);
            Cameras.Advance(passed);
            if (moved)
            {
                Point();
            }
        }

        if (Source.Grid != _grid)
        {
            _grid = Source.Grid;
            Change();
        }
    }

    private SceneRequest Request(GlobeLayers layers) => new(layers, Selected, Site, SelectedObject);

    private static string TextOf(Exception e) => e is InputException { Diagnostics: [var first, ..] } ? first.ToString() : e.Message;

    private void Change() => Changed = true;

    /// <summary>The scene is another one from now on.</summary>
    private void Renew()
    {
        _scene = null;
        Changed = true;
    }
}
