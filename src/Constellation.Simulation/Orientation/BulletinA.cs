namespace Constellation.Simulation;

/// <summary>How good predictions of Earth orientation are, as every issue of IERS Bulletin A prints it.</summary>
/// <remarks>[BulletinA] section "predictions": S x,y = 0.00068" d^0.80 and S t = 0.00025 s d^0.75, d days after the last observation; printed for
/// 10 to 40 days (UT1 1.4, 2.4, 3.2, 4.0 ms), carried on here to half a year.</remarks>
public static class BulletinA
{
    /// <summary>Exponent of the growth of the deviation with time.</summary>
    public const double Ut1Exponent = 0.75, PoleExponent = 0.80;

    private const double Ut1PerDay = 0.00025, PoleArcsecondsPerDay = 0.00068;

    /// <summary>Deviation of a predicted UT1 - UTC, s.</summary>
    public static double Ut1Sigma(double days) => days <= 0 ? 0 : Ut1PerDay * Math.Pow(days, Ut1Exponent);

    /// <summary>Deviation of each predicted coordinate of the pole, rad.</summary>
    public static double PoleSigma(double days) => days <= 0 ? 0 : PoleArcsecondsPerDay * Math.PI / (180 * 3600) * Math.Pow(days, PoleExponent);
}
