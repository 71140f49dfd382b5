using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The state of the window, without a window and without OpenGL. Input events and the passing of time change it; its parts are <see cref="TimeControl"/>, camera, panels, search, measuring.</summary>
public sealed class ViewerModel
{
    /// <summary>A satellite is picked within this of its marker, px.</summary>
    public const double PickRadius = ScenePick.Radius;

    private const double KeyPixels = 25, UiStep = 1.1;

    private readonly Func<Epoch> _clock;
    private readonly GlobeOptions _first;
    private readonly double _firstUiScale;
    private readonly RunEvents _events;
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
        (Source, _clock, _first, _grid) = (source, clock, options, source.Grid);
        (Width, Height, Layers) = (options.Width, options.Height, options.Layers);
        (LightTheme, UiScale) = (settings.Light, Math.Clamp(settings.UiScale ?? 1, ViewerSettings.LeastUiScale, ViewerSettings.GreatestUiScale));
        (_firstUiScale, Selected, Site) = (UiScale, options.Selected, options.Site);
        _lastMap = Layers.Map == MapKind.None ? MapKind.Hpe95 : Layers.Map;
        Time = new TimeControl(() => source.Grid, options.At ?? source.Grid.Start, Renew);
        TryMap(Layers.Map);
        FirstCamera = GlobePicture.CameraOf(Scene, options);
        Cameras = new CameraControl(this, FirstCamera, Change);
        (_events, Search, Measure) = (new RunEvents(source), new SearchState(() => SearchIndex.Of(source, Scene), Change), new MeasureState(Change));
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
    public bool Animating => Playing || Cameras.Flying;

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
        Site = Site,
        Camera = Camera,
        Frame = Camera.Frame,
    };

    public CameraView View => Camera.View(Scene, Options.Width, Options.Height);

    internal ISceneSource Source { get; }

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

    public void TogglePlay() => Time.TogglePlay();

    public void Reverse() => Time.Reverse();

    public void ChangeSpeed(int steps) => Time.ChangeSpeed(steps);

    /// <summary>Goes to the next epoch of the run, or to the one before, and stays there.</summary>
    public void Step(int direction) => Time.Step(direction);

    /// <summary>Goes to an epoch, or to the nearest of the run.</summary>
    public void Go(Epoch epoch) => Time.Go(epoch);

    public void GoToNow()
    {
        Epoch clock = _clock();
        Go(clock);
        Say(clock < Span.First ? "the run begins later than now" : clock > Span.Last ? "the run ended before now" : "");
    }

    /// <summary>Goes to the next event of the run, or to the one before.</summary>
    public void NextEvent(int direction)
    {
        RunEvent? next = direction > 0 ? Events.FirstOrDefault(e => e.From > Now) : Events.LastOrDefault(e => e.From < Now);
        if (next is null)
        {
            Say(direction > 0 ? "no event after this epoch" : "no event before this epoch");
        }
        else
        {
            GoToEvent(next);
        }
    }

    /// <summary>Turns the camera with the Earth or stands it with the stars; the picture does not jump.</summary>
    public void ToggleFrame()
    {
        Cameras.Land();
        Cameras.Put(Camera.InFrame(Camera.Frame == ReferenceFrame.Itrf ? ReferenceFrame.Gcrf : ReferenceFrame.Itrf, Scene.Earth));
    }

    /// <summary>Moves the camera about the Earth by steps to the right and upward.</summary>
    public void Turn(int right, int up) => Cameras.Turn(-right * KeyPixels, up * KeyPixels);

    /// <summary>Nearer by steps of the wheel.</summary>
    public void Zoom(double steps) => Cameras.Zoom(steps, double.NaN, double.NaN);

    public void GoHome() => Cameras.FlyTo(GlobePicture.CameraOf(Scene, _first with { Width = Options.Width, Height = Options.Height }));

    public void Select(SatelliteId? satellite)
    {
        if (satellite != Selected)
        {
            Selected = satellite;
            Renew();
        }
    }

    public void Pick(GeodeticPoint? site)
    {
        Site = site;
        Renew();
    }

    public void Deselect()
    {
        Select(null);
        Pick(null);
    }

    public void PickAtPointer()
    {
        if (Pointed is { } pointed)
        {
            Pick(pointed.Place with { Height = 0 });
        }
        else
        {
            Say("the pointer is not over the Earth: no place to pick");
        }
    }

    public void SelectNext(int direction)
    {
        int count = Scene.Satellites.Count, at = Scene.Satellites.TakeWhile(s => s.Id != Selected).Count();
        if (count > 0)
        {
            Select(Scene.Satellites[at == count ? direction > 0 ? 0 : count - 1 : (at + direction + count) % count].Id);
        }
    }

    public void FlyToSelected()
    {
        if (SelectedSatellite is { } satellite)
        {
            Cameras.FlyOver(satellite.Itrf);
        }
        else if (Site is { } site)
        {
            Cameras.FlyOver(site);
        }
    }

    /// <summary>Goes with the selected satellite, or leaves it.</summary>
    public void Follow()
    {
        if (SelectedSatellite is { } satellite)
        {
            Cameras.Follow(satellite.Id, satellite.Itrf);
        }
        else
        {
            Say("select a satellite first: click on it, or Tab");
        }
    }

    /// <summary>Stands at the picked place, or leaves it.</summary>
    public void LookFromSite()
    {
        if (Site is { } site)
        {
            Cameras.LookFrom(site);
        }
        else
        {
            Say("pick a place first: double click on the ground, or K");
        }
    }

    public void ToggleMap() => TryMap(Layers.Map == MapKind.None ? _lastMap : MapKind.None);

    /// <summary>Shows a map where the run has it; else says why not and leaves all as it is.</summary>
    public void ShowMap(MapKind map) => TryMap(map);

    /// <summary>Shows the next map that the run has.</summary>
    public void NextMap(int direction)
    {
        MapKind[] maps = [.. GlobeLayers.Maps.Select(m => m.Map).Where(m => m != MapKind.None)];
        int at = Array.IndexOf(maps, _lastMap);
        for (int i = 1; i <= maps.Length && !TryMap(maps[(at + (direction * i) + (maps.Length * maps.Length)) % maps.Length]); i++)
        {
            // Those that the run does not have are passed over.
        }
    }

    public void Set(Func<GlobeLayers, GlobeLayers> change)
    {
        Layers = change(Layers);
        Renew();
        Panels.Lay();
    }

    public void TogglePanels()
    {
        PanelsShown = !PanelsShown;
        Change();
    }

    /// <summary>Opens or closes a panel by its name.</summary>
    public void TogglePanel(string name)
    {
        if (name == "search" && !Search.Active)
        {
            OpenSearch();
        }
        else if (Panels.IsOpen(name))
        {
            ClosePanel(name);
        }
        else
        {
            PanelsShown = true;
            Panels.Show(name);
        }
    }

    public void ToggleHelp() => TogglePanel("help");

    public void OpenSearch()
    {
        PanelsShown = true;
        Panels.Show("search");
        Search.Begin();
    }

    public void ToggleTheme()
    {
        LightTheme = !LightTheme;
        Change();
    }

    /// <summary>Larger or smaller text by steps; 0: as in the beginning.</summary>
    public void ChangeUiScale(int steps)
    {
        UiScale = steps == 0 ? _firstUiScale : Math.Clamp(UiScale * Math.Pow(UiStep, steps), ViewerSettings.LeastUiScale, ViewerSettings.GreatestUiScale);
        Panels.Lay();
    }

    public void AskForPicture() => PictureAsked = true;

    /// <summary>Leaves what is open for a while, the latest first; where nothing is, closes the window.</summary>
    public void Leave()
    {
        if (HelpShown || Panels.IsOpen("measure"))
        {
            ClosePanel(HelpShown ? "help" : "measure");
        }
        else if (Camera.Target is not null)
        {
            GoHome();
        }
        else
        {
            CloseAsked = true;
        }
    }

    /// <summary>Shows a line to the user until the next key.</summary>
    public void Say(string notice)
    {
        Notice = notice;
        Change();
    }

    /// <summary>The satellite at a place of the picture: the nearest marker that the Earth does not hide.</summary>
    public SatelliteId? SatelliteAt(double x, double y) => ScenePick.Satellite(Scene, View, x, y, PickRadius)?.Id;

    internal SceneSatellite? SelectedSatellite => Scene.Satellites.FirstOrDefault(s => s.Id == Selected);

    internal void TogglePanelAt(int place, bool shift)
    {
        if (!shift && place < Panels.Known.Count)
        {
            TogglePanel(Panels.Known[place].Name);
        }
    }

    internal void ClosePanel(string name)
    {
        Panels.Close(name);
        if (name == "search")
        {
            Search.End();
        }
        else if (name == "measure")
        {
            Measure.Clear();
        }
    }

    internal void EndSearch()
    {
        if (Search.Active || Panels.IsOpen("search"))
        {
            ClosePanel("search");
        }
    }

    internal void GoToEvent(RunEvent happened) => Go(happened.From);

    /// <summary>Selects what was found and flies there.</summary>
    internal void GoTo(SearchEntry entry)
    {
        EndSearch();
        if (entry.Satellite is { } satellite)
        {
            Select(satellite);
        }
        else
        {
            Select(null);
            Pick(entry.Place);
        }

        FlyToSelected();
    }

    /// <summary>Does what a click on a panel means.</summary>
    internal void Aim(PanelTarget? target)
    {
        if (target?.Satellite is { } satellite)
        {
            Select(satellite);
        }

        if (target?.Epoch is { } epoch)
        {
            Go(epoch);
        }

        target?.Do?.Invoke(this);
    }

    /// <summary>Finds out what lies under the pointer.</summary>
    internal void Point()
    {
        (double x, double y) = Pointer;
        if (double.IsNaN(x))
        {
            return;
        }

        bool covered = Panels.Covers(x, y);
        PanelTarget? hovered = covered ? Panels.TargetAt(x, y) : null;
        CameraView view = View;
        PlaceUnderPointer? place = covered ? null : PlaceUnderPointer.Of(Scene, view, x, y);
        IReadOnlyList<string> hint = covered ? hovered is { Hint.Length: > 0 } ? [hovered.Hint] : [] : HintAt(view, x, y);
        if (place != Pointed || hovered?.Box != Hovered?.Box || !hint.SequenceEqual(Hint))
        {
            (Pointed, Hovered, Hint) = (place, hovered, hint);
            Change();
        }
    }

    private IReadOnlyList<string> HintAt(CameraView view, double x, double y) =>
        ScenePick.Satellite(Scene, view, x, y, ScenePick.Radius) is { } satellite ? HintText.OfSatellite(Source, satellite)
        : Layers.Stations && ScenePick.Place(Scene.Stations, view, x, y, ScenePick.Radius) is { } station ? HintText.OfPlace(station, station.Anchor ? "station with a crosslink terminal" : "station")
        : Layers.Links && ScenePick.Link(Scene, view, x, y, ScenePick.LinkRadius) is { } link ? HintText.OfLink(link)
        : [];

    /// <summary>Shows a map where the run has it; says so where it has not, and leaves the one that is shown.</summary>
    private bool TryMap(MapKind map)
    {
        try
        {
            GlobeLayers layers = Layers with { Map = map };
            _scene = _lastGood = Source.At(Now, Request(layers));
            (_lastMap, Layers, Problem) = (map == MapKind.None ? _lastMap : map, layers, "");
        }
        catch (InputException e) when (map != MapKind.None)
        {
            Say(TextOf(e));
            if (_lastGood is null)
            {
                Layers = Layers with { Map = MapKind.None };
                _scene = _lastGood = Source.At(Now, Request(Layers));
            }

            return false;
        }

        Panels?.Lay();
        Change();
        return true;
    }

    private SceneRequest Request(GlobeLayers layers) => new(layers, Selected, Site);

    private static string TextOf(Exception e) => e is InputException { Diagnostics: [var first, ..] } ? first.ToString() : e.Message;

    private void Change() => Changed = true;

    /// <summary>The scene is another one from now on.</summary>
    private void Renew()
    {
        _scene = null;
        Changed = true;
    }
}
