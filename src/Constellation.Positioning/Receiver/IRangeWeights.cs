namespace Constellation.Positioning;

/// <summary>How far a pseudorange is believed.</summary>
public interface IRangeWeights
{
    /// <summary>Standard deviation of a corrected pseudorange, m; the satellite has its directions and delays.</summary>
    double Sigma(in PreparedSatellite satellite);
}
