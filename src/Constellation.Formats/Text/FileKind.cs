namespace Constellation.Formats;

/// <summary>What a file is, told by its first lines, not by its name.</summary>
public enum FileKind
{
    Unknown,
    RinexNavigation,
    RinexObservation,
    RinexClock,
    Sp3,
    Antex,
    Orbex,
    TwoLineElements,
    Omm,
}
