namespace Constellation.Simulation;

/// <summary>A line of <c>summary.csv</c>: <c>metric,scope,value,unit</c>.</summary>
public readonly record struct SummaryRow(string Metric, string Scope, double Value, string Unit);
