namespace Constellation.Clocks;

/// <summary>A phase term at a multiple of the frequency of the revolution.</summary>
/// <param name="Order">Times per revolution.</param>
/// <param name="Amplitude">Of the phase, s.</param>
public readonly record struct ClockHarmonic(int Order, double Amplitude);
