using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>A service that broadcasts corrections to navigation messages: how often, how late, how finely.</summary>
/// <param name="Name">As commands name it.</param>
/// <param name="Systems">Whose satellites are corrected.</param>
/// <param name="OrbitInterval">Between orbit corrections, s.</param>
/// <param name="ClockInterval">Between clock corrections, s.</param>
/// <param name="Latency">From the instant a correction is for to its use, s.</param>
/// <param name="RadialStep">Quantisation of the radial correction, m.</param>
/// <param name="AlongStep">Of the one along the track and of the one across it, m.</param>
/// <param name="ClockStep">Of the clock correction, m.</param>
/// <param name="RadialBits">Of the two's complement that carries the radial correction; the two most extreme values say "not available".</param>
/// <param name="AlongBits">Along and across the track.</param>
/// <param name="ClockBits">Of the clock correction.</param>
public sealed record CorrectionService(
    string Name, IReadOnlySet<GnssSystem> Systems, double OrbitInterval, double ClockInterval, double Latency,
    double RadialStep, double AlongStep, double ClockStep, int RadialBits, int AlongBits, int ClockBits)
{
    /// <summary>Galileo High Accuracy Service: GPS and Galileo, orbits in 50 s, clocks in 10 s. [HAS-ICD] section 5.2.</summary>
    /// <remarks>The latency is that of generation and reception together, as users have found it.</remarks>
    public static CorrectionService Has { get; } = new("has", new HashSet<GnssSystem> { GnssSystem.Gps, GnssSystem.Galileo }, 50, 10, 15, 0.0025, 0.008, 0.0025, 13, 12, 13);

    /// <summary>BeiDou PPP-B2b: BDS-3 and GPS, orbits in 48 s, clocks in 6 s. [BDS-ICD-PPP-B2b] chapter 6, messages 2 and 4.</summary>
    /// <remarks>In fact for users around China, and for the CNAV-1 message; here for all, and for the message at hand.</remarks>
    public static CorrectionService B2b { get; } = new("b2b", new HashSet<GnssSystem> { GnssSystem.Gps, GnssSystem.BeiDou }, 48, 6, 8, 0.0016, 0.0064, 0.0016, 15, 13, 15);

    public static IReadOnlyList<CorrectionService> All { get; } = [Has, B2b];

    public static CorrectionService? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <summary>The value that is transmitted; NaN where it does not fit into the bits.</summary>
    public static double Quantise(double value, double step, int bits)
    {
        double units = Math.Round(value / step), most = Math.Pow(2, bits - 1) - 2;
        return Math.Abs(units) <= most ? units * step : double.NaN;
    }

    /// <summary>Standard deviation of what quantisation leaves in a range, m: a step of each part, the tangential ones seen at a seventh.</summary>
    public double QuantisationSigma => Math.Sqrt(((RadialStep * RadialStep) + (ClockStep * ClockStep) + (2 * AlongStep * AlongStep / 49)) / 12);
}
