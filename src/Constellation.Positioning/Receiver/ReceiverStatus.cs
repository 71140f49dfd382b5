namespace Constellation.Positioning;

/// <summary>How the solution of an epoch ended. Tables write the names in lower case with hyphens: <c>too-few-satellites</c>.</summary>
public enum ReceiverStatus
{
    Ok,

    /// <summary>No satellite has a pseudorange of the signals in use.</summary>
    NoObservations,

    /// <summary>Satellites are observed, but messages or products do not tell where enough of them are.</summary>
    NoEphemeris,

    /// <summary>After masks and health fewer satellites than three plus the number of receiver clocks.</summary>
    TooFewSatellites,

    /// <summary>The satellites do not fix a point.</summary>
    SingularGeometry,

    /// <summary>GDOP above the limit.</summary>
    PoorGeometry,

    /// <summary>The iteration did not settle.</summary>
    NotConverged,

    /// <summary>The residuals are larger than their sigmas allow, and leaving out satellites does not mend it. The position is given, not to be trusted.</summary>
    Inconsistent,

    /// <summary>No base observations at the epoch (differential modes).</summary>
    NoBase,

    /// <summary>The filter has not yet settled: the position is given with its (large) sigma.</summary>
    Converging,

    /// <summary>A model that was asked for says nothing of the epoch: ionosphere maps of another time.</summary>
    NoModel,
}
