namespace Constellation.Simulation;

/// <summary>Why a slot does not serve.</summary>
public enum OutageCause
{
    /// <summary>The satellite is lost and its successor has not arrived.</summary>
    Vacant,

    /// <summary>A failure that the satellite survives.</summary>
    Outage,

    /// <summary>The next clock takes over.</summary>
    Clock,

    /// <summary>Announced beforehand.</summary>
    Planned,
}
