namespace Constellation.Clocks;

/// <summary>Something in a record that no power-law noise does.</summary>
/// <param name="Kind">What.</param>
/// <param name="Index">Index in the record of the offset, or frequency, from which on it shows.</param>
/// <param name="Size">Size: seconds of phase, or fractional frequency.</param>
public readonly record struct ClockFinding(ClockFindingKind Kind, int Index, double Size);
