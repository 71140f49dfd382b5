using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Broadcast;

public sealed class GlonassEphemerisTests
{
    /// <summary>A circular orbit of 25,508 km at 64.8 degrees on Earth-fixed axes, Sun and Moon 1.5e-6 m/s^2: steps of 60 s against steps of 1 s, 30 minutes either way.</summary>
    [Theory, InlineData(-1800), InlineData(-450), InlineData(450), InlineData(1800)]
    public void Step_error(double elapsed)
    {
        const double radius = 25_508_000, inclination = 64.8 * Math.PI / 180;
        double speed = Math.Sqrt(3.986004418e14 / radius);
        Vector3d position = new(radius, 0, 0), velocity = new(0, (speed * Math.Cos(inclination)) - (7.292115e-5 * radius), speed * Math.Sin(inclination));
        GlonassEphemeris ephemeris = new(Epoch.FromGps(2333, Duration.FromHours(24)), position, velocity, new(1e-6, -1e-6, 0.5e-6));
        Vector3d fine = ephemeris.Integrate(elapsed, (int)Math.Abs(elapsed)).Position;
        Check.Within(Tolerance.Of(1e-3, "m", "stated: below 1 mm; 0.6 mm measured at 30 minutes"), fine, ephemeris.At(ephemeris.Tb + Duration.FromSeconds(elapsed)).Position, "position");
    }
}
