using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What one point of a batch changes against another, cell by cell.</summary>
/// <param name="map">The two points.</param>
/// <param name="names">Of the points of the batch.</param>
/// <param name="reach">Largest difference of the scale, where maps are to be held against each other; null: of this map's own.</param>
public sealed class BatchDifferenceMap(CellMap map, IReadOnlyList<string> names, double? reach = null) : WorldMap(new WorldGrid(map.StepDeg), Values(map), [])
{
    public override string Name => $"difference-{map.Metric}-{map.Second}";

    public override string Caption => $"{Labels.Metric(map.Metric)}: '{names[map.Second]}' less '{names[map.First]}', blue where it is better, red where it is worse. {Certain} {ScaleRemark}";

    protected override string Quantity => $"{Lower(Labels.Metric(map.Metric))}: '{names[map.Second]}' less '{names[map.First]}'";

    protected override string Unit => map.Unit;

    protected override string ScaleLabel => $"{Labels.Metric(map.Metric)}, difference{(map.Unit.Length > 0 ? $" ({map.Unit})" : "")}";

    protected override bool LargeIsGood => !ParetoFront.LessIsBetter(map.Metric);

    protected override bool IsDifference => true;

    protected override double? Reach => reach;

    protected override string NoData => "no position at any epoch";

    /// <summary>Share of the surface in which the seeds prove a difference.</summary>
    private string Certain
    {
        get
        {
            CellRow[] known = [.. map.Cells.Where(c => double.IsFinite(c.Difference))];
            if (known.Length == 0 || known.All(c => double.IsNaN(c.DifferenceHalf)))
            {
                return "One seed: how certain a cell's difference is, is not known.";
            }

            double Area(IEnumerable<CellRow> cells) => cells.Sum(c => Math.Cos(double.DegreesToRadians(c.LatitudeDeg)));
            return $"Over {Numbers.Percent(Area(known.Where(c => c.IsProven)) / Area(known))} % of the surface zero lies outside the 95 % interval of the paired differences of {known.Max(c => c.Pairs)} seeds; by chance it would over 5 %.";
        }
    }

    private static string Lower(string text) => text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static double[,] Values(CellMap map)
    {
        WorldGrid grid = new(map.StepDeg);
        double[,] values = new double[grid.Rows, grid.Columns];
        for (int row = 0; row < grid.Rows; row++)
        {
            for (int column = 0; column < grid.Columns; column++)
            {
                values[row, column] = double.NaN;
            }
        }

        foreach (CellRow cell in map.Cells)
        {
            values[(int)((cell.LatitudeDeg + 90) / map.StepDeg), (int)((cell.LongitudeDeg + 180) / map.StepDeg)] = cell.Difference;
        }

        return values;
    }
}
