using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Earth orientation parameters at one epoch: radians and seconds.</summary>
/// <param name="Epoch">Epoch of the values.</param>
/// <param name="PoleX">x of the pole (CIP in the ITRF), rad.</param>
/// <param name="PoleY">y of the pole, rad.</param>
/// <param name="Ut1MinusTai">UT1 - TAI: unlike UT1 - UTC it does not step at a leap second.</param>
/// <param name="LengthOfDay">Excess of the day over 86400 s, s; NaN in a table row that has none.</param>
/// <param name="CipDx">dX, offset of the observed CIP from IAU 2006/2000A, rad.</param>
/// <param name="CipDy">dY, rad.</param>
public readonly record struct EopRow(Epoch Epoch, double PoleX, double PoleY, double Ut1MinusTai, double LengthOfDay, double CipDx, double CipDy)
{
    /// <summary>A row as published: UTC Modified Julian Date, arcseconds, UT1 - UTC in seconds.</summary>
    /// <remarks>UTC is counted by <paramref name="leapSeconds"/>, those that its maker knew; null: those of <see cref="LeapSeconds.Current"/>.</remarks>
    public static EopRow FromPublished(
        int mjdUtc, double xArcsec, double yArcsec, double ut1MinusUtc, double lengthOfDay = double.NaN, double dxArcsec = 0, double dyArcsec = 0, double fractionOfDay = 0, LeapSecondTable? leapSeconds = null)
    {
        Epoch epoch = Epoch.FromMjd(mjdUtc, Duration.FromSeconds(fractionOfDay * 86400), TimeScale.Utc);
        double taiMinusUtc = (leapSeconds ?? LeapSeconds.Current).OnDay(mjdUtc - CalendarDay.ModifiedJulianOrigin);
        return new(epoch, xArcsec * Angles.Arcsecond, yArcsec * Angles.Arcsecond, ut1MinusUtc - taiMinusUtc, lengthOfDay, dxArcsec * Angles.Arcsecond, dyArcsec * Angles.Arcsecond);
    }
}
