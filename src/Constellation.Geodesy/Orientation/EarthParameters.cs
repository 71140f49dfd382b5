namespace Constellation.Geodesy;

/// <summary>Observed Earth orientation at one epoch.</summary>
/// <param name="X">Pole coordinate x, rad.</param>
/// <param name="Y">Pole coordinate y, rad.</param>
/// <param name="Ut1MinusTai">UT1 - TAI, s: without the steps of UTC.</param>
/// <param name="DeltaX">Celestial pole offset dX, rad.</param>
/// <param name="DeltaY">Celestial pole offset dY, rad.</param>
/// <param name="Ut1Rate">d(UT1 - TAI)/dt, dimensionless (minus the excess length of day over 86400 s).</param>
public readonly record struct EarthParameters(double X, double Y, double Ut1MinusTai, double DeltaX, double DeltaY, double Ut1Rate);
