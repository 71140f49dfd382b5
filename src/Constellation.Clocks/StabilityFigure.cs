namespace Constellation.Clocks;

/// <summary>A published Allan deviation at an averaging time (s) to which a model is held.</summary>
public readonly record struct StabilityFigure(double Tau, double Deviation);
