namespace Constellation.Positioning;

/// <summary>What the loss of satellites does to a service that asks for a PDOP.</summary>
public enum ContinuityKind
{
    /// <summary>Probability that the service continues over an interval; no value where there is none to begin with.</summary>
    Continues,

    /// <summary>Probability of the service at a time, satellites being away as often as they are.</summary>
    Available,

    /// <summary>Number of satellites whose loss alone ends the service; no value where there is none.</summary>
    CriticalSatellites,
}
