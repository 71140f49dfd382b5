using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>The eight-parameter ionosphere of BeiDou's D1 and D2 messages: the same cosine by day as GPS's, over a shell at 375 km and the geographic latitude.</summary>
/// <param name="parameters">As broadcast: alpha in s per semicircle^n, beta likewise.</param>
/// <remarks>
/// [BDS-ICD-B1I] 5.2.4.7. Against GPS's: powers of |latitude of the pierce point| instead of the geomagnetic latitude, the true cosine instead of its series, a
/// period of 72 000 to 172 800 s, the thin shell's obliquity, delays on B1I.
/// </remarks>
public sealed class BeiDouKlobuchar(Klobuchar parameters) : IIonosphereModel
{
    private const double RadiusRatio = 6378.0 / (6378.0 + 375.0);
    private static readonly double s_b1i = Carriers.Frequency(GnssSystem.BeiDou, '2');

    public string Name => "klobuchar-bds";

    public Klobuchar Parameters => parameters;

    public IonosphereDelay At(in SignalRay ray, double frequency)
    {
        if (ray.Look.Elevation <= 0)
        {
            return IonosphereDelay.Zero;
        }

        double ratio = s_b1i / frequency, second = ray.Epoch.ToBdt().TimeOfWeek.TotalSeconds;
        double delay = ratio * ratio * Delay(ray.Receiver.Latitude, ray.Receiver.Longitude, ray.Look.Azimuth, ray.Look.Elevation, second);
        return new(delay, 0.5 * delay);
    }

    /// <summary>Group delay on B1I as a length, m.</summary>
    /// <param name="latitude">Geodetic, rad.</param>
    /// <param name="longitude">rad.</param>
    /// <param name="azimuth">Of the satellite, rad from north.</param>
    /// <param name="elevation">rad.</param>
    /// <param name="secondsOfDay">BDT time of day, s (time of week serves as well).</param>
    public double Delay(double latitude, double longitude, double azimuth, double elevation, double secondsOfDay)
    {
        PiercePoint pierce = PiercePoint.Of(latitude, longitude, azimuth, elevation, RadiusRatio);
        double t = secondsOfDay + (pierce.Longitude * 43200.0 / Math.PI);
        t -= 86400.0 * Math.Floor(t / 86400.0);

        double phi = Math.Abs(pierce.Latitude / Math.PI);
        double amplitude = Math.Max(0.0, parameters.Alpha0 + (phi * (parameters.Alpha1 + (phi * (parameters.Alpha2 + (phi * parameters.Alpha3))))));
        double period = Math.Clamp(parameters.Beta0 + (phi * (parameters.Beta1 + (phi * (parameters.Beta2 + (phi * parameters.Beta3))))), 72_000.0, 172_800.0);
        double since = t - 50_400.0;
        double vertical = 5e-9 + (Math.Abs(since) < 0.25 * period ? amplitude * Math.Cos(2.0 * Math.PI * since / period) : 0.0);
        return vertical * pierce.Mapping * PhysicalConstants.SpeedOfLight;
    }
}
