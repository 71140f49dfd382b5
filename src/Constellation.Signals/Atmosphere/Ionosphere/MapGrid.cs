namespace Constellation.Signals;

/// <summary>The nodes of an ionosphere map: equal steps of latitude and longitude on a sphere.</summary>
/// <param name="FirstLatitudeDeg">Of the first row, degrees, geocentric.</param>
/// <param name="LatitudeStepDeg">To the next row, negative southward.</param>
/// <param name="Rows">At least 2.</param>
/// <param name="FirstLongitudeDeg">Of the first column, degrees east.</param>
/// <param name="LongitudeStepDeg">To the next column.</param>
/// <param name="Columns">At least 2.</param>
public sealed record MapGrid(double FirstLatitudeDeg, double LatitudeStepDeg, int Rows, double FirstLongitudeDeg, double LongitudeStepDeg, int Columns)
{
    public int Count => Rows * Columns;

    /// <summary>Columns once around the globe, or 0 for a region.</summary>
    private readonly int _ring = Around(LongitudeStepDeg, Columns);

    /// <summary>Whether the columns go once around: then every longitude lies between two of them.</summary>
    public bool IsGlobal => _ring > 0;

    public double LatitudeDeg(int row) => FirstLatitudeDeg + (row * LatitudeStepDeg);

    public double LongitudeDeg(int column) => FirstLongitudeDeg + (column * LongitudeStepDeg);

    /// <summary>Bilinear between the four nodes around a place; NaN where one that counts has none or the place is off the grid. Beyond the last parallels the last one counts.</summary>
    public double Interpolate(ReadOnlySpan<float> values, double latitudeDeg, double longitudeDeg)
    {
        double row = Math.Clamp((latitudeDeg - FirstLatitudeDeg) / LatitudeStepDeg, 0.0, Rows - 1), column = (longitudeDeg - FirstLongitudeDeg) / LongitudeStepDeg;
        double around = 360.0 / Math.Abs(LongitudeStepDeg);
        column -= around * Math.Floor(column / around);
        if (double.IsNaN(row + column) || (!IsGlobal && column > Columns - 1))
        {
            return double.NaN;
        }

        int i = Math.Min((int)row, Rows - 2), j = Math.Min((int)column, IsGlobal ? _ring - 1 : Columns - 2), next = j + 1 < Columns ? j + 1 : 0;
        double p = row - i, q = column - j;
        return (Part(1 - p, 1 - q, values[(i * Columns) + j]) + Part(1 - p, q, values[(i * Columns) + next])) +
            (Part(p, 1 - q, values[((i + 1) * Columns) + j]) + Part(p, q, values[((i + 1) * Columns) + next]));
    }

    private static int Around(double step, int columns)
    {
        double around = 360.0 / Math.Abs(step);
        return Math.Abs(around - Math.Round(around)) < 1e-9 && columns >= Math.Round(around) ? (int)Math.Round(around) : 0;
    }

    /// <summary>A node without weight may be without value.</summary>
    private static double Part(double p, double q, float value) => p * q == 0 ? 0 : p * q * value;
}
