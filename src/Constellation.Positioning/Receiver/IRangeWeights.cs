namespace Constellation.Positioning;

/// <summary>How far a pseudorange is believed.</summary>
public interface IRangeWeights
{
    /// <summary>Noise and multipath of one code, m; the satellite has its directions.</summary>
    double CodeSigma(in PreparedSatellite satellite);

    /// <summary>Standard deviation of a corrected pseudorange, m; the satellite has its directions and delays.</summary>
    double Sigma(in PreparedSatellite satellite);
}
