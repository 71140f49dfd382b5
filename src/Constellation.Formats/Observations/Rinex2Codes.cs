using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>What the two characters of a RINEX 2 observation mean for a system, as a code of RINEX 3.</summary>
/// <remarks>
/// RINEX 2 has one list for all systems and tells code and band only, not how a signal was tracked. The convention, and why it
/// was chosen, is in docs/decisions/0640-rinex-2-codes.md; [RINEX-2.11] section 10.1, [RINEX-3.05] tables 4 to 9.
/// </remarks>
internal static class Rinex2Codes
{
    /// <summary>False where the system has no such signal.</summary>
    /// <param name="type">Letter and band: C, P, L, D or S; 1 to 8.</param>
    /// <param name="band">Band digit.</param>
    /// <param name="system">The satellite's.</param>
    /// <param name="all">All observations of the file: they tell which code a phase was tracked by.</param>
    /// <param name="code">In RINEX 3.</param>
    public static bool TryMap(char type, char band, GnssSystem system, IReadOnlyList<string> all, out ObservationCode code)
    {
        code = default;
        if (type is not ('C' or 'P' or 'L' or 'D' or 'S') || Signal(type, band, system, all) is not { } signal)
        {
            return false;
        }

        code = new ObservationCode(type == 'P' ? ObservableKind.Pseudorange : (ObservableKind)type, signal);
        return true;
    }

    private static SignalCode? Signal(char type, char band, GnssSystem system, IReadOnlyList<string> all)
    {
        bool precise = type == 'P', civil = type == 'C';
        switch (system, band)
        {
            case (GnssSystem.Gps, '1'):
                return new('1', precise || (!civil && !all.Contains("C1") && all.Contains("P1")) ? 'W' : 'C');
            case (GnssSystem.Gps, '2'):
                return new('2', civil || (!precise && !all.Contains("P2") && all.Contains("C2")) ? 'X' : 'W');
            case (GnssSystem.Gps or GnssSystem.Qzss, '5') when !precise:
                return new('5', 'X');
            case (GnssSystem.Glonass, '1'):
                return new('1', precise || (!civil && !all.Contains("C1") && all.Contains("P1")) ? 'P' : 'C');
            case (GnssSystem.Glonass, '2'):
                return new('2', civil || (!precise && !all.Contains("P2") && all.Contains("C2")) ? 'C' : 'P');
            case (GnssSystem.Galileo, '1' or '5' or '6' or '7' or '8') when !precise:
                return new(band, 'X');
            case (GnssSystem.BeiDou, '1' or '2') when !precise && (band == '2' || !all.Contains($"{type}2")):
                return new('2', 'I');
            case (GnssSystem.BeiDou, '6' or '7') when !precise:
                return new(band, 'I');
            case (GnssSystem.Qzss, '1') when !precise:
                return new('1', 'C');
            case (GnssSystem.Qzss, '2' or '6') when !precise:
                return new(band, 'X');
            case (GnssSystem.Sbas, '1') when !precise:
                return new('1', 'C');
            case (GnssSystem.Sbas, '5') when !precise:
                return new('5', 'I');
            case (GnssSystem.NavIc, '5') when !precise:
                return new('5', 'A');
            default:
                return null;
        }
    }
}
