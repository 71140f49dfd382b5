namespace Constellation.Positioning;

/// <summary>How a position solution ended.</summary>
public enum FixStatus
{
    Ok,

    /// <summary>Fewer satellites than three plus the number of clock columns.</summary>
    TooFewSatellites,

    /// <summary>The satellites do not fix a point: a PDOP above one million.</summary>
    SingularGeometry,

    /// <summary>The iteration did not settle: after twelve steps the last was still above 0.1 m.</summary>
    NotConverged,
}
