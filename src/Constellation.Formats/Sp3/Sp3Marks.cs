namespace Constellation.Formats;

/// <summary>Marks of one SP3 position record, columns 75-80.</summary>
[Flags]
public enum Sp3Marks : byte
{
    None = 0,

    /// <summary>The clock jumped between the epoch before and this one.</summary>
    ClockEvent = 1,

    ClockPredicted = 2,

    /// <summary>The satellite was moved on purpose between the epoch before and this one.</summary>
    Maneuver = 4,

    OrbitPredicted = 8,
}
