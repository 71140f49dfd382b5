namespace Constellation.Links;

/// <summary>Residuals of one kind of measurement after the adjustment.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Used">How many entered.</param>
/// <param name="Rejected">How many lay beyond the gate.</param>
/// <param name="Rms">Of those that entered, m.</param>
public readonly record struct ObservableStatistics(ObservableKind Kind, int Used, int Rejected, double Rms);
