using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>ITRS to GCRS by IAU 2006/2000A, CIO based: W(t) R3(ERA) Q(t) with the full series. [IERS10] chapter 5.</summary>
/// <remarks>The exact, slow form (about 0.3 ms a call): tests lean on it. Long runs use <see cref="CachedEarthOrientation"/>.</remarks>
public sealed class IauEarthOrientation(EopTable eop, bool subDaily = true, OutsideTable outside = OutsideTable.Error) : IEarthOrientation
{
    internal const double SecondsPerCentury = 86400.0 * 36525.0;

    /// <summary>Half the base of the difference that gives the rates of X and Y, s: their error is below 1e-18 rad/s.</summary>
    private const double RateStep = 3600.0;

    public EarthRotation At(Epoch epoch)
    {
        double t = Centuries(epoch), step = RateStep / SecondsPerCentury;
        (double xAfter, double yAfter, _) = CelestialPole.At(t + step);
        (double xBefore, double yBefore, _) = CelestialPole.At(t - step);
        (double x, double y, double s) = CelestialPole.At(t);
        EarthParameters p = TableAt(epoch);
        return Assemble(epoch, x, y, s, p, SubDailyAt(epoch, p.Ut1MinusTai), (xAfter - xBefore) / (2 * RateStep), (yAfter - yBefore) / (2 * RateStep));
    }

    /// <summary>Observed parameters without sub-daily terms.</summary>
    internal EarthParameters TableAt(Epoch epoch) => eop.At(epoch, outside);

    /// <summary>Sub-daily terms of the pole (rad) and UT1 (s); zero where they are switched off.</summary>
    internal (double X, double Y, double Ut1) SubDailyAt(Epoch epoch, double ut1MinusTai) =>
        subDaily ? SubDailyTerms.At(Centuries(epoch), EarthRotationAngle.At(epoch, ut1MinusTai)) : default;

    internal static double Centuries(Epoch epoch) => epoch.SinceJ2000.TotalSeconds / SecondsPerCentury;

    /// <summary>The rotation from its parts. Polar motion rates (1e-14 rad/s) are left out of the angular velocity: 4e-7 m/s at 42,000 km.</summary>
    internal static EarthRotation Assemble(Epoch epoch, double x, double y, double s, in EarthParameters table, (double X, double Y, double Ut1) subDaily, double xRate, double yRate)
    {
        EarthParameters p = table with { X = table.X + subDaily.X, Y = table.Y + subDaily.Y, Ut1MinusTai = table.Ut1MinusTai + subDaily.Ut1 };
        Matrix3d spin = Matrix3d.R3(EarthRotationAngle.At(epoch, p.Ut1MinusTai));
        double sPrime = -47e-6 * Angles.Arcsecond * Centuries(epoch);
        Matrix3d wobble = Matrix3d.R1(-p.Y) * Matrix3d.R2(-p.X) * Matrix3d.R3(sPrime);
        Matrix3d polarAndSpin = wobble * spin;
        Vector3d pole = new(0, 0, EarthRotationAngle.Rate * (1 + p.Ut1Rate));
        // Q turns with (-dY/dt, dX/dt, 0) to first order in X and Y.
        Vector3d velocity = (wobble * pole) + (polarAndSpin * new Vector3d(-yRate, xRate, 0));
        return new EarthRotation(polarAndSpin * CelestialPole.Matrix(x + p.DeltaX, y + p.DeltaY, s), velocity);
    }
}
