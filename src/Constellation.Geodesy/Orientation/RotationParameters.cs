namespace Constellation.Geodesy;

/// <summary>What varies slowly in the Earth's attitude: all but the rotation angle. Radians, seconds, and rates per second of TT.</summary>
/// <remarks>Pole and UT1 include the sub-daily terms, X and Y the observed offsets.</remarks>
internal readonly record struct RotationParameters(
    double X, double Y, double S, double Ut1MinusTai, double PoleX, double PoleY,
    double XRate, double YRate, double Ut1Rate, double PoleXRate, double PoleYRate);
