namespace Constellation.Positioning;

/// <summary>What one user got at one epoch: errors are solution minus truth on the local axes, m.</summary>
public readonly record struct UserFix(int SatelliteCount, FixStatus Status, double Pdop, double East, double North, double Up)
{
    public double HorizontalError => Math.Sqrt((East * East) + (North * North));

    public double VerticalError => Math.Abs(Up);
}
