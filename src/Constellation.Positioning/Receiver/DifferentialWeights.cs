namespace Constellation.Positioning;

/// <summary>Sigmas of differences of codes: noise and multipath of two receivers, and little of what cancels.</summary>
/// <param name="codes">Says how large noise and multipath of one are.</param>
internal sealed class DifferentialWeights(IRangeWeights codes) : IRangeWeights
{
    /// <summary>Part of the ionosphere model's error, and of orbits and troposphere (m), that is left over some tens of kilometres.</summary>
    private const double IonosphereLeft = 0.1, OtherLeft = 0.1;

    public double CodeSigma(in PreparedSatellite satellite) => codes.CodeSigma(satellite);

    public double Sigma(in PreparedSatellite satellite)
    {
        double code = codes.CodeSigma(satellite) * satellite.NoiseFactor, sky = IonosphereLeft * satellite.IonosphereSigma;
        return Math.Sqrt((code * code * (1.0 + (satellite.Smoothing * satellite.Smoothing))) + (sky * sky) + (OtherLeft * OtherLeft));
    }
}
