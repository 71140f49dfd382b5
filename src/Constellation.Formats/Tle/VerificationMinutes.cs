namespace Constellation.Formats;

/// <summary>The times of a verification case, minutes since the epoch of its element set.</summary>
public readonly record struct VerificationMinutes(double Start, double Stop, double Step);
