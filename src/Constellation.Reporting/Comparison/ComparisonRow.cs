namespace Constellation.Reporting;

/// <summary>One figure of two runs.</summary>
/// <param name="Metric">As in <c>summary.csv</c>.</param>
/// <param name="Scope">All satellites, a class of orbits, a satellite, a region, a site.</param>
/// <param name="A">In the first run; NaN where it has none.</param>
/// <param name="B">In the second.</param>
/// <param name="Sigma">Standard deviation of B - A that the run's own length leaves, from paired epochs; NaN where there are too few.</param>
/// <param name="Epochs">Epochs that both runs have a value at.</param>
/// <param name="Unit">m, or empty for a fraction.</param>
public readonly record struct ComparisonRow(string Metric, string Scope, double A, double B, double Sigma, int Epochs, string Unit)
{
    public double Difference => B - A;

    /// <summary>Whether the difference is beyond twice its standard deviation.</summary>
    public bool IsSignificant => Math.Abs(Difference) > 2 * Sigma;
}
