using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The scenes of a source over time as one CZML document: satellites with their colours and paths, stations, users, links as they come and go, the ground track of a picked satellite.</summary>
/// <remarks>Cesium interpolates between the epochs of the source; where these are close, some are passed over.</remarks>
public static class SceneCzml
{
    /// <summary>Positions of a satellite are not written more often than this, nor more of them: Cesium's interpolation is within a metre at 15 min.</summary>
    private const int StepSeconds = 300, MostEpochs = 2000;

    private const string Station = "station/", User = "user/";

    /// <param name="stream">Stays open.</param>
    /// <param name="source">Of the scenes.</param>
    /// <param name="options">Layers (links, orbits, stations), picked satellite and place.</param>
    /// <param name="frame">Of the positions: GCRF draws orbits as ellipses, ITRF as they go over the ground.</param>
    /// <param name="from">Null: the first epoch.</param>
    /// <param name="to">Null: a day after.</param>
    /// <param name="cancel">Ends it.</param>
    public static void Write(Stream stream, ISceneSource source, GlobeOptions options, ReferenceFrame frame, Epoch? from, Epoch? to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        CzmlWriter.Write(stream, Scene(source, options, frame, from, to, cancel));
    }

    internal static CzmlScene Scene(ISceneSource source, GlobeOptions options, ReferenceFrame frame, Epoch? from, Epoch? to, CancellationToken cancel)
    {
        (Epoch first, Epoch last) = DayPath.Span(source.Grid, from, to);
        Epoch[] epochs = Epochs(source.Grid, first, last);
        GlobeLayers layers = options.Layers with { Map = MapKind.None };
        Dictionary<SatelliteId, SatelliteRows> satellites = [];
        Dictionary<(string A, string B), (bool Ground, List<EpochSpan> Times)> links = [];
        IReadOnlyList<ScenePlace> stations = [], sites = [];
        for (int k = 0; k < epochs.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            GlobeScene scene = source.At(epochs[k], new SceneRequest(layers, options.Selected, options.Site));
            (stations, sites) = (scene.Stations, scene.Sites);
            foreach (SceneSatellite satellite in scene.Satellites)
            {
                SatelliteRows rows = satellites.TryGetValue(satellite.Id, out SatelliteRows? known) ? known : satellites[satellite.Id] = new SatelliteRows(satellite);
                rows.Add(k, epochs[k], frame == ReferenceFrame.Gcrf ? satellite.Gcrf.Vector : satellite.Itrf.Vector, Ellipsoid.Wgs84.ToGeodetic(satellite.Itrf));
            }

            foreach (SceneLink link in layers.Links && k + 1 < epochs.Length ? scene.Links : [])
            {
                AddTime(links, link, new EpochSpan(epochs[k], epochs[k + 1]));
            }
        }

        stations = layers.Stations ? stations : [];
        HashSet<string> stationNames = [.. stations.Select(s => s.Name)];
        return new CzmlScene(source.Name, new EpochSpan(first, last))
        {
            Satellites = [.. satellites.OrderBy(s => s.Key).Select(s => s.Value.ToCzml(frame, layers.Orbits))],
            Places = [.. stations.Select(s => PlaceOf(Station, s, GlobeRenderer.StationColour)), .. sites.Where(s => layers.Stations).DistinctBy(s => s.Name).Select(s => PlaceOf(User, s, Rgb.FromHex(0xf2f5f8)))],
            Links = [.. links.OrderBy(l => l.Key).Select(l => LinkOf(l.Key, l.Value)).OfType<CzmlLink>()],
            Tracks = options.Selected is { } picked && satellites.TryGetValue(picked, out SatelliteRows? track) && track.Track.Count > 1
                ? [new CzmlTrack($"track/{picked}", $"Ground track of {picked}", track.Track, ColourOf(track.First.Group.Colour))]
                : [],
        };

        CzmlLink? LinkOf((string A, string B) ends, (bool Ground, List<EpochSpan> Times) link) =>
            Id(ends.A) is { } a && Id(ends.B) is { } b ? new CzmlLink(a, b, link.Times, ColourOf(link.Ground ? GlobeRenderer.GroundLinkColour : GlobeRenderer.LinkColour)) : null;

        // A link to a station that is not shown would end at nothing.
        string? Id(string node) => stationNames.Contains(node) ? Station + node : SatelliteId.TryParse(node, out SatelliteId id) && satellites.ContainsKey(id) ? node : null;
    }

    internal static CzmlColor ColourOf(Rgb colour) => new((byte)Math.Round(255 * colour.Red), (byte)Math.Round(255 * colour.Green), (byte)Math.Round(255 * colour.Blue));

    private static CzmlPlace PlaceOf(string kind, ScenePlace place, Rgb colour) => new(kind + place.Name, place.Name, place.Place, ColourOf(colour));

    /// <summary>Times that touch are one.</summary>
    private static void AddTime(Dictionary<(string A, string B), (bool Ground, List<EpochSpan> Times)> links, SceneLink link, EpochSpan time)
    {
        (string, string) ends = string.CompareOrdinal(link.NodeA, link.NodeB) < 0 ? (link.NodeA, link.NodeB) : (link.NodeB, link.NodeA);
        if (!links.TryGetValue(ends, out (bool Ground, List<EpochSpan> Times) known))
        {
            links[ends] = known = (link.Ground, []);
        }

        if (known.Times.Count > 0 && known.Times[^1].Last >= time.First)
        {
            known.Times[^1] = known.Times[^1] with { Last = time.Last };
        }
        else
        {
            known.Times.Add(time);
        }
    }

    /// <summary>Epochs of the source in a span, both ends of it, every so many of those between.</summary>
    private static Epoch[] Epochs(EpochGrid grid, Epoch first, Epoch last)
    {
        double step = grid.Step.TotalSeconds, count = (last - first).TotalSeconds / step;
        long stride = Math.Max(1, Math.Max((long)Math.Floor(StepSeconds / step), (long)Math.Ceiling(count / MostEpochs)));
        List<Epoch> epochs = [first];
        for (Epoch at = first + (grid.Step * stride); at < last; at += grid.Step * stride)
        {
            epochs.Add(at);
        }

        return last > first ? [.. epochs, last] : [.. epochs];
    }

    /// <summary>A satellite's positions, cut where it has none.</summary>
    private sealed class SatelliteRows(SceneSatellite first)
    {
        private readonly List<(List<Epoch> Epochs, List<Vector3d> Positions)> _blocks = [];
        private int _last = -2;

        public SceneSatellite First { get; } = first;

        public List<GeodeticPoint> Track { get; } = [];

        public void Add(int row, Epoch epoch, Vector3d position, GeodeticPoint below)
        {
            if (row != _last + 1)
            {
                _blocks.Add(([], []));
            }

            _last = row;
            _blocks[^1].Epochs.Add(epoch);
            _blocks[^1].Positions.Add(position);
            Track.Add(below);
        }

        public CzmlSatellite ToCzml(ReferenceFrame frame, bool path) => new(
            First.Id,
            [.. _blocks.Select(b => new EphemerisBlock { Satellite = First.Id, Frame = frame, Epochs = [.. b.Epochs], Positions = [.. b.Positions] })],
            ColourOf(First.Group.Colour),
            First.Plane.Length > 0 ? $"{First.Group.Name}, plane {First.Plane}" : First.Group.Name,
            path);
    }
}
