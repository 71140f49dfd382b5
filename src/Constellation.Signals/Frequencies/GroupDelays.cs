using Constellation.Core;

namespace Constellation.Signals;

/// <summary>What a receiver adds to the broadcast clock (s) so that it fits the code, or pair of codes, that it measures.</summary>
/// <remarks>
/// Corrected clock = polynomial + relativity + the value returned here; the corrected clock then enters range = P + c dt.
/// [IS-GPS-200] 20.3.3.3.3.2 and 30.3.3.3.1.1, [IS-GPS-705] 20.3.3.3.1, [Galileo-ICD] 5.1.5, [BDS-ICD-B1I] 5.2.4.10, [BDS-ICD-B1C] 7.6.2, [BDS-ICD-B2a] 7.6.2, [IRNSS-ICD] 6.2.1.5.
/// The clock refers to: GPS and QZSS L1/L2 P(Y) ionosphere-free; Galileo F/NAV E1/E5a, I/NAV E1/E5b; BeiDou B3I; GLONASS the channel itself; NavIC L5/S ionosphere-free.
/// Names of the delays as in <see cref="NavigationMessage.GroupDelays"/>; one that a message does not carry counts as zero.
/// </remarks>
public static class GroupDelays
{
    /// <summary>Correction for one code, named by RINEX band and attribute, for example <c>1C</c>, <c>2I</c>, <c>5Q</c>.</summary>
    public static double ForCode(NavigationMessage message, string code)
    {
        char band = code[0];
        GnssSystem system = message.Satellite.System;
        return system switch
        {
            GnssSystem.Gps or GnssSystem.Qzss => Gps(message, code),
            GnssSystem.Galileo => Galileo(message, band),
            GnssSystem.BeiDou => BeiDou(message, code),
            GnssSystem.Glonass when band == '2' => -Delay(message, "DeltaTau"),
            GnssSystem.NavIc when band == '9' => -Delay(message, "TGD"),
            GnssSystem.NavIc when band == '5' => -Delay(message, "TGD") * Square(Carriers.Frequency(system, '9') / Carriers.Frequency(system, '5')),
            _ => 0.0,
        };
    }

    /// <summary>Correction for the ionosphere-free combination of two codes: the same combination of the single corrections.</summary>
    public static double ForPair(NavigationMessage message, string first, string second)
    {
        GnssSystem system = message.Satellite.System;
        IonosphereFree pair = new(Carriers.Frequency(system, first[0]), Carriers.Frequency(system, second[0]));
        return pair.Combine(ForCode(message, first), ForCode(message, second));
    }

    /// <summary>
    /// P(Y) on L1 and L2 by TGD alone; a civil code as L1 P(Y) plus its inter-signal correction. Where none is broadcast (LNAV), L2C counts as
    /// L2 P(Y), which shares its way through the satellite, and all others as L1 P(Y).
    /// </summary>
    private static double Gps(NavigationMessage message, string code)
    {
        double tgd = Delay(message, "TGD");
        string? name = code switch
        {
            "1C" => "ISC_L1CA",
            "1S" => "ISC_L1Cd",
            "1L" or "1X" => "ISC_L1Cp",
            "2S" or "2L" or "2X" => "ISC_L2C",
            "5I" => "ISC_L5I5",
            "5Q" or "5X" => "ISC_L5Q5",
            _ => null,
        };
        return name is not null && message.GroupDelays.TryGetValue(name, out double correction) ? -tgd + correction
            : code[0] == '2' ? -tgd * Square(Carriers.Frequency(message.Satellite.System, '1') / Carriers.Frequency(message.Satellite.System, '2'))
            : -tgd;
    }

    /// <summary>
    /// The clock of F/NAV fits E1/E5a, that of I/NAV E1/E5b. BGD(E1, x) = (delay E1 - delay x) / (1 - (f1/fx)^2): a code on E1 is corrected by
    /// the BGD of the message's own pair; E5a and E5b first change to the clock of their own pair, then scale. E5 is both of them, so half of
    /// each; for E6 nothing is broadcast, and it counts as E1.
    /// </summary>
    private static double Galileo(NavigationMessage message, char band)
    {
        double a = Delay(message, "BGD_E1E5a"), b = Delay(message, "BGD_E1E5b");
        double own = message.Type == MessageType.Fnav ? a : b;
        return band switch
        {
            '5' => Second(a, '5'),
            '7' => Second(b, '7'),
            '8' => 0.5 * (Second(a, '5') + Second(b, '7')),
            _ => -own,
        };

        double Second(double bgd, char second) => -own + bgd - (bgd * Square(Carriers.Frequency(GnssSystem.Galileo, '1') / Carriers.Frequency(GnssSystem.Galileo, second)));
    }

    private static double BeiDou(NavigationMessage message, string code) => code switch
    {
        "2I" => -Delay(message, "TGD1"),
        "7I" => -Delay(message, "TGD2"),
        "1P" or "1X" => -Delay(message, "TGD_B1Cp"),
        "1D" => -Delay(message, "TGD_B1Cp") - Delay(message, "ISC_B1Cd"),
        "5P" or "5X" => -Delay(message, "TGD_B2ap"),
        "5D" => -Delay(message, "TGD_B2ap") - Delay(message, "ISC_B2ad"),
        "7D" => -Delay(message, "TGD_B2bI"),
        _ => 0.0,
    };

    private static double Delay(NavigationMessage message, string name) => message.GroupDelays.GetValueOrDefault(name);

    private static double Square(double x) => x * x;
}
