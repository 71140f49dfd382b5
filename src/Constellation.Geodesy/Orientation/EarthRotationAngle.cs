using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Earth rotation angle and sidereal time from an epoch and UT1 - TAI.</summary>
public static class EarthRotationAngle
{
    private const double TtMinusTai = 32.184;

    /// <summary>[IERS10] eq. 5.15: ERA = 2 pi (0.7790572732640 + 1.00273781191135448 Tu).</summary>
    private const double TurnsAtOrigin = 0.7790572732640;
    private const double TurnsPerDayBeyondOne = 0.00273781191135448;

    /// <summary>Rate of ERA per second of UT1, rad/s.</summary>
    public const double Rate = Math.Tau * (1 + TurnsPerDayBeyondOne) / 86400;

    /// <summary>ERA in [0, 2 pi) at UT1 = TAI + (UT1 - TAI).</summary>
    public static double At(Epoch epoch, double ut1MinusTai)
    {
        (long day, double fraction) = Ut1Days(epoch, ut1MinusTai);
        // Whole days are whole turns of the "1" in the rate; the rest of theirs is reduced before the fraction joins: no digits lost.
        double days = TurnsPerDayBeyondOne * day;
        double turns = TurnsAtOrigin + (days - Math.Floor(days)) + (TurnsPerDayBeyondOne * fraction) + fraction;
        return Math.Tau * (turns - Math.Floor(turns));
    }

    /// <summary>GMST of IAU 2006 less ERA, rad: [IERS10] eq. 5.32.</summary>
    internal static double GmstMinusEra(double t) =>
        (0.014506 + ((4612.156534 + ((1.3915817 + ((-0.00000044 + ((-0.000029956 - (0.0000000368 * t)) * t)) * t)) * t)) * t)) * Angles.Arcsecond;

    /// <summary>Rate of <see cref="GmstMinusEra"/>, rad/s of TT; its leading term is enough for tidal arguments.</summary>
    internal const double GmstMinusEraRate = 4612.156534 * Angles.Arcsecond / EarthArguments.CenturySeconds;

    /// <summary>UT1 as whole days and a fraction since J2000.0 (UT1 noon).</summary>
    internal static (long Day, double Fraction) Ut1Days(Epoch epoch, double ut1MinusTai)
    {
        Duration tt = epoch.SinceJ2000;
        long day = Math.DivRem(tt.WholeSeconds, 86400, out long second);
        return (day, (second + (tt.Attoseconds * 1e-18) - TtMinusTai + ut1MinusTai) / 86400);
    }
}
