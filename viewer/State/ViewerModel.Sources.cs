using Constellation.Core;

namespace Constellation.Viewer;

/// <summary>Where the scenes come from, and how that changes: a run that fills, files dropped on the window.</summary>
public sealed partial class ViewerModel
{
    private int _version;
    private MapKind _standardMap;
    private Task<ISceneSource>? _opening;
    private string _openingNames = "", _status = "";

    /// <summary>Opens what is dropped on the window, on a thread of its own; null: nothing can be dropped.</summary>
    public Func<IReadOnlyList<string>, ISceneSource>? Opener { get; init; }

    /// <summary>For the title of the window.</summary>
    public string SourceName => _source.Name;

    /// <summary>Changes when the picture is another though the view is the same.</summary>
    public int SourceVersion { get; private set; }

    /// <summary>What goes on behind; empty: nothing.</summary>
    public string Status => _opening is null ? _source.Status : $"opening {_openingNames}";

    /// <summary>Catalogue number of the object that is picked out.</summary>
    public int? SelectedObject { get; private set; }

    /// <summary>Takes in what the source and the opening of files have become; to be called often.</summary>
    public void Refresh()
    {
        if (_opening is { IsCompleted: true } opened)
        {
            _opening = null;
            Take(opened);
        }

        if (_source.Version != _version)
        {
            _version = _source.Version;
            Grow();
        }

        string status = Status;
        if (status != _status)
        {
            _status = status;
            Change();
        }
    }

    /// <summary>Files and folders dropped on the window: orbits join orbits that are shown and can be seen at one time with them; else they take the place of what is shown.</summary>
    public void Drop(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (Opener is not { } open || paths.Count == 0)
        {
            return;
        }

        if (_opening is not null)
        {
            Say("still opening what was dropped before");
            return;
        }

        string first = Path.GetFileName(Path.TrimEndingDirectorySeparator(paths[0]));
        _openingNames = paths.Count == 1 ? first : $"{first} and {paths.Count - 1} more";
        ISceneSource shown = _source;
        _opening = Task.Run(() =>
        {
            ISceneSource dropped = open(paths);
            // Of two orbits of a satellite the dropped one is meant: it is named first.
            return dropped is OrbitScenes more && shown is OrbitScenes there && more.Meets(there) ? open([.. more.Words, .. there.Words.Except(more.Words)]) : dropped;
        });
        Change();
    }

    /// <summary>Shows another source: the camera stays, the time goes to its first epoch where it does not reach the present one.</summary>
    public void Show(ISceneSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        bool reaches = Now >= source.Grid.Start && Now <= source.Grid.Last;
        Interlocked.Exchange(ref _source, source);
        (_version, _standardMap, _events) = (source.Version, source.StandardMap, new RunEvents(source));
        (Selected, SelectedObject, _scene, _lastGood) = (null, null, null, null);
        Measure.Clear();
        Time.Restart(reaches ? Now : source.Grid.Start);
        SourceVersion++;
        TryMap(_standardMap);
        // What the camera belonged to may not be there any more.
        if (Camera.Target is { Kind: CameraTargetKind.Satellite } target && target.In(Scene) is null)
        {
            Cameras.Put(GlobePicture.CameraOf(Scene, _first with { Camera = null, Width = Options.Width, Height = Options.Height }));
        }
    }

    public void SelectObject(int? number)
    {
        (Selected, SelectedObject) = (null, number);
        Renew();
    }

    /// <summary>Ends what runs behind: at the end, since nothing can be shown after it.</summary>
    public void Dispose()
    {
        (_source as IDisposable)?.Dispose();
        Panels.Dispose();
    }

    /// <summary>The object of a catalogue at a place of the picture.</summary>
    public CatalogueObject? ObjectAt(double x, double y)
    {
        const double Radius = 6;
        CameraView view = View;
        (GlobeScene scene, x) = SideBySide.At(Scene, view, x);
        return scene.Objects.Where(o => !view.IsHidden(o.Itrf))
            .Select(o => (Object: o, At: view.Project(o.Itrf)))
            .Select(o => (o.Object, o.At, Apart: Math.Sqrt(((o.At.X - x) * (o.At.X - x)) + ((o.At.Y - y) * (o.At.Y - y)))))
            .Where(o => o.At.Depth > 0 && o.Apart <= Radius)
            .OrderBy(o => o.Apart).ThenBy(o => o.At.Depth)
            .Select(o => o.Object).FirstOrDefault();
    }

    private PlaceUnderPointer? PlaceAt(double x, double y)
    {
        CameraView view = View;
        (GlobeScene scene, double within) = SideBySide.At(Scene, view, x);
        return PlaceUnderPointer.Of(scene, view, within, y);
    }

    private void Take(Task<ISceneSource> opened)
    {
        ISceneSource before = _source, source;
        try
        {
            source = opened.GetAwaiter().GetResult();
            // What cannot be shown is not taken: the window keeps what it has.
            source.At(null, SceneRequest.Of(MapKind.None));
        }
        catch (Exception e)
        {
            Say(e switch
            {
                InputException { Diagnostics: [var only] } => only.ToString(),
                InputException { Diagnostics: [var first, ..] all } => $"{first} ({all.Count - 1} more)",
                IOException or UnauthorizedAccessException => e.Message,
                _ => $"internal error CN9001: {e.GetType().Name}: {e.Message}",
            });
            return;
        }

        Show(source);
        (before as IDisposable)?.Dispose();
    }

    /// <summary>The source has more to show than before: a map that was not chosen becomes the better one.</summary>
    private void Grow()
    {
        MapKind before = _standardMap;
        _standardMap = _source.StandardMap;
        SourceVersion++;
        _scene = null;
        _events = new RunEvents(_source);
        Time.Go(Now);
        if (_standardMap != before && Layers.Map == before)
        {
            TryMap(_standardMap);
        }

        Change();
    }
}
