namespace Constellation.Simulation;

/// <summary>One figure of one run.</summary>
/// <param name="Point">Index of the point in the sweep.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Scope">What kind of thing it is about.</param>
/// <param name="Name">Which one.</param>
/// <param name="Metric">As in <c>summary.csv</c>.</param>
/// <param name="Value">NaN where there is none.</param>
/// <param name="Unit">Of the value.</param>
public readonly record struct BatchRow(int Point, long Seed, SweepScopes Scope, string Name, string Metric, double Value, string Unit);
