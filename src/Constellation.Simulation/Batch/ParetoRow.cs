namespace Constellation.Simulation;

/// <summary>A point by what it needs and what it gives.</summary>
/// <param name="Count">What is counted, of <see cref="PointCosts"/>.</param>
/// <param name="Number">How many.</param>
/// <param name="Row">What it gives.</param>
/// <param name="OnFront">Whether no other point gives as much for less, or more for as much.</param>
public sealed record ParetoRow(string Count, double Number, PairedRow Row, bool OnFront);
