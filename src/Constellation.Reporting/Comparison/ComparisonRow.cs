namespace Constellation.Reporting;

/// <summary>One figure of two runs, both from the values that both runs have: a satellite or a user at an epoch.</summary>
/// <param name="Metric">As in <c>summary.csv</c>.</param>
/// <param name="Scope">All satellites, a class of orbits, a satellite, a region, a site.</param>
/// <param name="A">In the first run; NaN where the runs have no value in common.</param>
/// <param name="B">In the second.</param>
/// <param name="Sigma">Standard deviation of B - A that the run's own length leaves, from paired epochs; NaN where there are too few.</param>
/// <param name="Values">Values that both runs have: what the figures are made of.</param>
/// <param name="OnlyA">Values that only the first run has, left out of both figures.</param>
/// <param name="OnlyB">Values that only the second run has, left out too.</param>
/// <param name="Unit">m, or empty for a fraction.</param>
public readonly record struct ComparisonRow(string Metric, string Scope, double A, double B, double Sigma, int Values, int OnlyA, int OnlyB, string Unit)
{
    public double Difference => B - A;

    /// <summary>Whether the difference is beyond twice its standard deviation.</summary>
    public bool IsSignificant => Math.Abs(Difference) > 2 * Sigma;
}
