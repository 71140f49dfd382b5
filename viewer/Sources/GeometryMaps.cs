using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Maps that need only places of satellites: how many are seen, and dilution of precision, at one epoch. The last one is kept.</summary>
/// <param name="grid">Epochs of the scenes: the scale fits some of all of them, so that colours keep their meaning while time runs.</param>
/// <param name="placesAt">Where the satellites are.</param>
internal sealed class GeometryMaps(EpochGrid grid, Func<Epoch, Position<Itrf>[]> placesAt)
{
    /// <summary>Cells of the grid and the least elevation, degrees.</summary>
    public const double StepDeg = 2.5, MaskDeg = 5;

    private const int ScaleEpochs = 6;

    private readonly Lazy<(UserGrid Users, DopGrid Dop)> _grid = new(() =>
    {
        UserGrid users = new(StepDeg, double.DegreesToRadians(MaskDeg));
        return (users, new DopGrid(users.Users, double.DegreesToRadians(MaskDeg)));
    });

    private readonly Dictionary<MapKind, (double Low, double High)> _ranges = [];
    private MapOptions? _key;
    private HeatMap? _map;

    /// <summary>Whether a map can be made here.</summary>
    public static bool Knows(MapKind kind) => kind is MapKind.Visible or MapKind.Pdop or MapKind.Hdop or MapKind.Vdop;

    /// <exception cref="InputException">CN5056: the map is of users or messages, which need a run.</exception>
    public HeatMap? At(Epoch epoch, GlobeLayers layers)
    {
        if (layers.Map == MapKind.None)
        {
            return null;
        }

        if (!Knows(layers.Map))
        {
            throw new InputException(Diagnostic.Error("CN5056", new SourceSpan("--layer"), "this map needs positions or messages of a run, which orbits alone do not have", "choose visible, pdop, hdop or vdop, or run a scenario"));
        }

        MapOptions key = new(layers.Map, MapStatistic.Now, layers.Range, layers.Logarithmic, layers.Smooth, epoch);
        if (_key != key)
        {
            (double Low, double High) range = RangeOf(layers.Map);
            double[] values = Values(layers.Map, epoch);
            TickScale scale = layers.Range is { } asked ? TickScale.Between(asked.Low, asked.High, layers.Logarithmic) : HeatMap.ScaleOf(range, (0, double.PositiveInfinity), layers.Logarithmic);
            (UserGrid users, _) = _grid.Value;
            string label = layers.Map == MapKind.Visible ? $"Satellites above {MaskDeg:0} degrees" : $"{MapInfo.Of(layers.Map).Title}, satellites above {MaskDeg:0} degrees";
            _map = new HeatMap(label, "", users.Rows, users.Columns, values, layers.Map == MapKind.Visible ? ColourMap.Viridis : ColourMap.ViridisReversed, scale: scale) { Smooth = layers.Smooth };
            _key = key;
        }

        return _map;
    }

    private (double Low, double High) RangeOf(MapKind kind)
    {
        if (!_ranges.TryGetValue(kind, out (double Low, double High) range))
        {
            range = (double.PositiveInfinity, double.NegativeInfinity);
            int stride = Math.Max(1, grid.Count / ScaleEpochs);
            for (int k = 0; k < grid.Count; k += stride)
            {
                double[] values = Values(kind, grid[k]);
                if (values.Any(double.IsFinite))
                {
                    (double low, double high) = HeatMap.Inner(values, _grid.Value.Users.Rows, _grid.Value.Users.Columns);
                    range = (Math.Min(range.Low, low), Math.Max(range.High, high));
                }
            }

            _ranges[kind] = range = range.Low <= range.High ? range : (0, 1);
        }

        return range;
    }

    private double[] Values(MapKind kind, Epoch epoch)
    {
        DopGrid dop = _grid.Value.Dop;
        dop.Compute(SatelliteSnapshot.From(placesAt(epoch)), Environment.ProcessorCount);
        return kind switch
        {
            MapKind.Visible => Array.ConvertAll(dop.Count, c => (double)c),
            MapKind.Hdop => [.. dop.Hdop],
            MapKind.Vdop => [.. dop.Vdop],
            _ => [.. dop.Pdop],
        };
    }
}
