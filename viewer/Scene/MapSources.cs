using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Where the values of a run's maps come from: the users' table, or orbits and messages by the library's kernels on the same grid.</summary>
internal sealed class MapSources(RunTables tables)
{
    /// <summary>Protection levels cost a tenth of a millisecond each: fewer cells and epochs than the rest.</summary>
    private const double ProtectionStepDeg = 10;

    private const int ProtectionEpochs = 24;

    /// <summary>Values that a computed map holds at most; more epochs are thinned out.</summary>
    private const int MostValues = 1 << 23;

    private readonly Dictionary<MapKind, MapValues> _values = [];
    private readonly Lazy<RunSky> _sky = new(() => RunSky.Of(tables.Folder), LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="InputException">A table is missing or damaged.</exception>
    public MapValues Of(MapKind kind) => _values.TryGetValue(kind, out MapValues? values) ? values : _values[kind] = Make(kind);

    /// <summary>Whether a value counts as kept by the limit of its quantity, and the limit in words.</summary>
    public (Func<double, bool> Within, string Words) Limit(MapKind kind)
    {
        AccuracyThresholds limits = tables.Folder.Thresholds;
        return kind switch
        {
            MapKind.Hpe95 => (v => v <= limits.Horizontal, $"within {limits.Horizontal:0.##} m"),
            MapKind.Vpe95 => (v => v <= limits.Vertical, $"within {limits.Vertical:0.##} m"),
            MapKind.Pdop or MapKind.Hdop or MapKind.Vdop => (v => v <= limits.Pdop, $"of {limits.Pdop:0.##} or less"),
            MapKind.Visible => (v => v >= 4, "of four or more"),
            MapKind.Availability => (v => v > 0, limits.Horizontal == limits.Vertical ? $"{limits.Horizontal:0.##} m, PDOP {limits.Pdop:0.##}" : $"{limits.Horizontal:0.##} m, height {limits.Vertical:0.##} m, PDOP {limits.Pdop:0.##}"),
            MapKind.Hpl => (v => v <= IntegrityLimits.Lpv200.Horizontal, $"within {IntegrityLimits.Lpv200.Horizontal:0.##} m"),
            MapKind.Vpl => (v => v <= IntegrityLimits.Lpv200.Vertical, $"within {IntegrityLimits.Lpv200.Vertical:0.##} m"),
            MapKind.Sisre or MapKind.SisreWorst => (v => v <= 1, "within 1 m"),
            _ => (v => v <= 60, "within 60 min"),
        };
    }

    private MapValues Make(MapKind kind) => kind switch
    {
        MapKind.Hpe95 => Column("hpe_m"),
        MapKind.Vpe95 => Column("vpe_m", Math.Abs),
        MapKind.Pdop => Column("pdop"),
        MapKind.Visible => Column("n_sat"),
        MapKind.Availability => Accepted(),
        _ => Computed(kind),
    };

    private MapValues Column(string name, Func<float, float>? change = null)
    {
        float[] values = tables.Grid.Column(name);
        return new(GridCells.Of(tables.Folder), tables.Grid.Epochs, change is null ? values : Array.ConvertAll(values, v => change(v)));
    }

    /// <summary>1 where the run's thresholds accept the position, else 0.</summary>
    private MapValues Accepted()
    {
        EpochTable<float> grid = tables.Grid;
        AccuracyThresholds limits = tables.Folder.Thresholds;
        float[] accepted = [.. grid.Column("status")];
        Keep("hpe_m", limits.Horizontal);
        Keep("vpe_m", limits.Vertical);
        Keep("pdop", limits.Pdop);
        return new(GridCells.Of(tables.Folder), grid.Epochs, accepted);

        void Keep(string column, double limit)
        {
            float[] values = grid.Column(column);
            for (int i = 0; i < values.Length; i++)
            {
                // Without a row there is no user, and no answer.
                accepted[i] = float.IsNaN(accepted[i]) || Math.Abs(values[i]) <= limit ? accepted[i] : 0;
            }
        }
    }

    private MapValues Computed(MapKind kind)
    {
        RunSky sky = _sky.Value;
        RunManifest manifest = tables.Folder.Manifest;
        EpochGrid grid = tables.Folder.Epochs;
        bool slow = kind is MapKind.Hpl or MapKind.Vpl;
        GridCells own = GridCells.Of(tables.Folder), cells = slow && own.StepDeg < ProtectionStepDeg ? new(18, 36, ProtectionStepDeg) : own;
        int most = slow ? ProtectionEpochs : Math.Max(1, MostValues / cells.Count), stride = (grid.Count + most - 1) / most;
        int[] chosen = [.. Enumerable.Range(0, grid.Count).Where(k => k % stride == 0)];
        UserDefinition[] users = [.. Enumerable.Range(0, cells.Count).Select(cells.UserOf)];
        PointScene scene = new(users, [], sky.Satellites, new UniformHorizon(HorizonMask.Flat(double.DegreesToRadians(manifest.MaskDeg))));
        GnssSystem[] systems = [.. scene.Systems.Distinct()];
        Dictionary<GnssSystem, IntegritySupport> support = systems.ToDictionary(s => s, _ => IntegritySupport.For(alone: systems.Length == 1));
        if (kind is MapKind.Hdop or MapKind.Vdop)
        {
            DopGrid dop = new(users, double.DegreesToRadians(manifest.MaskDeg));
            return new(cells, [.. chosen.Select(k => grid[k])], (at, values) =>
            {
                dop.Compute(sky.Snapshots[chosen[at]], Environment.ProcessorCount);
                Copy(kind == MapKind.Hdop ? dop.Hdop : dop.Vdop, values.Span);
            });
        }

        Func<PointScene, int, IPointQuantity> make = kind switch
        {
            MapKind.Hpl => (s, _) => new ProtectionQuantity(new(s, support, IntegrityAllocation.Lpv200), ProtectionKind.Horizontal, IntegrityLimits.Lpv200),
            MapKind.Vpl => (s, _) => new ProtectionQuantity(new(s, support, IntegrityAllocation.Lpv200), ProtectionKind.Vertical, IntegrityLimits.Lpv200),
            MapKind.Sisre or MapKind.SisreWorst => (s, k) => new SpaceErrorQuantity(s, [sky.Errors[k]], kind == MapKind.SisreWorst),
            _ => (s, k) => new AgeQuantity(s, AgesOf(sky, grid[k]), kind == MapKind.AgeWorst),
        };
        return new(cells, [.. chosen.Select(k => grid[k])], (at, values) =>
        {
            PointScene epoch = scene with { Epochs = [sky.Snapshots[chosen[at]]] };
            Copy(PointField.Reduce(make(epoch, chosen[at]), epoch, PointStatistic.Mean, Environment.ProcessorCount), values.Span);
        });
    }

    private static void Copy(double[] from, Span<float> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = (float)from[i];
        }
    }

    /// <summary>Minutes, by place in the manifest.</summary>
    private double[] AgesOf(RunSky sky, Epoch at)
    {
        ReadOnlySpan<double> ages = tables.Sisre.At("age_s", at);
        double[] minutes = new double[sky.Satellites.Count];
        for (int i = 0; i < minutes.Length; i++)
        {
            minutes[i] = i < ages.Length ? ages[i] / 60 : double.NaN;
        }

        return minutes;
    }
}
