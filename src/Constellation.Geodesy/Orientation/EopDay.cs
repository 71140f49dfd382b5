namespace Constellation.Geodesy;

/// <summary>Earth orientation at 0 h UTC of a day: rad and s.</summary>
public readonly record struct EopDay(int Mjd, double X, double Y, double Ut1MinusTai, double DeltaX, double DeltaY)
{
    /// <summary>From the units of the published tables: arcseconds, UT1 - UTC in seconds, dX and dY in milliarcseconds.</summary>
    public static EopDay FromUtc(int mjd, double xArcsec, double yArcsec, double ut1MinusUtc, double dxMas, double dyMas) => new(
        mjd,
        xArcsec * Angles.Arcsecond,
        yArcsec * Angles.Arcsecond,
        ut1MinusUtc - Time.LeapSeconds.OnDay(mjd - Time.CalendarDay.ModifiedJulianOrigin),
        dxMas * 1e-3 * Angles.Arcsecond,
        dyMas * 1e-3 * Angles.Arcsecond);
}
