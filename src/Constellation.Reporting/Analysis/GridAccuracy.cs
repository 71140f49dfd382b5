using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What users of each cell of the world grid got over a run: <c>grid.parquet</c>. Arrays are [row from the south, column from 180 W].</summary>
public sealed class GridAccuracy
{
    private GridAccuracy(WorldGrid grid, double[,] horizontal95, double[,] meanPdop) =>
        (Grid, Horizontal95, MeanPdop) = (grid, horizontal95, meanPdop);

    public WorldGrid Grid { get; }

    /// <summary>95th percentile of the horizontal error over the epochs with a position, m; NaN where there is none.</summary>
    public double[,] Horizontal95 { get; }

    /// <summary>Mean over the epochs with a position; NaN where there is none.</summary>
    public double[,] MeanPdop { get; }

    public static GridAccuracy Of(RunFolder folder)
    {
        WorldGrid grid = new(folder.Manifest.GridStepDeg);
        (double step, int rows, int columns) = (grid.StepDeg, grid.Rows, grid.Columns);
        ColumnTable table = folder.Table(RunFolder.GridFile, "lat_deg,lon_deg,pdop,hpe_m");
        int[] cells = Cells(folder, table, step, rows, columns);
        double[][] horizontal = ByCell(cells, table.Real("hpe_m"), rows * columns), pdop = ByCell(cells, table.Real("pdop"), rows * columns);
        double[,] horizontal95 = new double[rows, columns], meanPdop = new double[rows, columns];
        for (int cell = 0; cell < rows * columns; cell++)
        {
            horizontal95[cell / columns, cell % columns] = WeightedStatistics.Percentile(horizontal[cell], [], 0.95);
            meanPdop[cell / columns, cell % columns] = WeightedStatistics.Mean(pdop[cell], []);
        }

        return new(grid, horizontal95, meanPdop);
    }

    internal static int[] Cells(RunFolder folder, ColumnTable table, double step, int rows, int columns)
    {
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        int[] cells = new int[table.Rows];
        for (int i = 0; i < cells.Length; i++)
        {
            int row = (int)Math.Floor((latitude[i] + 90) / step), column = (int)Math.Floor((longitude[i] + 180) / step);
            cells[i] = row >= 0 && row < rows && column >= 0 && column < columns
                ? (row * columns) + column
                : throw RunFolder.Wrong("CN5103", System.IO.Path.Combine(folder.Path, RunFolder.GridFile), $"row {i + 1} lies outside the grid of {RunFolder.ManifestFile}");
        }

        return cells;
    }

    internal static double[][] ByCell(int[] cells, double[] values, int cellCount)
    {
        int[] count = new int[cellCount];
        foreach (int cell in cells)
        {
            count[cell]++;
        }

        double[][] sorted = [.. count.Select(n => new double[n])];
        Array.Clear(count);
        for (int i = 0; i < cells.Length; i++)
        {
            sorted[cells[i]][count[cells[i]]++] = values[i];
        }

        return sorted;
    }
}
