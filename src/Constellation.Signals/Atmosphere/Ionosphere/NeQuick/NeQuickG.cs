using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Galileo's ionosphere for one frequency: NeQuick-G, driven by three broadcast coefficients.</summary>
/// <remarks>
/// [Galileo-Iono]. <see cref="SlantTec"/> is that of the document's own test rays to all digits printed (test <c>NeQuickTests</c>); <see cref="At"/> takes five times fewer densities for
/// rays from the ground to a satellite and is nearer to the integral itself (0.03 TECU and 0.0005 of the content at worst; the document's rule leaves up to 0.01). The document corrects at least
/// 70 % of the delay, rms, with a floor of 20 TECU. Rays that dip below the receiver's horizon are followed through their lowest point as long as it lies above the
/// ground, which the document leaves open. Az may not change along a ray: it is that of the receiver.
/// </remarks>
public sealed class NeQuickG : IIonosphereModel
{
    private const double EarthRadius = NeQuickRay.EarthRadius;
    private const double HighestGround = 60e3, LowestSatellite = 1000e3;                          // m
    private const double FirstBreak = 1000.0, SecondBreak = 2000.0;                               // km, 2.5.8.2.8

    private readonly double _a0, _a1, _a2;
    private NeQuickSky? _lastSky;

    /// <param name="a0">Solar flux units.</param>
    /// <param name="a1">Solar flux units per degree.</param>
    /// <param name="a2">Solar flux units per square degree.</param>
    public NeQuickG(double a0, double a1, double a2) => (_a0, _a1, _a2) = (a0, a1, a2);

    public string Name => "nequick";

    /// <summary>Effective ionisation level at a modified dip latitude (degrees): 0 to 400 solar flux units, 63.7 where nothing was broadcast.</summary>
    public double EffectiveIonisation(double modifiedDipDeg) => Math.Abs(_a0) < 1e-7 && Math.Abs(_a1) < 1e-7 && Math.Abs(_a2) < 1e-7
        ? 63.7
        : Math.Clamp(_a0 + (modifiedDipDeg * (_a1 + (modifiedDipDeg * _a2))), 0.0, 400.0);

    public IonosphereDelay At(in SignalRay ray, double frequency)
    {
        ScaleReading time = ray.Epoch.In(TimeScale.Utc);
        double tec = FastSlantTec(ray.Receiver, Ellipsoid.Wgs84.ToGeodetic(ray.Satellite), time.Month, time.SecondOfDay.TotalSeconds / 3600.0);
        double delay = Ionosphere.Delay(tec, frequency);

        // The document's own goal (2.1): 30 % of the delay, or 20 TECU when that is more; the floor is a bound, a third of it serves as deviation.
        return new(delay, Math.Max(0.3 * delay, Ionosphere.Delay(Math.Min(20.0 / 3.0, tec), frequency)));
    }

    /// <summary>Electrons between a receiver and a satellite, TECU, by the document's own integration; zero when the Earth is between them.</summary>
    /// <param name="receiver">Geodetic.</param>
    /// <param name="satellite">Geodetic.</param>
    /// <param name="month">1 to 12, of UTC.</param>
    /// <param name="hours">UTC of the day.</param>
    public double SlantTec(GeodeticPoint receiver, GeodeticPoint satellite, int month, double hours) => Content(receiver, satellite, month, hours, fast: false);

    /// <summary>The same with a fixed rule where the receiver is below all layers and the satellite above them.</summary>
    public double FastSlantTec(GeodeticPoint receiver, GeodeticPoint satellite, int month, double hours) =>
        Content(receiver, satellite, month, hours, receiver.Height <= HighestGround && satellite.Height >= LowestSatellite);

    /// <param name="receiver">Geodetic.</param>
    /// <param name="satellite">Geodetic.</param>
    /// <param name="month">1 to 12, of UTC.</param>
    /// <param name="hours">UTC of the day.</param>
    /// <param name="fast">The fixed rule.</param>
    /// <param name="tolerance">Factor on the document's tolerances; they leave up to 1 % where a layer begins along the ray.</param>
    internal double Content(GeodeticPoint receiver, GeodeticPoint satellite, int month, double hours, bool fast, double tolerance = 1.0)
    {
        NeQuickSky sky = Sky(month, hours, EffectiveIonisation(NeQuickTables.ModifiedDip(receiver.LatitudeDeg, receiver.LongitudeDeg)));
        Vector3d from = Sphere(receiver, Math.Max(receiver.Height, 0.0)), to = Sphere(satellite, satellite.Height);
        Vector3d direction = (to - from).Unit();
        double start = from.Dot(direction), end = to.Dot(direction);
        Vector3d perigee = from - (start * direction);
        double perigeeRadius = perigee.Norm;
        if (start < 0 && end > 0)
        {
            return perigeeRadius < EarthRadius
                ? 0.0
                : Leg(sky, perigee, -direction, perigeeRadius, 0.0, -start, tolerance) + Leg(sky, perigee, direction, perigeeRadius, 0.0, end, tolerance);
        }

        return fast && end > 0 ? new NeQuickRay(sky, perigee, direction).IntegrateFromGround(start, end) / 100.0
            : end > 0 ? Leg(sky, perigee, direction, perigeeRadius, start, end, tolerance)
            : Leg(sky, perigee, -direction, perigeeRadius, -end, -start, tolerance);
    }

    /// <summary>2.5.8.2.8: a leg that rises all the way, cut at 1000 and 2000 km of height. TECU.</summary>
    private static double Leg(NeQuickSky sky, Vector3d perigee, Vector3d direction, double perigeeRadius, double start, double end, double tolerance)
    {
        double Distance(double height) => Math.Sqrt(Math.Max(0.0, ((EarthRadius + height) * (EarthRadius + height)) - (perigeeRadius * perigeeRadius)));
        double first = Math.Clamp(Distance(FirstBreak), start, end), second = Math.Clamp(Distance(SecondBreak), start, end);
        NeQuickRay ray = new(sky, perigee, direction);
        double sum = 0.0;
        if (first > start)
        {
            sum += ray.Integrate(start, first, 0.001 * tolerance);
        }

        if (second > first)
        {
            sum += ray.Integrate(first, second, (first > start ? 0.01 : 0.001) * tolerance);
        }

        if (end > second)
        {
            sum += ray.Integrate(second, end, 0.01 * tolerance);
        }

        return sum / 100.0;                                                                        // 10^11 m^-3 times km = 10^14 m^-2
    }

    /// <summary>The last sky serves again: a receiver asks for all its satellites of an epoch in turn.</summary>
    private NeQuickSky Sky(int month, double hours, double ionisation)
    {
        NeQuickSky? last = _lastSky;
        return last is not null && last.Month == month && last.Hours == hours && last.Ionisation == ionisation ? last : _lastSky = new(month, hours, ionisation);
    }

    /// <summary>km; the document takes geodetic latitudes for those of a sphere.</summary>
    private static Vector3d Sphere(GeodeticPoint point, double height) => (EarthRadius + (height / 1000.0)) * Ellipsoid.Up(point);
}
