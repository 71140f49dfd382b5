namespace Constellation.Cli;

/// <summary>A row of <c>accuracy --summary</c>; lengths in m.</summary>
/// <param name="Scope">Place, route or region.</param>
/// <param name="Method"><c>covariance</c> or <c>sampled</c>.</param>
/// <param name="Places">In it.</param>
/// <param name="Positions">With a solution.</param>
/// <param name="Horizontal95">Of all positions together.</param>
/// <param name="Vertical95">Likewise.</param>
/// <param name="HorizontalRms">Likewise.</param>
/// <param name="VerticalRms">Likewise.</param>
/// <param name="Availability">Share of places and epochs within the limits.</param>
/// <param name="Worst">Place with the largest 95 % horizontal error.</param>
/// <param name="WorstHorizontal95">That error.</param>
internal sealed record AccuracySummaryRow(
    string Scope, string Method, int Places, long Positions, double Horizontal95, double Vertical95, double HorizontalRms, double VerticalRms, double Availability, string Worst, double WorstHorizontal95);
