using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Position errors of the cells of a run's grid, <c>grid.parquet</c>, by cell.</summary>
internal sealed class CellErrors
{
    private readonly WorldGrid _grid;
    private readonly double[][] _horizontal, _vertical;

    public CellErrors(RunFolder folder)
    {
        _grid = new WorldGrid(folder.Manifest.GridStepDeg);
        ColumnTable table = folder.Table(RunFolder.GridFile, "lat_deg,lon_deg,hpe_m,vpe_m");
        int[] cells = GridAccuracy.Cells(folder, table, _grid.StepDeg, _grid.Rows, _grid.Columns);
        (_horizontal, _vertical) = (GridAccuracy.ByCell(cells, table.Real("hpe_m"), _grid.Rows * _grid.Columns), GridAccuracy.ByCell(cells, table.Real("vpe_m"), _grid.Rows * _grid.Columns));
    }

    /// <summary>Of the cell that holds a place.</summary>
    public UserErrors Errors(GeodeticPoint place)
    {
        int row = Math.Clamp((int)Math.Floor((place.LatitudeDeg + 90) / _grid.StepDeg), 0, _grid.Rows - 1);
        int column = (int)Math.Floor((((place.LongitudeDeg + 540) % 360) / _grid.StepDeg)) % _grid.Columns;
        (double latitude, double longitude) = _grid.Middle(row, column);
        int cell = (row * _grid.Columns) + column;
        return new($"cell {PanelWords.Place(GeodeticPoint.FromDegrees(latitude, longitude, 0))}", _horizontal[cell], [.. _vertical[cell].Select(Math.Abs)]);
    }
}
