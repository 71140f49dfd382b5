using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The state of the window, without a window and without OpenGL: camera, time, selection, layers. Input events and the passing of time change it.</summary>
public sealed partial class ViewerModel
{
    /// <summary>A satellite is picked within this of its marker; a press that moves less than the second is a click; px.</summary>
    public const double PickRadius = 12, ClickSlop = 3;

    private const double GreatestPanDeg = 89, KeyPixels = 25;

    /// <summary>Seconds of the run that pass in a second.</summary>
    private static readonly int[] s_speeds = [1, 10, 60, 300, 600, 1800, 3600, 7200, 21600];

    private ISceneSource _source;
    private readonly Func<Epoch> _clock;
    private readonly GlobeOptions _first;
    private GlobeScene? _scene;
    private MapKind _lastMap;
    private int _speed = Array.IndexOf(s_speeds, 600);
    private PointerButton? _held;
    private bool _dragged, _shift;
    private (double X, double Y) _pointer = (double.NaN, double.NaN), _press;

    /// <param name="source">Of the scenes.</param>
    /// <param name="options">The first view.</param>
    /// <param name="clock">What the time is now.</param>
    public ViewerModel(ISceneSource source, GlobeOptions options, Func<Epoch> clock)
    {
        (_source, _clock, _first) = (source, clock, options);
        (Width, Height, Layers) = (options.Width, options.Height, options.Layers);
        _lastMap = Layers.Map == MapKind.None ? MapKind.Hpe95 : Layers.Map;
        (Selected, SelectedObject, Site) = (options.Selected, options.SelectedObject, options.Site);
        Now = Clamped(options.At ?? source.Grid.Start);
        TryMap(Layers.Map);
        Camera = GlobePicture.CameraOf(Scene, options);
    }

    /// <summary>Size of the window, px.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public GlobeCamera Camera { get; private set; }

    public GlobeLayers Layers { get; private set; }

    /// <summary>The epoch shown, within the span of the run.</summary>
    public Epoch Now { get; private set; }

    public bool Playing { get; private set; }

    /// <summary>Time runs backward when playing.</summary>
    public bool Backward { get; private set; }

    /// <summary>Seconds of the run that pass in a second of play, without direction.</summary>
    public int Speed => s_speeds[_speed];

    public SatelliteId? Selected { get; private set; }

    /// <summary>The picked place on the ground.</summary>
    public GeodeticPoint? Site { get; private set; }

    /// <summary>Null beside the Earth, and before the pointer has moved.</summary>
    public PlaceUnderPointer? Pointed { get; private set; }

    public bool HelpShown { get; private set; }

    public bool PanelsShown { get; private set; } = true;

    /// <summary>A line for the user; empty: none.</summary>
    public string Notice { get; private set; } = "";

    public bool CloseAsked { get; private set; }

    /// <summary>The picture changes by itself or under the user's hand: speed matters more than the last pixel.</summary>
    public bool Moving => Playing || (_held is not null && _dragged);

    /// <summary>First and last epoch of the run.</summary>
    public (Epoch First, Epoch Last) Span => (Grid.Start, Grid.Last);

    public GlobeScene Scene => _scene ??= _source.At(Now, Request(Layers));

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

    private EpochGrid Grid => _source.Grid;

    private bool Changed { get; set; } = true;

    private bool PictureAsked { get; set; }

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

    public void Handle(ViewerInput input)
    {
        switch (input.Kind)
        {
            case ViewerInputKind.Moved:
                Move(input.X, input.Y);
                break;
            case ViewerInputKind.Pressed when _held is null:
                (_held, _dragged, _shift, _press, _pointer) = (input.Button, false, input.Shift, (input.X, input.Y), (input.X, input.Y));
                SeekOnTimeLine(input.X, input.Y);
                break;
            case ViewerInputKind.Released when _held == input.Button:
                Release(input.X, input.Y);
                break;
            case ViewerInputKind.Wheel:
                Zoom(input.Y);
                break;
            case ViewerInputKind.Key when ViewerCommand.Of(input.Code) is { } command:
                Notice = "";
                Change();
                command.Run(this, input.Shift);
                break;
            case ViewerInputKind.Resized when ((int)input.X, (int)input.Y) != (Width, Height):
                (Width, Height) = (Math.Max(1, (int)input.X), Math.Max(1, (int)input.Y));
                Change();
                break;
            case ViewerInputKind.Dropped:
                Drop(input.Paths ?? []);
                break;
            case ViewerInputKind.Closed:
                CloseAsked = true;
                break;
        }
    }

    /// <summary>Lets real time pass; when playing the run's time goes on, up to an end of its span.</summary>
    public void Advance(TimeSpan passed)
    {
        if (!Playing || passed <= TimeSpan.Zero)
        {
            return;
        }

        // Whole milliseconds: an epoch that can be written and read.
        double seconds = Math.Round(Math.Min(passed.TotalSeconds, 1) * Speed, 3);
        Go(Now + Duration.FromSeconds(Backward ? -seconds : seconds));
        Playing = Backward ? Now > Grid.Start : Now < Grid.Last;
    }

    public void TogglePlay()
    {
        Playing = !Playing;
        // At the end there is nothing to play: begin again at the other one.
        if (Playing && Now == (Backward ? Grid.Start : Grid.Last))
        {
            Go(Backward ? Grid.Last : Grid.Start);
        }

        Change();
    }

    public void Reverse() => Change(() => Backward = !Backward);

    public void ChangeSpeed(int steps) => Change(() => _speed = Math.Clamp(_speed + steps, 0, s_speeds.Length - 1));

    /// <summary>Goes to the next epoch of the run, or to the one before, and stays there.</summary>
    public void Step(int direction)
    {
        Playing = false;
        long before = Duration.FloorDivide(Now - Grid.Start, Grid.Step);
        bool between = Grid.Start + (Grid.Step * before) != Now;
        Go(Grid.Start + (Grid.Step * (direction > 0 ? before + 1 : between ? before : before - 1)));
    }

    public void GoToNow()
    {
        Epoch clock = _clock();
        Go(clock);
        Notice = clock < Grid.Start ? "the run begins later than now" : clock > Grid.Last ? "the run ended before now" : "";
    }

    /// <summary>Goes to an epoch, or to the nearest of the run.</summary>
    public void Go(Epoch epoch)
    {
        Epoch to = Clamped(epoch);
        if (to != Now)
        {
            (Now, _scene) = (to, null);
            Change();
        }
    }

    /// <summary>Turns the camera with the Earth or stands it with the stars; the picture does not jump.</summary>
    public void ToggleFrame() => Change(() => Camera = Camera.InFrame(Camera.Frame == ReferenceFrame.Itrf ? ReferenceFrame.Gcrf : ReferenceFrame.Itrf, Scene.Earth));

    /// <summary>Moves the camera about the Earth by steps to the right and upward.</summary>
    public void Turn(int right, int up) => Orbit(-right * KeyPixels, up * KeyPixels);

    /// <summary>Nearer by steps of the wheel.</summary>
    public void Zoom(double steps) => Change(() => Camera = Camera.Zoomed(steps));

    public void GoHome() => Change(() => Camera = GlobePicture.CameraOf(Scene, _first with { Width = Options.Width, Height = Options.Height }));

    public void Select(SatelliteId? satellite) => Change(() => (Selected, _scene) = (satellite, null));

    public void Pick(GeodeticPoint? site) => Change(() => (Site, _scene) = (site, null));

    public void SelectNext(int direction)
    {
        int count = Scene.Satellites.Count, at = Scene.Satellites.TakeWhile(s => s.Id != Selected).Count();
        if (count > 0)
        {
            Select(Scene.Satellites[at == count ? direction > 0 ? 0 : count - 1 : (at + direction + count) % count].Id);
        }
    }

    public void ToggleMap() => TryMap(Layers.Map == MapKind.None ? _lastMap : MapKind.None);

    public void NextMap(IReadOnlyList<MapKind> maps, int direction)
    {
        int at = maps.ToList().IndexOf(_lastMap);
        TryMap(maps[(at + direction + maps.Count) % maps.Count]);
    }

    public void Set(Func<GlobeLayers, GlobeLayers> change) => Change(() => (Layers, _scene) = (change(Layers), null));

    public void TogglePanels() => Change(() => PanelsShown = !PanelsShown);

    public void ToggleHelp() => Change(() => HelpShown = !HelpShown);

    public void AskForPicture() => PictureAsked = true;

    /// <summary>Shows a line to the user until the next key.</summary>
    public void Say(string notice) => Change(() => Notice = notice);

    /// <summary>The satellite at a place of the picture: the nearest marker that the Earth does not hide.</summary>
    public SatelliteId? SatelliteAt(double x, double y)
    {
        CameraView view = View;
        (GlobeScene scene, x) = SideBySide.At(Scene, view, x);
        return scene.Satellites.Where(s => !view.IsHidden(s.Itrf))
            .Select(s => (s.Id, At: view.Project(s.Itrf)))
            .Select(s => (s.Id, s.At, Apart: Math.Sqrt(((s.At.X - x) * (s.At.X - x)) + ((s.At.Y - y) * (s.At.Y - y)))))
            .Where(s => s.At.Depth > 0 && s.Apart <= PickRadius)
            .OrderBy(s => s.Apart).ThenBy(s => s.At.Depth)
            .Select(s => (SatelliteId?)s.Id).FirstOrDefault();
    }

    private void Move(double x, double y)
    {
        (double dx, double dy) = (x - _pointer.X, y - _pointer.Y);
        _pointer = (x, y);
        if (_held is null)
        {
            Point();
            return;
        }

        if (!_dragged && Math.Max(Math.Abs(x - _press.X), Math.Abs(y - _press.Y)) < ClickSlop)
        {
            return;
        }

        if (!_dragged)
        {
            // What was held back as a click still counts.
            (_dragged, dx, dy) = (true, x - _press.X, y - _press.Y);
        }

        if (SeekOnTimeLine(x, y))
        {
            return;
        }

        if (_held == PointerButton.Left && !_shift)
        {
            Orbit(dx, dy);
        }
        else
        {
            Pan(dx, dy);
        }
    }

    private void Release(double x, double y)
    {
        bool click = !_dragged && _held == PointerButton.Left && !OnTimeLine(_press.X, _press.Y);
        _held = null;
        if (click)
        {
            SelectAt(x, y);
        }

        Point();
        Change();
    }

    /// <summary>The scene follows the pointer.</summary>
    private void Orbit(double dx, double dy) => Change(() => Camera = Camera.Dragged(dx, dy, Options.Height));

    private void Pan(double dx, double dy)
    {
        double focal = Camera.FocalLength(Options.Height);
        Change(() => Camera = Camera with { PanRightDeg = Panned(Camera.PanRightDeg, -dx / focal), PanUpDeg = Panned(Camera.PanUpDeg, dy / focal) });
    }

    private static double Panned(double deg, double by) =>
        Math.Clamp(double.RadiansToDegrees(Math.Atan(Math.Tan(double.DegreesToRadians(deg)) + by)), -GreatestPanDeg, GreatestPanDeg);

    /// <summary>A press on the time line goes to its epoch, as does a drag that began there.</summary>
    private bool SeekOnTimeLine(double x, double y)
    {
        if (_held != PointerButton.Left || !OnTimeLine(_press.X, _press.Y))
        {
            return false;
        }

        ScreenBox line = PanelPlaces.TimeLine(Options.Width, Options.Height);
        double seconds = (Grid.Last - Grid.Start).TotalSeconds * Math.Clamp((x - line.Left) / line.Width, 0, 1);
        Go(Grid.Start + Duration.FromSeconds(Math.Round(seconds)));
        return true;
    }

    private bool OnTimeLine(double x, double y) => PanelsShown && PanelPlaces.Fit(Width, Height) && PanelPlaces.TimeLine(Width, Height).Contains(x, y);

    private void Point()
    {
        PlaceUnderPointer? place = double.IsNaN(_pointer.X) ? null : PlaceAt(_pointer.X, _pointer.Y);
        if (place != Pointed)
        {
            Change(() => Pointed = place);
        }
    }

    /// <summary>Shows a map where the run has it; says so where it has not.</summary>
    private void TryMap(MapKind map)
    {
        try
        {
            GlobeLayers layers = Layers with { Map = map };
            _scene = _source.At(Now, Request(layers));
            (_lastMap, Layers) = (map == MapKind.None ? _lastMap : map, layers);
        }
        catch (InputException e) when (map != MapKind.None)
        {
            Notice = e.Diagnostics[0].ToString();
            Layers = Layers with { Map = MapKind.None };
            _scene = _source.At(Now, Request(Layers));
        }

        Change();
    }

    private SceneRequest Request(GlobeLayers layers) => new(layers, Selected, Site, SelectedObject);

    private Epoch Clamped(Epoch epoch) => epoch < Grid.Start ? Grid.Start : epoch > Grid.Last ? Grid.Last : epoch;

    private void Change() => Changed = true;

    private void Change(Action change)
    {
        change();
        Changed = true;
    }
}
