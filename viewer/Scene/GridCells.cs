using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>The cells of a run's user grid: rows from the south, columns from 180 degrees west.</summary>
internal sealed record GridCells(int Rows, int Columns, double StepDeg)
{
    public int Count => Rows * Columns;

    /// <summary>Centre of a cell, degrees.</summary>
    public (double LatitudeDeg, double LongitudeDeg) CentreOf(int cell) => (-90 + (((cell / Columns) + 0.5) * StepDeg), -180 + (((cell % Columns) + 0.5) * StepDeg));

    /// <summary>A user at the centre of a cell, on the ellipsoid.</summary>
    public UserDefinition UserOf(int cell)
    {
        (double latitude, double longitude) = CentreOf(cell);
        GeodeticPoint place = GeodeticPoint.FromDegrees(latitude, longitude, 0);
        return new() { Index = cell, Name = "", Place = place, Position = Ellipsoid.Wgs84.ToCartesian(place) };
    }

    /// <exception cref="InputException">CN5007 the step of the manifest does not divide the globe.</exception>
    public static GridCells Of(RunFolder folder)
    {
        double step = folder.Manifest.GridStepDeg;
        int rows = step > 0 ? (int)Math.Round(180 / step) : 0;
        return rows is < 1 or > 1800 || Math.Abs((rows * step) - 180) > 1e-6
            ? throw RunFolder.Wrong("CN5007", Path.Combine(folder.Path, RunFolder.ManifestFile), $"has a grid step of {step} degrees")
            : new(rows, 2 * rows, step);
    }

    /// <summary>The cell of a row of the grid's table.</summary>
    public Func<ColumnTable, Func<int, int>> Reader(RunFolder folder) => table =>
    {
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        return i =>
        {
            int row = (int)Math.Floor((latitude[i] + 90) / StepDeg), column = (int)Math.Floor((longitude[i] + 180) / StepDeg);
            return row >= 0 && row < Rows && column >= 0 && column < Columns
                ? (row * Columns) + column
                : throw RunFolder.Wrong("CN5008", Path.Combine(folder.Path, RunFolder.GridFile), $"has a user at {latitude[i]}, {longitude[i]} degrees, which is not in the grid");
        };
    };
}
