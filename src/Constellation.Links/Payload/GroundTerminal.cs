namespace Constellation.Links;

/// <summary>The terminal of an anchor station where it differs from the satellites': one steered dish or telescope.</summary>
/// <param name="Gain">Of its antenna, dBi.</param>
/// <param name="TransmitPower">At the antenna, W.</param>
/// <param name="NoiseTemperature">Of the system with a clear sky at zenith, K; not used by optical receivers.</param>
public sealed record GroundTerminal(double Gain, double TransmitPower, double NoiseTemperature)
{
    /// <summary>Loss of the clear air at zenith, dB; null: by gases, from the carrier's frequency, which is then below 54 GHz.</summary>
    public double? ZenithLoss { get; init; }
}
