using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A path bound to a source of scenes: what the film shows at every instant.</summary>
public sealed class FilmTrack
{
    /// <summary>Captions come and go in this time, s.</summary>
    private const double Fade = 0.35;

    private readonly (double Seconds, CameraMove Move, FilmMoment Moment)[] _keys;

    private FilmTrack((double, CameraMove, FilmMoment)[] keys) => _keys = keys;

    /// <summary>Length of the film, s.</summary>
    public double Seconds => _keys[^1].Seconds;

    /// <param name="path">The script.</param>
    /// <param name="source">Of the scenes.</param>
    /// <param name="options">Layers, frame, camera and selection where the path says nothing; size of the picture.</param>
    /// <exception cref="InputException">CN5076: the source has no such epoch or satellite.</exception>
    public static FilmTrack Of(CameraPath path, ISceneSource source, GlobeOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(source);
        List<(double, CameraMove, FilmMoment)> keys = [];
        FilmMoment? last = null;
        foreach (FilmKeyframe key in path.Keyframes)
        {
            FilmMoment? before = last;
            Epoch epoch = EpochOf(key, source.Grid) ?? before?.Epoch ?? source.Grid.Start;
            SatelliteId? selected = key.SelectsNone ? null : key.Selected ?? before?.Selected ?? options.Selected;
            GlobeLayers layers = key.Layers ?? before?.Layers ?? options.Layers;
            GlobeScene? scene = key.Camera is null && before is null || key.Selected is not null ? source.At(epoch, new SceneRequest(layers with { Map = MapKind.None }, selected)) : null;
            if (key.Selected is { } wanted && scene!.Satellites.All(s => s.Id != wanted))
            {
                throw new InputException(Diagnostic.Error("CN5076", key.Where, $"there is no satellite {wanted} in {source.Name}", "it has " + string.Join(", ", scene.Satellites.Select(s => s.Id))));
            }

            GlobeCamera camera = key.Camera ?? before?.From ?? GlobePicture.CameraOf(scene!, options);
            last = new FilmMoment { Epoch = epoch, From = camera, To = camera, Share = 0, Layers = layers, Selected = selected, Site = key.ForgetsSite ? null : key.Site ?? before?.Site ?? options.Site, Panels = key.Panels ?? before?.Panels ?? [], Caption = key.Caption, CaptionOpacity = 1 };
            keys.Add((key.Seconds, key.Move, last));
        }

        return new FilmTrack([.. keys]);
    }

    /// <summary>What is shown at a time of the film, s; before and after it what its ends show.</summary>
    public FilmMoment At(double seconds)
    {
        int next = 1;
        while (next < _keys.Length - 1 && _keys[next].Seconds <= seconds)
        {
            next++;
        }

        (double start, CameraMove move, FilmMoment here) = _keys[next - 1];
        (double end, _, FilmMoment to) = _keys[next];
        if (seconds >= end)
        {
            return to with { Caption = to.Caption ?? here.Caption };
        }

        double share = end > start ? Math.Clamp((seconds - start) / (end - start), 0, 1) : 1;
        return here with
        {
            // Whole milliseconds: an epoch that can be written and read.
            Epoch = here.Epoch + Duration.FromSeconds(Math.Round((to.Epoch - here.Epoch).TotalSeconds * share, 3)),
            To = to.From,
            Share = move switch { CameraMove.Cut => 0, CameraMove.Steady => share, _ => share * share * (3 - (2 * share)) },
            CaptionOpacity = here.Caption is null ? 0 : Opacity(next - 1, seconds),
        };
    }

    private double Opacity(int key, double seconds)
    {
        FilmCaption? before = key > 0 ? _keys[key - 1].Moment.Caption : null, now = _keys[key].Moment.Caption, after = _keys[key + 1].Moment.Caption;
        double up = before == now || key == 0 ? 1 : (seconds - _keys[key].Seconds) / Fade;
        double down = after == now || key + 2 == _keys.Length ? 1 : (_keys[key + 1].Seconds - seconds) / Fade;
        return Math.Clamp(Math.Min(up, down), 0, 1);
    }

    private static Epoch? EpochOf(FilmKeyframe key, EpochGrid grid)
    {
        Epoch? epoch = key.At ?? (key.Elapsed is { } elapsed ? grid.Start + elapsed : null);
        return epoch is null || (epoch >= grid.Start && epoch <= grid.Last)
            ? epoch
            : throw new InputException(Diagnostic.Error("CN5076", key.Where, $"{Text(epoch.Value)} is outside what is shown", $"choose an epoch from {Text(grid.Start)} to {Text(grid.Last)}"));
    }

    private static string Text(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0) + "GPST";
}
