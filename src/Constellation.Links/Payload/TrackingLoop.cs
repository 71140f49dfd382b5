namespace Constellation.Links;

/// <summary>A delay or phase lock loop of a terminal.</summary>
/// <param name="Bandwidth">One-sided noise bandwidth, Hz.</param>
/// <param name="IntegrationTime">Coherent, s.</param>
public sealed record TrackingLoop(double Bandwidth, double IntegrationTime)
{
    /// <summary>What does not fall with the signal's strength: quantisation, antenna pattern, reference oscillator, jitter of detectors; m, one sigma.</summary>
    public double Floor { get; init; }

    /// <summary>Factor on the thermal part where carriers are combined against dispersion; 1 for one carrier.</summary>
    public double NoiseFactor { get; init; } = 1;
}
