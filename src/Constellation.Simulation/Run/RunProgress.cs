namespace Constellation.Simulation;

/// <summary>How far a run is: the stage at work and the fraction of it that is done.</summary>
public readonly record struct RunProgress(string Stage, double Fraction);
