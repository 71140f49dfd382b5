using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Where the pole is, and where it has been drifting: what pole tides come from.</summary>
public static class PolarMotion
{
    private const double Milliarcsecond = Angles.Arcsecond * 1e-3;

    /// <summary>x, y of the celestial intermediate pole in the ITRF, rad; of an unknown source the axis of rotation, which is within 0.02 arcseconds.</summary>
    public static (double X, double Y) Of(IEarthOrientation earth, Epoch epoch)
    {
        switch (earth)
        {
            case CachedEarthOrientation cached:
                RotationParameters p = cached.ParametersAt(epoch);
                return (p.PoleX, p.PoleY);
            case IauEarthOrientation exact:
                p = exact.ParametersAt(epoch);
                return (p.PoleX, p.PoleY);
            default:
                Vector3d w = earth.At(epoch).AngularVelocityItrf.Unit();
                return (w.X, -w.Y);
        }
    }

    /// <summary>The secular pole, rad: 55.0 + 1.677 t and 320.5 + 3.460 t mas, t in years from 2000.0. [IERS10], chapter 7 as updated on 1 February 2018.</summary>
    public static (double X, double Y) Secular(Epoch epoch)
    {
        double years = epoch.SinceJ2000.TotalSeconds / (365.25 * 86400);
        return ((55.0 + (1.677 * years)) * Milliarcsecond, (320.5 + (3.460 * years)) * Milliarcsecond);
    }
}
