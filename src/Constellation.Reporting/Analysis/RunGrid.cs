using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What the users of a run's grid really got, cell by cell: <c>grid.parquet</c>.</summary>
public sealed class RunGrid
{
    private readonly ColumnTable _table;
    private readonly int[] _cell;

    private RunGrid(WorldGrid grid, ColumnTable table, int[] cell) => (Grid, _table, _cell) = (grid, table, cell);

    public WorldGrid Grid { get; }

    public static RunGrid Of(RunFolder folder)
    {
        WorldGrid grid = new(folder.Manifest.GridStepDeg);
        ColumnTable table = folder.Table(RunFolder.GridFile, "lat_deg,lon_deg,n_sat,pdop,hpe_m,vpe_m,status");
        return new(grid, table, GridAccuracy.Cells(folder, table, grid.StepDeg, grid.Rows, grid.Columns));
    }

    /// <summary>A statistic of a column over the epochs of each cell; [row from the south, column from the west].</summary>
    public double[,] Of(string column, PointStatistic statistic, bool worstIsSmallest)
    {
        double[] values = column == "n_sat" ? [.. _table.Integer(column).Select(n => (double)n)] : _table.Real(column);
        double[][] cells = GridAccuracy.ByCell(_cell, values, Grid.Rows * Grid.Columns);
        return Field(c => PointField.Of(cells[c], statistic, worstIsSmallest));
    }

    /// <summary>Share of epochs with a position within the limits.</summary>
    public double[,] Availability(AccuracyThresholds limits)
    {
        double[] pdop = _table.Real("pdop"), horizontal = _table.Real("hpe_m"), vertical = _table.Real("vpe_m");
        double[] within = [.. Enumerable.Range(0, _table.Rows).Select(i => pdop[i] <= limits.Pdop && horizontal[i] <= limits.Horizontal && Math.Abs(vertical[i]) <= limits.Vertical ? 1.0 : 0.0)];
        double[][] cells = GridAccuracy.ByCell(_cell, within, Grid.Rows * Grid.Columns);
        return Field(c => WeightedStatistics.Mean(cells[c], []));
    }

    private double[,] Field(Func<int, double> value)
    {
        double[,] field = new double[Grid.Rows, Grid.Columns];
        for (int c = 0; c < field.Length; c++)
        {
            field[c / Grid.Columns, c % Grid.Columns] = value(c);
        }

        return field;
    }
}
