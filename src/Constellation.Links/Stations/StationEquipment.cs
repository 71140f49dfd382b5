using Constellation.Clocks;
using Constellation.Signals;

namespace Constellation.Links;

/// <summary>What all stations of a network have in common: receiver noise, troposphere residual and clocks.</summary>
/// <remarks>An L-band range stands for one ionosphere-free, carrier-smoothed code measurement per processed round. Its noise is the zenith
/// value over the sine of the elevation, square-rooted; what carrier phase with fixed ambiguities could add is left out (assumed figures).</remarks>
public sealed record StationEquipment
{
    /// <summary>White noise of an L-band range at zenith, m, one sigma.</summary>
    public double LBandNoise { get; init; } = 0.10;

    /// <summary>Least elevation for L-band ranges, rad.</summary>
    public double LBandElevationMask { get; init; } = 7 * Math.PI / 180;

    /// <summary>Zenith delay that remains after the troposphere model, m, one sigma (first-order Gauss-Markov).</summary>
    public double TroposphereSigma { get; init; } = 0.02;

    /// <summary>Correlation time of that residual, s.</summary>
    public double TroposphereTime { get; init; } = 7200;

    /// <summary>Clock of every station but the first, whose clock is system time: an active hydrogen maser (assumed figures).</summary>
    public ClockModel Clock { get; init; } = new("STATION-MASER", "Active hydrogen maser of a monitor station", "assumed")
    {
        H0 = 1e-26,
        HMinus2 = 5e-38,
        InitialOffsetSpread = 1e-7,
        InitialFrequencySpread = 1e-13,
    };

    /// <summary>The same equipment with noise and troposphere scaled.</summary>
    public StationEquipment Scaled(double scale) => this with { LBandNoise = LBandNoise * scale, TroposphereSigma = TroposphereSigma * scale };

    /// <summary>Variance of one L-band range, m^2.</summary>
    public double LBandVariance(double elevation) => LBandNoise * LBandNoise / Math.Sin(elevation);

    /// <summary>Zenith delay to slant delay, after [Black84].</summary>
    public static double Mapping(double elevation) => TroposphereMapping.Simple(Math.Sin(elevation));
}
