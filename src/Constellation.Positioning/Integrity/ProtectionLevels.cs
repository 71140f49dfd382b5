namespace Constellation.Positioning;

/// <summary>Result of Advanced RAIM at one place and epoch, m.</summary>
/// <param name="Horizontal">Horizontal protection level.</param>
/// <param name="Vertical">Vertical protection level.</param>
/// <param name="MonitorThreshold">Effective monitor threshold: largest vertical test threshold among likely faults.</param>
/// <param name="HorizontalSigma">Standard deviation of the horizontal error in normal times (distance, root of both variances).</param>
/// <param name="VerticalSigma">Of the vertical error.</param>
/// <param name="Satellites">Used.</param>
/// <param name="FaultModes">Monitored.</param>
public readonly record struct ProtectionLevels(double Horizontal, double Vertical, double MonitorThreshold, double HorizontalSigma, double VerticalSigma, int Satellites, int FaultModes)
{
    public bool IsDefined => !double.IsNaN(Horizontal) && !double.IsNaN(Vertical);

    /// <summary>No level can be given: too few satellites, or faults that cannot be monitored are too likely.</summary>
    public static ProtectionLevels None(int satellites) => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, satellites, 0);
}
