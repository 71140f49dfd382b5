namespace Constellation.Simulation;

/// <summary>One cell of two points of a batch.</summary>
/// <param name="LatitudeDeg">Of its middle, degrees.</param>
/// <param name="LongitudeDeg">Of its middle, degrees, east positive.</param>
/// <param name="First">Mean over seeds at the point that is held against.</param>
/// <param name="Second">At the other.</param>
/// <param name="Pairs">Seeds with a value at both.</param>
/// <param name="Difference">Second less first, mean over those seeds.</param>
/// <param name="DifferenceHalf">Half of its 95 % interval; NaN of a single seed.</param>
public readonly record struct CellRow(double LatitudeDeg, double LongitudeDeg, double First, double Second, int Pairs, double Difference, double DifferenceHalf)
{
    /// <summary>Whether zero lies outside the interval.</summary>
    public bool IsProven => Math.Abs(Difference) > DifferenceHalf;
}
