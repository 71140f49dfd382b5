using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Standard deviations from what is known of each source of error.</summary>
/// <remarks>
/// sigma^2 = satellite^2 + group delay^2 + (noise^2 + multipath^2 + channel^2) (a^2 + b^2) + ionosphere^2 + troposphere^2 with a, b of the combination.
/// Satellite: signal-in-space errors as long comparisons with precise products give them [Montenbruck15], [Montenbruck18]; what the messages tell
/// (URA, SISA) is a promise with a margin that differs between systems. Noise: a delay lock loop at the C/N0 that is told [Kaplan06] eq. 5.23; without
/// one that of a geodetic antenna over elevation. Multipath: 0.1 m + 0.5 exp(-E / 25 deg) for a static antenna. Troposphere: 5 cm in the zenith.
/// </remarks>
public sealed class RangeWeights : IRangeWeights
{
    /// <summary>Zenith error of a blind model, m.</summary>
    private const double ZenithSigma = 0.05;

    /// <summary>Of a single code: quantisation of the delay, and C/A against the P code that it refers to, m.</summary>
    private const double SingleCodeSigma = 0.3;

    /// <summary>Different delays of the FDMA channels in a receiver, m: several metres between the ends of the band are common [Shi13].</summary>
    private const double ChannelSigma = 1.5;

    private static readonly CodeTracking s_loop = new(1.023e6, 0.1, 1.0, 0.020);
    private static readonly CarrierToNoise s_geodetic = new(35.0, 50.0);

    /// <summary>For broadcast orbits and clocks.</summary>
    public static RangeWeights Broadcast { get; } = new() { Precise = false };

    /// <summary>For products whose orbits and clocks are good to centimetres.</summary>
    public static RangeWeights Products { get; } = new() { Precise = true };

    public bool Precise { get; private init; }

    public CodeMultipath Multipath { get; init; } = new(0.1, 0.5, double.DegreesToRadians(25.0));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double CodeSigma(in PreparedSatellite satellite)
    {
        double strength = double.IsNaN(satellite.CarrierToNoise) ? s_geodetic.At(Math.Sin(satellite.Look.Elevation)) : Math.Clamp(satellite.CarrierToNoise, 20.0, 60.0);
        double noise = s_loop.Sigma(strength), multipath = Multipath.Sigma(satellite.Look.Elevation), channel = satellite.Id.System == GnssSystem.Glonass ? ChannelSigma : 0;
        return Math.Sqrt((noise * noise) + (multipath * multipath) + (channel * channel));
    }

    public double Sigma(in PreparedSatellite satellite)
    {
        double code = CodeSigma(satellite) * satellite.NoiseFactor * satellite.Smoothing, orbit = Precise ? 0.1 : SatelliteSigma(satellite.Id);
        double single = satellite.SecondPart == 0 || Precise ? SingleCodeSigma : 0;
        double troposphere = ZenithSigma * TroposphereMapping.Simple(Math.Max(0.05, Math.Sin(satellite.Look.Elevation)));
        return Math.Sqrt((orbit * orbit) + (single * single) + (code * code) + (satellite.IonosphereSigma * satellite.IonosphereSigma) + (troposphere * troposphere));
    }

    /// <summary>Rms of orbit and clock along a ray, m.</summary>
    private static double SatelliteSigma(SatelliteId satellite) => satellite.System switch
    {
        GnssSystem.Gps => 0.5,
        GnssSystem.Galileo => 0.2,
        GnssSystem.Glonass => 1.8,
        GnssSystem.Qzss => 0.6,
        GnssSystem.BeiDou when satellite.Number is <= 5 or >= 59 => 2.0,        // geostationary
        GnssSystem.BeiDou when ClockColumns.IsBeiDou2(satellite) => 1.0,
        GnssSystem.BeiDou => 0.5,
        GnssSystem.NavIc => 1.5,
        _ => 5.0,
    };
}
