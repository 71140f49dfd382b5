namespace Constellation.Links;

/// <summary>From C/N0 to a measurement: when a terminal acquires and holds its partner, and the loops that range.</summary>
public sealed record LinkTracking
{
    /// <summary>Least C/N0 to find the signal, dB-Hz.</summary>
    public required double AcquisitionThreshold { get; init; }

    /// <summary>Least C/N0 to hold it, dB-Hz.</summary>
    public required double LockThreshold { get; init; }

    /// <summary>From pointing to the first measurement, s.</summary>
    public double AcquisitionTime { get; init; }

    /// <summary>Chips/s.</summary>
    public required double ChipRate { get; init; }

    /// <summary>Early to late, chips.</summary>
    public required double Spacing { get; init; }

    public required TrackingLoop Code { get; init; }

    public required TrackingLoop Carrier { get; init; }
}
