namespace Constellation.Links;

/// <summary>A predicted clock near an epoch, as a length: c times offset (m), its rate (m/s) and half-acceleration's double (m/s^2).</summary>
internal readonly record struct LocalClock(double Offset, double Rate, double Drift)
{
    public double At(double secondsFromCentre) => Offset + (secondsFromCentre * (Rate + (secondsFromCentre * Drift / 2)));
}
