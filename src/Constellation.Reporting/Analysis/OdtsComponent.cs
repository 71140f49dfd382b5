namespace Constellation.Reporting;

/// <summary>A component of the control segment's error.</summary>
public enum OdtsComponent
{
    Radial,
    Along,
    Cross,
    Clock,
}
