using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>Carrier frequencies by system and RINEX band digit (the second character of an observation code, <c>C1C</c>).</summary>
/// <remarks>[RINEX-4] tables 9-16. BeiDou: 2 is B1I, 1 is B1C, 6 is B3I, 7 is B2b (B2I of BDS-2), 8 is B2a+B2b.</remarks>
public static class Carriers
{
    private const double Fundamental = 10.23e6;

    /// <summary>Hz.</summary>
    /// <remarks>The FDMA channel number, -7 to +6, matters in bands 1 and 2 of GLONASS only.</remarks>
    public static double Frequency(GnssSystem system, char band, int glonassChannel = 0) =>
        TryFrequency(system, band, glonassChannel)
        ?? throw new ArgumentOutOfRangeException(nameof(band), band, $"{system} has no RINEX band '{band}'");

    public static double? TryFrequency(GnssSystem system, char band, int glonassChannel = 0) => (system, band) switch
    {
        (GnssSystem.Glonass, '1') => 1602e6 + (0.5625e6 * glonassChannel),
        (GnssSystem.Glonass, '2') => 1246e6 + (0.4375e6 * glonassChannel),
        (GnssSystem.Glonass, '4') => 156.5 * Fundamental,
        (GnssSystem.Glonass, '6') => 122 * Fundamental,
        (GnssSystem.Glonass, '3') => 117.5 * Fundamental,
        (GnssSystem.Glonass, _) => null,
        (GnssSystem.BeiDou, '2') => 152.6 * Fundamental,
        (GnssSystem.BeiDou, '6') => 124 * Fundamental,
        (GnssSystem.NavIc, '9') => 243.6 * Fundamental,
        (GnssSystem.NavIc, '1' or '5') or (GnssSystem.Sbas, '1' or '5') => Common(band),
        (GnssSystem.NavIc or GnssSystem.Sbas, _) => null,
        (GnssSystem.Gps or GnssSystem.Qzss, '2') => 120 * Fundamental,
        (GnssSystem.Gps, '1' or '5') => Common(band),
        (GnssSystem.Gps, _) => null,
        (GnssSystem.Qzss, '1' or '5' or '6') => Common(band),
        (GnssSystem.Qzss, _) => null,
        (GnssSystem.Galileo or GnssSystem.BeiDou, _) => Common(band),
        _ => null,
    };

    /// <summary>m.</summary>
    public static double Wavelength(GnssSystem system, char band, int glonassChannel = 0) =>
        PhysicalConstants.SpeedOfLight / Frequency(system, band, glonassChannel);

    private static double? Common(char band) => band switch
    {
        '1' => 154 * Fundamental,
        '5' => 115 * Fundamental,
        '6' => 125 * Fundamental,
        '7' => 118 * Fundamental,
        '8' => 116.5 * Fundamental,
        _ => null,
    };
}
