namespace Constellation.Simulation;

/// <summary>Predicted minus true Earth orientation: UT1 (s), the pole's x and y (rad), and their rates per second.</summary>
public readonly record struct OrientationError(double Ut1, double PoleX, double PoleY, double Ut1Rate, double PoleXRate, double PoleYRate);
