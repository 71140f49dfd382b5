using Constellation.Core;
using Constellation.Positioning;
using Constellation.Reporting;

namespace Constellation.Cli;

/// <summary>One map: its cells, their values, and what is said of them.</summary>
internal sealed class MapDrawing(SceneSource source, MapSettings settings, double stepDeg, Region region)
{
    private readonly WorldGrid _grid = new(stepDeg);

    private MapQuantity Quantity => settings.Quantity;

    /// <summary>What the users of a run really got; null where the values are to be computed.</summary>
    /// <param name="askedGrid">Another cell than the run's is computed.</param>
    /// <param name="maskFile">Other obstacles than the run's: computed.</param>
    public double[,]? Measured(double? askedGrid, string? maskFile)
    {
        if (source.Run is null || settings.Analytic || maskFile is not null || (askedGrid is { } asked && asked != source.Run.Manifest.GridStepDeg)
            || source.Epochs.Count != source.Run.Epochs.Count || source.Snapshots.Any(s => s.Count == 0))
        {
            return null;
        }

        return Quantity.Name switch
        {
            "accuracy" => Within(RunGrid.Of(source.Run).Of("hpe_m", settings.Statistic ?? PointStatistic.P95, false)),
            "accuracy-vertical" => Within(RunGrid.Of(source.Run).Of("vpe_m", settings.Statistic ?? PointStatistic.P95, false)),
            "availability" => Within(RunGrid.Of(source.Run).Availability(Limits(source.Run.Thresholds))),
            _ => null,
        };
    }

    /// <summary>By geometry and models.</summary>
    public double[,] Computed(IHorizonField horizon, IReadOnlyList<double> spaceSigma, Func<IReadOnlyDictionary<GnssSystem, IntegritySupport>> support, IReadOnlyList<SpaceError[]>? errors, Action<double>? progress, CancellationToken cancel)
    {
        UserGrid all = new(stepDeg, 0);
        int[] chosen = [.. Enumerable.Range(0, all.Users.Count).Where(u => region.Contains(all.Users[u].Place))];
        if (chosen.Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN4374", new SourceSpan("--region"), $"no cell of {stepDeg} degrees has its centre in it", "choose a finer --grid or a larger region"));
        }

        PointScene scene = new([.. chosen.Select(u => all.Users[u])], source.Snapshots, source.Satellites, horizon);
        double[] values = MapComputation.Of(scene, settings, () => new(scene, new(UserModel.DualFrequency), spaceSigma), () => new(scene, support(), IntegrityAllocation.Lpv200), errors, progress, cancel);
        double[,] field = new double[_grid.Rows, _grid.Columns];
        for (int i = 0; i < field.Length; i++)
        {
            field[i / _grid.Columns, i % _grid.Columns] = double.NaN;
        }

        for (int i = 0; i < chosen.Length; i++)
        {
            field[chosen[i] / _grid.Columns, chosen[i] % _grid.Columns] = double.IsFinite(values[i]) ? values[i] : double.NaN;
        }

        return field;
    }

    /// <summary>Writes the file and says what a reader of the picture sees.</summary>
    public void Write(string? path, double[,] values)
    {
        double[,] shown = Quantity.Unit == "%" ? Times100(values) : values;
        FieldMap map = new(_grid, shown, Title, Quantity.Unit, Quantity.LargeIsGood, region == Region.Global ? Quantity.NoData : $"{Quantity.NoData}, or outside the region", Quantity.Unit == "%" ? 100 : Quantity.Name == "continuity" ? 1 : null, region);
        if (!map.HasData)
        {
            throw new InputException(Diagnostic.Error("CN4375", new SourceSpan("--what"), $"no cell has a value: {Quantity.NoData}", "choose other epochs, satellites or limits"));
        }

        MapTarget.Write(path, map, _grid, values, Quantity);
        Console.Error.WriteLine($"map: {source.Satellites.Count} satellites, {source.Epochs.Count} epochs. {map.AltText}");
    }

    private string Title
    {
        get
        {
            PointStatistic? statistic = Quantity.IsShare ? null : settings.Statistic ?? Quantity.Statistic;
            string of = statistic switch
            {
                PointStatistic.Mean => "mean ",
                PointStatistic.Median => "median ",
                PointStatistic.P95 => Quantity.LargeIsGood ? "5 % " : "95 % ",
                PointStatistic.Min => "smallest ",
                PointStatistic.Max => "largest ",
                PointStatistic.Worst => "worst ",
                _ => "",
            };
            return of + Quantity.Title;
        }
    }

    private AccuracyThresholds Limits(AccuracyThresholds own) => settings.AsksForErrors ? settings.Limits : own with { Pdop = settings.Limits.Pdop };

    private double[,] Within(double[,] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            (double latitude, double longitude) = _grid.Middle(i / _grid.Columns, i % _grid.Columns);
            if (!region.Contains(Geodesy.GeodeticPoint.FromDegrees(latitude, longitude, 0)))
            {
                values[i / _grid.Columns, i % _grid.Columns] = double.NaN;
            }
        }

        return values;
    }

    private static double[,] Times100(double[,] values)
    {
        double[,] times = new double[values.GetLength(0), values.GetLength(1)];
        for (int i = 0; i < times.Length; i++)
        {
            times[i / times.GetLength(1), i % times.GetLength(1)] = 100 * values[i / times.GetLength(1), i % times.GetLength(1)];
        }

        return times;
    }
}
