namespace Constellation.Positioning;

/// <summary>How an epoch of precise point positioning ended.</summary>
public enum PppStatus
{
    /// <summary>Solved.</summary>
    Ok,

    /// <summary>No satellite has both codes and carriers of a pair of bands.</summary>
    NoObservations,

    /// <summary>No satellite that is observed has an orbit and a clock.</summary>
    NoEphemeris,

    /// <summary>Too few satellites for a position from this epoch alone; a static position goes on.</summary>
    TooFewSatellites,

    /// <summary>No first position could be found from the codes.</summary>
    NoFirstPosition,
}
