namespace Constellation.Positioning;

/// <summary>What one source of error does to a user: root mean squares over the epochs with a position, m.</summary>
/// <param name="Range">In the ranges.</param>
/// <param name="Horizontal">In the position.</param>
/// <param name="Vertical">In the position.</param>
public readonly record struct ErrorPart(double Range, double Horizontal, double Vertical);
