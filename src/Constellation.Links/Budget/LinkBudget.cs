using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Links;

/// <summary>One direction of a link: from the transmitter's power to the noise of the range that the receiver measures.</summary>
/// <param name="Eirp">Equivalent isotropically radiated power towards the receiver, dBW.</param>
/// <param name="FreeSpaceLoss">dB.</param>
/// <param name="AtmosphericLoss">Of clear air at ground links, dB; without clouds and rain.</param>
/// <param name="ReceiveGain">Antenna less losses, dB.</param>
/// <param name="CarrierToNoise">C/N0, dB-Hz.</param>
/// <param name="Required">Least C/N0 for ranging and data, dB-Hz.</param>
/// <param name="CodeNoise">Of the code loop, m, one sigma.</param>
/// <param name="CarrierNoise">Of the phase loop, m, one sigma.</param>
public readonly record struct LinkBudget(
    double Eirp, double FreeSpaceLoss, double AtmosphericLoss, double ReceiveGain, double CarrierToNoise, double Required, double CodeNoise, double CarrierNoise)
{
    /// <summary>No budget: no terminal, no figures, or no line of sight.</summary>
    public static LinkBudget None { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>C/N0 above what is required, dB.</summary>
    public double Margin => CarrierToNoise - Required;

    /// <summary>Whether range and data come through.</summary>
    public bool Locked => Margin >= 0;

    /// <summary>Between isotropic antennas, dB: (4 pi range / wavelength)^2. [Kaplan06] 4.3.</summary>
    public static double FreeSpace(double range, double wavelength) => 20 * Math.Log10(4 * Math.PI * range / wavelength);

    /// <param name="system">Whose terminals.</param>
    /// <param name="transmitter">Node.</param>
    /// <param name="receiver">Node.</param>
    /// <param name="sight">How the node of lower index and the other see each other.</param>
    /// <param name="held">Whether the signal was locked already: then terminals that stay on their partner need less.</param>
    public static LinkBudget Of(LinkSystem system, int transmitter, int receiver, in LinkSight sight, bool held = false)
    {
        if (!sight.IsUsable || system.PayloadOf(transmitter)?.Hardware is not { } sends || system.PayloadOf(receiver) is not { Hardware: { } receives } payload)
        {
            return None;
        }

        bool up = system.IsStation(transmitter), down = system.IsStation(receiver);
        if ((up && sends.Ground is null) || (down && receives.Ground is null))
        {
            return None;
        }

        LinkCarrier carrier = sends.Carrier;
        (double scanT, double scanR) = transmitter < receiver ? (sight.ScanA, sight.ScanB) : (sight.ScanB, sight.ScanA);
        double eirp = up
            ? Decibel(sends.Ground!.TransmitPower) + sends.Ground.Gain
            : Decibel(carrier.TransmitPower) - carrier.TransmitLoss + sends.Antenna.Gain(scanT, carrier.Wavelength);
        double gain = (down ? receives.Ground!.Gain : receives.Antenna.Gain(scanR, carrier.Wavelength) - receives.Carrier.ReceiveLoss) - receives.Carrier.OtherLoss;
        double zenith = 0, air = 0;
        if (up || down)
        {
            GroundTerminal ground = (up ? sends : receives).Ground!;
            zenith = ground.ZenithLoss ?? GasAttenuation.Zenith(carrier.Frequency, system.Station(up ? transmitter : receiver).Position.Height);
            air = zenith * StationEquipment.Mapping(sight.Elevation);
        }

        double noise = down ? GroundNoise(receives, zenith, air) : receives.Carrier.NoiseDensity;
        double loss = FreeSpace(sight.Geometry.Range, carrier.Wavelength);
        double cn0 = eirp - loss - air + gain - noise;
        LinkTracking tracking = receives.Tracking;
        double threshold = held && payload.Access == LinkAccess.Continuous ? tracking.LockThreshold : tracking.AcquisitionThreshold;
        CodeTracking code = new(tracking.ChipRate, tracking.Spacing, tracking.Code.Bandwidth, tracking.Code.IntegrationTime);
        CarrierTracking phase = new(carrier.Wavelength, tracking.Carrier.Bandwidth, tracking.Carrier.IntegrationTime);
        return new(
            eirp, loss, air, gain, cn0, Math.Max(threshold, carrier.DataThreshold),
            payload.BudgetNoiseScale * Noise(tracking.Code, code.Sigma(cn0)), payload.BudgetNoiseScale * Noise(tracking.Carrier, phase.Sigma(cn0)));
    }

    /// <summary>Air that takes part of the signal radiates at 275 K [P676]; the stated noise temperature holds for the zenith.</summary>
    private static double GroundNoise(LinkHardware receives, double zenith, double air)
    {
        const double airTemperature = 275;
        double warmer = airTemperature * (Math.Pow(10, -zenith / 10) - Math.Pow(10, -air / 10));
        return receives.Carrier.IsOptical ? receives.Carrier.NoiseDensity : Decibel(PhysicalConstants.Boltzmann * (receives.Ground!.NoiseTemperature + warmer));
    }

    private static double Noise(TrackingLoop loop, double thermal) => Math.Sqrt((loop.NoiseFactor * loop.NoiseFactor * thermal * thermal) + (loop.Floor * loop.Floor));

    private static double Decibel(double ratio) => 10 * Math.Log10(ratio);
}
