using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Makes the maps of a run, of an epoch or of all; those made last are kept.</summary>
internal sealed class HeatMapBuilder(RunTables tables)
{
    /// <summary>The scale of a map that changes with time fits so many epochs of the run, so that colours keep their meaning.</summary>
    private const int ScaleEpochs = 16;

    private const int MostKept = 64;

    private readonly MapSources _sources = new(tables);
    private readonly Dictionary<MapOptions, HeatMap> _maps = [];
    private readonly Queue<MapOptions> _order = [];
    private readonly Dictionary<MapKind, (double Low, double High)> _ranges = [];

    /// <exception cref="Core.InputException">The run lacks a table that the map needs.</exception>
    public HeatMap? Build(GlobeLayers layers, Epoch at)
    {
        if (layers.Map == MapKind.None)
        {
            return null;
        }

        MapInfo info = MapInfo.Of(layers.Map);
        MapStatistic statistic = info.InForce(layers.Statistic);
        MapValues values = _sources.Of(layers.Map);
        if (values.Epochs.Count == 0)
        {
            return new HeatMap(info.Title, info.Unit, 1, 2, [double.NaN, double.NaN], ColourMap.Viridis);
        }

        Epoch? epoch = statistic == MapStatistic.Now ? values.Epochs[values.Before(at)] : null;
        MapOptions options = new(layers.Map, statistic, layers.Range, layers.Logarithmic, layers.Smooth, epoch);
        if (!_maps.TryGetValue(options, out HeatMap? map))
        {
            _maps[options] = map = Make(info, options, values);
            _order.Enqueue(options);
            if (_order.Count > MostKept)
            {
                _maps.Remove(_order.Dequeue());
            }
        }

        return map;
    }

    private HeatMap Make(MapInfo info, MapOptions options, MapValues values)
    {
        (Func<double, bool> within, string limit) = _sources.Limit(info.Kind);
        MapStatistic statistic = options.Statistic;
        bool share = statistic == MapStatistic.Share || info.Kind == MapKind.Availability;
        double[] field = options.At is { } at ? values.At(values.Before(at)) : values.Reduce(v => MapValues.Of(v, statistic, info.LargeIsGood, within));
        if (info.Kind == MapKind.Availability && statistic == MapStatistic.Now)
        {
            field = Array.ConvertAll(field, v => 100 * v);
        }

        (double Low, double High) bounds = share ? (0, 100) : info.Kind is MapKind.Age or MapKind.AgeWorst ? (double.NegativeInfinity, double.PositiveInfinity) : (0, double.PositiveInfinity);
        (double Low, double High) range = options.Range ?? (statistic == MapStatistic.Now && !share ? RangeOf(info.Kind, values) : HeatMap.Inner(field, values.Cells.Rows, values.Cells.Columns));
        TickScale scale = options.Range is { } asked ? TickScale.Between(asked.Low, asked.High, options.Logarithmic)
            : share && statistic == MapStatistic.Now ? TickScale.Covering(0, 100)
            : HeatMap.ScaleOf(range, bounds, options.Logarithmic);
        ColourMap colours = info.LargeIsGood || share ? ColourMap.Viridis : ColourMap.ViridisReversed;
        return new HeatMap(LabelOf(info, options, limit, values), share ? "%" : info.Unit, values.Cells.Rows, values.Cells.Columns, field, colours, scale: scale) { Smooth = options.Smooth };
    }

    private (double Low, double High) RangeOf(MapKind kind, MapValues values)
    {
        if (!_ranges.TryGetValue(kind, out (double Low, double High) range))
        {
            range = (double.PositiveInfinity, double.NegativeInfinity);
            int stride = Math.Max(1, values.Epochs.Count / ScaleEpochs);
            for (int k = 0; k < values.Epochs.Count; k += stride)
            {
                double[] cells = values.At(k);
                if (cells.Any(double.IsFinite))
                {
                    (double low, double high) = HeatMap.Inner(cells, values.Cells.Rows, values.Cells.Columns);
                    range = (Math.Min(range.Low, low), Math.Max(range.High, high));
                }
            }

            _ranges[kind] = range = range.Low <= range.High ? range : (0, 1);
        }

        return range;
    }

    private string LabelOf(MapInfo info, MapOptions options, string limit, MapValues values)
    {
        string few = options.At is null && values.IsComputed && values.Reduced < tables.Folder.Manifest.Epochs ? $" of {values.Reduced} epochs" : "";
        string at = options.At is { } epoch ? $"{epoch.ToString(TimeScale.Gpst, 0)[11..16]} GPST" : "";
        if (info.Kind == MapKind.Availability)
        {
            return $"Availability ({limit}){(at.Length > 0 ? ", " + at : "")}";
        }

        return $"{info.Title}, " + options.Statistic switch
        {
            MapStatistic.Now => at,
            MapStatistic.Mean => "mean" + few,
            MapStatistic.Median => "median" + few,
            MapStatistic.P95 => info.LargeIsGood ? "95 % have more" : "95 %" + few,
            MapStatistic.P99 => info.LargeIsGood ? "99 % have more" : "99 %" + few,
            MapStatistic.Max => "greatest" + few,
            MapStatistic.Min => "least" + few,
            _ => $"share {limit}" + few,
        };
    }
}
