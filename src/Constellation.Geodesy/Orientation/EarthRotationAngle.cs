using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>The Earth rotation angle. [IERS10] eq. 5.15.</summary>
public static class EarthRotationAngle
{
    /// <summary>Nominal rate, rad per UT1 second.</summary>
    public const double Rate = 2 * Math.PI * 1.00273781191135448 / 86400.0;

    private static readonly Duration s_ttMinusTai = Duration.FromSeconds(32, 184_000_000_000_000_000);

    /// <summary>ERA in [0, 2 pi); whole days are split off, so that the angle keeps 1e-15 rad.</summary>
    public static double At(Epoch epoch, double ut1MinusTai)
    {
        Duration ut1 = epoch.SinceJ2000 - s_ttMinusTai;
        long day = Duration.FloorDivide(ut1, Duration.FromDays(1));
        double fraction = ((ut1 - Duration.FromDays(day)).TotalSeconds + ut1MinusTai) / 86400.0;
        double turns = fraction + 0.7790572732640 + (0.00273781191135448 * (day + fraction));
        return 2 * Math.PI * (turns - Math.Floor(turns));
    }
}
