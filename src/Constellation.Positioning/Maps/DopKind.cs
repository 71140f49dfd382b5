namespace Constellation.Positioning;

/// <summary>Which number of the geometry.</summary>
public enum DopKind
{
    Visible,
    Gdop,
    Pdop,
    Hdop,
    Vdop,
    Tdop,
}
