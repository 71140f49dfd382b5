using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Something that happens to a clock at an instant and stays.</summary>
/// <param name="Epoch">When; the step is in force at this epoch.</param>
/// <param name="PhaseStep">Added to the offset from then on, s.</param>
/// <param name="FrequencyStep">Added to the fractional frequency from then on; the offset grows with it.</param>
public readonly record struct ClockEvent(Epoch Epoch, double PhaseStep, double FrequencyStep = 0);
