using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A GLONASS ephemeris: a PZ-90 state at tb and the pull of Sun and Moon, carried on by integration.</summary>
/// <remarks>
/// Equations of motion and constants by [GLONASS-CDMA] appendix J.2 (simplified algorithm): central term and J2 on rotating axes, the
/// broadcast lunisolar acceleration held constant. Runge-Kutta of order four with steps of at most 60 s: below 1 mm
/// from an integration at 1 s within 30 min of tb (<c>GlonassEphemerisTests.Step_error</c>).
/// </remarks>
public sealed class GlonassEphemeris : IOrbit
{
    /// <summary>[GLONASS-ICD] table 3.2, [PZ90.11].</summary>
    private const double GravitationalParameter = 3.986004418e14;
    private const double EquatorialRadius = 6_378_136;
    private const double J2 = 1.08262575e-3;
    private const double EarthRotationRate = 7.292115e-5;
    private const double LongestStep = 60;

    public GlonassEphemeris(Epoch tb, Vector3d position, Vector3d velocity, Vector3d lunisolarAcceleration, EpochSpan? validity = null)
    {
        Tb = tb;
        Position = position;
        Velocity = velocity;
        LunisolarAcceleration = lunisolarAcceleration;
        Validity = validity ?? new EpochSpan(tb - Duration.FromHours(1), tb + Duration.FromHours(1));
    }

    public Epoch Tb { get; }

    public Vector3d Position { get; }

    public Vector3d Velocity { get; }

    public Vector3d LunisolarAcceleration { get; }

    public ReferenceFrame Frame => ReferenceFrame.Itrf;

    public EpochSpan Validity { get; }

    public StateVector At(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the ephemeris of {Tb} may be asked from {Validity.First} to {Validity.Last}");
        }

        double elapsed = (epoch - Tb).TotalSeconds;
        int steps = (int)Math.Ceiling(Math.Abs(elapsed) / LongestStep);
        (Vector3d position, Vector3d velocity) = Integrate(elapsed, steps);
        return new StateVector(epoch, ReferenceFrame.Itrf, position, velocity);
    }

    /// <summary>Integrates from tb over <paramref name="elapsed"/> seconds in equal steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal (Vector3d Position, Vector3d Velocity) Integrate(double elapsed, int steps)
    {
        (Vector3d r, Vector3d v) = (Position, Velocity);
        double h = steps == 0 ? 0 : elapsed / steps;
        for (int step = 0; step < steps; step++)
        {
            Vector3d a1 = Acceleration(r, v);
            Vector3d v2 = v + (0.5 * h * a1), a2 = Acceleration(r + (0.5 * h * v), v2);
            Vector3d v3 = v + (0.5 * h * a2), a3 = Acceleration(r + (0.5 * h * v2), v3);
            Vector3d v4 = v + (h * a3), a4 = Acceleration(r + (h * v3), v4);
            r += h / 6 * (v + (2 * v2) + (2 * v3) + v4);
            v += h / 6 * (a1 + (2 * a2) + (2 * a3) + a4);
        }

        return (r, v);
    }

    private Vector3d Acceleration(Vector3d r, Vector3d v)
    {
        double r2 = r.NormSquared;
        double central = -GravitationalParameter / (r2 * Math.Sqrt(r2));
        double oblate = 1.5 * J2 * EquatorialRadius * EquatorialRadius / r2;
        double z2 = 5 * r.Z * r.Z / r2;
        double equatorial = central * (1 + (oblate * (1 - z2)));
        double polar = central * (1 + (oblate * (3 - z2)));
        const double w = EarthRotationRate;
        return LunisolarAcceleration + new Vector3d(
            (equatorial * r.X) + (w * w * r.X) + (2 * w * v.Y),
            (equatorial * r.Y) + (w * w * r.Y) - (2 * w * v.X),
            polar * r.Z);
    }
}
