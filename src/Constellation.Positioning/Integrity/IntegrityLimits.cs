namespace Constellation.Positioning;

/// <summary>What an operation asks for, m.</summary>
/// <param name="Horizontal">Alert limit.</param>
/// <param name="Vertical">Alert limit; infinity where only the horizontal counts.</param>
/// <param name="MonitorThreshold">Of the effective monitor threshold.</param>
/// <param name="VerticalSigma">Of the standard deviation of the vertical error.</param>
/// <remarks>LPV-200: 40 m, 35 m, 15 m and 1.87 m [Blanch12]; RNP 0.1: 185 m.</remarks>
public sealed record IntegrityLimits(double Horizontal, double Vertical, double MonitorThreshold, double VerticalSigma)
{
    public static IntegrityLimits Lpv200 { get; } = new(40.0, 35.0, 15.0, 1.87);

    public static IntegrityLimits Rnp01 { get; } = new(185.2, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);

    public bool Accept(in ProtectionLevels levels) =>
        levels.IsDefined && levels.Horizontal <= Horizontal && levels.Vertical <= Vertical && levels.MonitorThreshold <= MonitorThreshold && levels.VerticalSigma <= VerticalSigma;
}
