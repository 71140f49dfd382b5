namespace Constellation.Reporting;

/// <summary>What one source of error does to the positions of a user: root mean squares, m.</summary>
/// <param name="Source">For people: <c>satellite clocks</c>.</param>
/// <param name="Range">In the ranges.</param>
/// <param name="Horizontal">In the position.</param>
/// <param name="Vertical">In the position.</param>
public sealed record ErrorContribution(string Source, double Range, double Horizontal, double Vertical);
