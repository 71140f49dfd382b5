using Constellation.Core;

namespace Constellation.Signals;

/// <summary>Rounds clock polynomials to the bits of their messages: [IS-GPS-200] table 20-I, [Galileo-ICD] table 69, [BDS-ICD-B1I] table 5-7, [GLONASS-ICD] table 4.5; CNAV [IS-GPS-200] table 30-III, B-CNAV [BDS-ICD-B1C] table 7-5.</summary>
public static class ClockQuantisation
{
    /// <summary>The polynomial as the message of a system carries it. GLONASS has no quadratic term.</summary>
    /// <exception cref="ArgumentException">A coefficient does not fit its field.</exception>
    public static ClockPolynomial Quantise(ClockPolynomial clock, GnssSystem system) => Quantise(clock, system, MessageType.Exact);

    /// <summary>The polynomial as a kind of message carries it; kinds with the same fields as the system's legacy one need not be named.</summary>
    /// <exception cref="ArgumentException">A coefficient does not fit its field.</exception>
    public static ClockPolynomial Quantise(ClockPolynomial clock, GnssSystem system, MessageType type)
    {
        bool modern = type is MessageType.Cnav or MessageType.Cnv1 or MessageType.Cnv2 or MessageType.Cnv3;
        (int exponent0, int bits0, int exponent1, int bits1, int exponent2, int bits2) = system switch
        {
            GnssSystem.BeiDou when modern => (-34, 25, -50, 22, -66, 11),
            GnssSystem.Gps or GnssSystem.Qzss when modern => (-35, 26, -48, 20, -60, 10),
            GnssSystem.Galileo => (-34, 31, -46, 21, -59, 6),
            GnssSystem.BeiDou => (-33, 24, -50, 22, -66, 11),
            GnssSystem.Glonass => (-30, 22, -40, 11, 0, 2),
            _ => (-31, 22, -43, 16, -55, 8),
        };
        return clock with
        {
            A0 = Round(clock.A0, exponent0, bits0, nameof(clock.A0)),
            A1 = Round(clock.A1, exponent1, bits1, nameof(clock.A1)),
            A2 = Round(clock.A2, exponent2, bits2, nameof(clock.A2)),
        };
    }

    private static double Round(double value, int exponent, int bits, string name)
    {
        double unit = Math.ScaleB(1, exponent), count = Math.Round(value / unit), limit = Math.ScaleB(1, bits - 1);
        return count >= -limit && count < limit ? count * unit : throw new ArgumentException($"{name} = {value} does not fit the {bits} bits of its field");
    }
}
