namespace Constellation.Positioning;

/// <summary>Which error of a position.</summary>
public enum AccuracyKind
{
    Horizontal,
    Vertical,
}
