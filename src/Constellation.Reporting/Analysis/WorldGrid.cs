namespace Constellation.Reporting;

/// <summary>Cells of equal width and height over the whole Earth: rows from the south, columns from 180 W.</summary>
/// <param name="StepDeg">Side of a cell, degrees; divides 180.</param>
public sealed record WorldGrid(double StepDeg)
{
    public int Rows => (int)Math.Round(180 / StepDeg);

    public int Columns => 2 * Rows;

    /// <summary>Middle of a cell, degrees.</summary>
    public (double LatitudeDeg, double LongitudeDeg) Middle(int row, int column) =>
        (-90 + ((row + 0.5) * StepDeg), -180 + ((column + 0.5) * StepDeg));

    /// <summary>cos(latitude): proportional to the area of the row's cells.</summary>
    public double Weight(int row) => Math.Cos(double.DegreesToRadians(Middle(row, 0).LatitudeDeg));
}
