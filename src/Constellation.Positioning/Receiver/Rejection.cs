namespace Constellation.Positioning;

/// <summary>Why an observed satellite is not used at an epoch.</summary>
public enum Rejection
{
    None,

    /// <summary>Its system is not asked for, or it is excluded by name.</summary>
    NotChosen,

    /// <summary>No pseudorange of the signals in use.</summary>
    NoCode,

    /// <summary>No message, or no precise product, at the epoch.</summary>
    NoEphemeris,

    /// <summary>Its message says that it must not be used.</summary>
    Unhealthy,

    /// <summary>Below the elevation mask.</summary>
    BelowMask,

    /// <summary>C/N0 below the limit.</summary>
    Weak,

    /// <summary>A model does not cover it: an ionosphere map of another time, an antenna that is not known.</summary>
    NoModel,

    /// <summary>Its residual is a fault by the test of consistency.</summary>
    Fault,
}
