using Constellation.Core;

namespace Constellation.Viewer;

/// <summary>Where the scenes come from, and how that changes: a run that fills, files dropped on the window.</summary>
public sealed partial class ViewerModel : IDisposable
{
    private int _version;
    private MapKind _standardMap;
    private bool _seen;
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

        if (!_seen)
        {
            (_seen, _version, _standardMap) = (true, _source.Version, _source.StandardMap);
        }
        else if (_source.Version != _version)
        {
            _version = _source.Version;
            Renew();
        }

        string status = Status;
        if (status != _status)
        {
            Change(() => _status = status);
        }
    }

    /// <summary>Files and folders dropped on the window: they take the place of what is shown.</summary>
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
        _opening = Task.Run(() => open(paths));
        Change();
    }

    /// <summary>Shows another source: the camera stays, the time goes to its first epoch where it does not reach the present one.</summary>
    public void Show(ISceneSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Playing = false;
        Interlocked.Exchange(ref _source, source);
        (_version, _standardMap) = (source.Version, source.StandardMap);
        (Selected, SelectedObject, _scene) = (null, null, null);
        Now = Now < Grid.Start || Now > Grid.Last ? Grid.Start : Now;
        SourceVersion++;
        TryMap(_standardMap);
    }

    public void SelectObject(int? number) => Change(() => (Selected, SelectedObject, _scene) = (null, number, null));

    /// <summary>Ends what runs behind.</summary>
    public void Dispose() => (_source as IDisposable)?.Dispose();

    /// <summary>The object of a catalogue at a place of the picture.</summary>
    public SceneObject? ObjectAt(double x, double y)
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

    /// <summary>Navigation satellites go before other objects.</summary>
    private void SelectAt(double x, double y)
    {
        SatelliteId? satellite = SatelliteAt(x, y);
        SceneObject? other = satellite is null ? ObjectAt(x, y) : null;
        Change(() => (Selected, SelectedObject, _scene) = (satellite, other?.Number, null));
    }

    private PlaceUnderPointer? PlaceAt(double x, double y)
    {
        CameraView view = View;
        (GlobeScene scene, double within) = SideBySide.At(Scene, view, x);
        return PlaceUnderPointer.Of(scene, view, within, y);
    }

    private void Take(Task<ISceneSource> opened)
    {
        try
        {
            ISceneSource before = _source;
            Show(opened.GetAwaiter().GetResult());
            (before as IDisposable)?.Dispose();
        }
        catch (InputException e)
        {
            Say(e.Diagnostics.Count > 1 ? $"{e.Diagnostics[0]} ({e.Diagnostics.Count - 1} more)" : e.Diagnostics[0].ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Say(e.Message);
        }
    }

    /// <summary>The source has more to show than before: a map that was not chosen becomes the better one.</summary>
    private void Renew()
    {
        MapKind before = _standardMap;
        _standardMap = _source.StandardMap;
        SourceVersion++;
        (_scene, Now) = (null, Clamped(Now));
        if (_standardMap != before && Layers.Map == before)
        {
            TryMap(_standardMap);
        }

        Change();
    }
}
