namespace Constellation.Positioning;

/// <summary>Which figure of Advanced RAIM.</summary>
public enum ProtectionKind
{
    Horizontal,
    Vertical,
    MonitorThreshold,
    VerticalSigma,

    /// <summary>1 where an operation's limits are met, else 0.</summary>
    Available,
}
