using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Galileo's other ionosphere for one frequency: NTCM-G, twelve numbers and the same broadcast coefficients as NeQuick-G, at the price of Klobuchar's.</summary>
/// <remarks>
/// [Galileo-NTCM]: vertical content as a product of five factors (hour, season, geomagnetic latitude, its two crests, solar activity) on a shell at 450 km. The document's 108 rays
/// hold to all digits printed (test <c>BroadcastIonosphereTests</c>); as good as NeQuick-G on the globe.
/// </remarks>
public sealed class NtcmG : IIonosphereModel
{
    private const double RadiusRatio = 6371.0 / (6371.0 + 450.0), MappingFactor = 0.9782;
    private static readonly double s_sinPole = Math.Sin(Rad(79.74)), s_cosPole = Math.Cos(Rad(79.74));
    private readonly double _activity;

    /// <param name="a0">Solar flux units.</param>
    /// <param name="a1">Solar flux units per degree.</param>
    /// <param name="a2">Solar flux units per square degree.</param>
    public NtcmG(double a0, double a1, double a2)
    {
        bool given = Math.Abs(a0) > 1e-7 || Math.Abs(a1) > 1e-7 || Math.Abs(a2) > 1e-7;
        _activity = Math.Sqrt(Math.Max(0.0, (a0 * a0) + (1633.33 * a1 * a1) + (4_802_000.0 * a2 * a2) + (3266.67 * a0 * a2)));      // eq. 2
        _activity = given ? _activity : 63.7;
    }

    public string Name => "ntcm";

    public IonosphereDelay At(in SignalRay ray, double frequency)
    {
        if (ray.Look.Elevation <= 0)
        {
            return IonosphereDelay.Zero;
        }

        ScaleReading time = ray.Epoch.In(TimeScale.Utc);
        double delay = Ionosphere.Delay(SlantTec(ray.Receiver, ray.Look, time.DayOfYear, time.SecondOfDay.TotalSeconds / 3600.0), frequency);
        return new(delay, 0.3 * delay);
    }

    /// <summary>Electrons along a ray from the ground to a satellite, TECU.</summary>
    /// <param name="receiver">Geodetic.</param>
    /// <param name="look">The satellite.</param>
    /// <param name="dayOfYear">1 to 366.</param>
    /// <param name="hours">UTC of the day.</param>
    public double SlantTec(GeodeticPoint receiver, LookAngles look, int dayOfYear, double hours)
    {
        PiercePoint pierce = PiercePoint.Of(receiver.Latitude, receiver.Longitude, look.Azimuth, look.Elevation, RadiusRatio);

        // eq. 26 takes an arcsine, which folds back what lies beyond the pole: 9 % of the content of a ray across it, which the printed rays have too.
        double turn = Math.Asin(Math.Clamp(Math.Sin(pierce.Longitude - receiver.Longitude), -1.0, 1.0));
        double sin = RadiusRatio * Math.Sin(MappingFactor * ((0.5 * Math.PI) - look.Elevation));
        return VerticalTec(pierce.Latitude, receiver.Longitude + turn, dayOfYear, hours) / Math.Sqrt(1.0 - (sin * sin));
    }

    /// <summary>eqs. 3 to 15 and 27 to 31.</summary>
    private double VerticalTec(double latitude, double longitude, int dayOfYear, double hours)
    {
        double local = 2.0 * Math.PI * (hours + (longitude * 12.0 / Math.PI)) / 24.0, declination = Rad(23.44) * Math.Sin(Rad(0.9856 * (dayOfYear - 80.7)));
        double height = Math.Cos(latitude - declination), low = height - (2.0 / Math.PI * latitude * Math.Sin(declination));
        (double sin2, double cos2) = Math.SinCos(2.0 * local);
        (double sin3, double cos3) = Math.SinCos(3.0 * local);
        double day = 0.4 + height + (low * ((0.92519 * Math.Cos(local - (2.0 * Math.PI * 14.0 / 24.0))) + (0.16951 * cos2) + (0.00443 * sin2) + (0.06626 * cos3) + (0.00899 * sin3)));
        double season = 1.0 + (0.21289 * Math.Cos(2.0 * Math.PI * (dayOfYear - 18) / 365.25)) - (0.15414 * Math.Cos(4.0 * Math.PI * (dayOfYear - 6) / 365.25));
        double magnetic = Math.Asin(Math.Clamp((Math.Sin(latitude) * s_sinPole) + (Math.Cos(latitude) * s_cosPole * Math.Cos(longitude - Rad(-71.78))), -1.0, 1.0));
        double belt = 1.0 - (0.38439 * Math.Cos(magnetic)), crests = 1.0 + (1.14023 * Bell(magnetic, 16, 12)) + (1.20556 * Bell(magnetic, -10, 13));
        return Math.Max(0.0, day * season * belt * crests * (1.41808 + (0.13985 * _activity)));
    }

    private static double Bell(double magnetic, double centreDeg, double widthDeg)
    {
        double x = (magnetic - Rad(centreDeg)) / Rad(widthDeg);
        return Math.Exp(-0.5 * x * x);
    }

    private static double Rad(double degrees) => double.DegreesToRadians(degrees);
}
