using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A sine wave found in a clock.</summary>
/// <param name="Period">Its period.</param>
/// <param name="Amplitude">Amplitude of the phase, s.</param>
/// <param name="Sigma">Standard deviation of the amplitude by the clock's own noise, s.</param>
public readonly record struct FittedHarmonic(Duration Period, double Amplitude, double Sigma);
