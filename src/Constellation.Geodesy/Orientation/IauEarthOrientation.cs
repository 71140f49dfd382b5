using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>The Earth's attitude by the IAU 2006/2000A models and observed Earth orientation.</summary>
/// <remarks>
/// Route by the celestial intermediate origin [IERS10] chapter 5; agrees with liberfa (xy06, s06, c2ixys, era00, pom00) to better than 1 microarcsecond
/// (sub-daily terms off). The angular velocity is the analytical derivative, including precession, nutation and the sub-daily terms; it
/// agrees with differences of the matrix to 5e-16 rad/s. About 20 microseconds a call: see <see cref="CachedEarthOrientation"/>.
/// </remarks>
public sealed class IauEarthOrientation : IEarthOrientation
{
    private readonly EopTable _eop;
    private readonly bool _subDaily;
    private readonly OutsideTable _outside;

    /// <param name="eop">Observed Earth orientation.</param>
    /// <param name="subDaily">Adds diurnal and semidiurnal motion of pole and UT1 (ocean tides and libration), as the conventions ask.</param>
    /// <param name="outside">What holds where the table ends.</param>
    public IauEarthOrientation(EopTable eop, bool subDaily = true, OutsideTable outside = OutsideTable.Error)
    {
        ArgumentNullException.ThrowIfNull(eop);
        (_eop, _subDaily, _outside) = (eop, subDaily, outside);
    }

    public EopTable Eop => _eop;

    internal OutsideTable Outside => _outside;

    public EarthRotation At(Epoch epoch) => EarthAttitude.At(epoch, ParametersAt(epoch));

    /// <summary>Julian centuries TT since J2000.0.</summary>
    internal static double Centuries(Epoch epoch) => epoch.SinceJ2000.TotalSeconds / EarthArguments.CenturySeconds;

    internal RotationParameters ParametersAt(Epoch epoch)
    {
        double t = Centuries(epoch);
        Span<double> eop = stackalloc double[EopTable.Channels], eopRates = stackalloc double[EopTable.Channels];
        _eop.Interpolate(epoch, _outside, eop, eopRates);
        if (_subDaily)
        {
            double gmst = EarthRotationAngle.At(epoch, eop[2]) + EarthRotationAngle.GmstMinusEra(t);
            Span<double> tide = stackalloc double[3], tideRates = stackalloc double[3];
            SubDailyRotation.Evaluate(t, gmst, EarthRotationAngle.Rate + EarthRotationAngle.GmstMinusEraRate, tide, tideRates);
            for (int i = 0; i < 3; i++)
            {
                eop[i] += tide[i];
                eopRates[i] += tideRates[i];
            }
        }

        Span<double> cip = stackalloc double[3], cipRates = stackalloc double[3];
        CioSeries.Evaluate(t, cip, cipRates);
        (double x, double y) = (cip[0] + eop[3], cip[1] + eop[4]);
        return new RotationParameters(
            x, y, cip[2] - (x * y / 2), eop[2], eop[0], eop[1],
            cipRates[0] + eopRates[3], cipRates[1] + eopRates[4], eopRates[2], eopRates[0], eopRates[1]);
    }
}
