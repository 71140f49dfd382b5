using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A car, a ship or an aircraft around a place: smooth formulas of the time since the start.</summary>
/// <remarks>Velocities are central differences over 20 ms of these formulas: within 1e-6 m/s.</remarks>
public sealed class MotionProfile(MotionKind kind, GeodeticPoint place, Epoch start) : ITrajectory
{
    private const double Half = 0.01;

    public string Name => kind.ToString().ToLowerInvariant();

    public bool IsStatic => false;

    public bool IsInSpace => false;

    public EpochSpan? Coverage => null;

    public bool TryAt(Epoch epoch, out ReceiverState state)
    {
        double t = (epoch - start).TotalSeconds;
        Position<Itrf> before = At(t - Half), after = At(t + Half);
        state = new(At(t), (after - before) / (2 * Half));
        return true;
    }

    private Position<Itrf> At(double t)
    {
        (double east, double north, double up) = kind switch
        {
            MotionKind.Car => Car(t),
            MotionKind.Ship => Ship(t),
            _ => Aircraft(t),
        };

        // Local metres to angles by the radii of curvature at the start: a shape on the ellipsoid, not a true plane.
        double sin = Math.Sin(place.Latitude), w2 = 1 - (Ellipsoid.Wgs84.EccentricitySquared * sin * sin);
        double normal = Ellipsoid.Wgs84.SemiMajorAxis / Math.Sqrt(w2), meridian = normal * (1 - Ellipsoid.Wgs84.EccentricitySquared) / w2;
        double latitude = Math.Clamp(place.Latitude + (north / (meridian + place.Height)), -Math.PI / 2, Math.PI / 2);
        double longitude = place.Longitude + (east / ((normal + place.Height) * Math.Max(0.01, Math.Cos(place.Latitude))));
        return Ellipsoid.Wgs84.ToCartesian(new GeodeticPoint(latitude, longitude, place.Height + up));
    }

    /// <summary>A rounded square of 300 m, 12 m/s on the average, slower in the corners.</summary>
    private static (double East, double North, double Up) Car(double t)
    {
        double angle = Math.Tau * t / 180;
        angle += 0.08 * Math.Sin(4 * angle);
        (double s, double c) = Math.SinCos(angle);
        return (300 * s * (1 + (0.15 * s * s)), 300 * (1 - c), 10 * (1 - Math.Cos(angle / 2)));
    }

    /// <summary>7.7 m/s on a circle of 5 km.</summary>
    private static (double East, double North, double Up) Ship(double t)
    {
        double angle = 7.7 * t / 5000;
        double sway = 1.0 * Math.Sin(Math.Tau * t / 11);
        return ((5000 + sway) * Math.Sin(angle), (5000 + sway) * (1 - Math.Cos(angle)), 1.5 * Math.Sin(Math.Tau * t / 9));
    }

    /// <summary>Twenty minutes of climb; 230 m/s on a circle of 30 km.</summary>
    private static (double East, double North, double Up) Aircraft(double t)
    {
        const double climb = 1200, cruise = 230, radius = 30e3;
        double x = Math.Clamp(t / climb, 0, 1), rise = x * x * (3 - (2 * x));

        // The speed grows as the height does: its integral gives the way.
        double way = t <= 0 ? 0 : t < climb ? cruise * climb * ((x * x * x) - (0.5 * x * x * x * x)) : cruise * (t - (climb / 2));
        double angle = way / radius;
        return (radius * Math.Sin(angle), radius * (1 - Math.Cos(angle)), 10e3 * rise);
    }
}
