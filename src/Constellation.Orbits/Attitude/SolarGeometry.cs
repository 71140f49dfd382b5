using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Where the Sun stands over an orbit, and the orbital axes that yaw is counted from.</summary>
/// <remarks>
/// Yaw is the angle from along-track to +X about +Z (nadir), so that nominal yaw is <c>atan2(-tan beta, sin mu)</c>, mu from midnight: [Kouba09] with the
/// IGS axes of [Montenbruck15b]. Rates are those of two-body motion and of a Sun that goes round in a year.
/// </remarks>
public readonly record struct SolarGeometry
{
    /// <summary>Mean motion of the Sun, rad/s.</summary>
    private const double SunRate = 2 * Math.PI / (365.2564 * 86400);

    /// <summary>Pole of the ecliptic of J2000.0 on GCRF axes. [IERS10] table 1.1: obliquity 84381.406".</summary>
    private static readonly Vector3d s_eclipticPole = new(0, -Math.Sin(84381.406 * Math.PI / 648000), Math.Cos(84381.406 * Math.PI / 648000));

    private SolarGeometry(OrbitalAxes axes, double distance, double beta, double orbitAngle, double rate, double betaRate) =>
        (Axes, Distance, Beta, OrbitAngle, Rate, BetaRate) = (axes, distance, beta, orbitAngle, rate, betaRate);

    public OrbitalAxes Axes { get; }

    /// <summary>From the geocentre, m.</summary>
    public double Distance { get; }

    /// <summary>Elevation of the Sun over the orbital plane, on the side of the orbit's angular momentum, rad.</summary>
    public double Beta { get; }

    /// <summary>Angle mu in the orbital plane from the point under midnight, in the sense of motion, (-pi, pi].</summary>
    public double OrbitAngle { get; }

    /// <summary>Rate of mu, rad/s.</summary>
    public double Rate { get; }

    /// <summary>Rate of beta, rad/s.</summary>
    public double BetaRate { get; }

    /// <summary>Yaw that turns the panels' axis square to the Sun, (-pi, pi].</summary>
    public double NominalYaw => YawOf(Beta, OrbitAngle);

    /// <summary>Geometry at a state on inertial axes, with the geocentric Sun on the same axes.</summary>
    public static SolarGeometry Of(Vector3d position, Vector3d velocity, Vector3d sun)
    {
        OrbitalAxes axes = OrbitalAxes.Of(position, velocity);
        Vector3d s = sun.Unit();
        double sine = Math.Clamp(s.Dot(axes.Cross), -1, 1), cosine = Math.Sqrt(1 - (sine * sine));
        double rate = position.Cross(velocity).Norm / position.NormSquared, sunward = s_eclipticPole.Dot(axes.Cross);
        double betaRate = SunRate * s_eclipticPole.Cross(s).Dot(axes.Cross) / Math.Max(cosine, 1e-6);
        return new(axes, position.Norm, Math.Asin(sine), Math.Atan2(s.Dot(axes.Along), -s.Dot(axes.Radial)), rate - (SunRate * sunward / Math.Max(cosine * cosine, 1e-6)), betaRate);
    }

    /// <summary>Nominal yaw of a Sun at elevation <paramref name="beta"/> and a satellite at <paramref name="orbitAngle"/>.</summary>
    public static double YawOf(double beta, double orbitAngle) => Math.Atan2(-Math.Tan(beta), Math.Sin(orbitAngle));

    /// <summary>Body axes at a yaw angle.</summary>
    public BodyAxes AtYaw(double yaw)
    {
        (double s, double c) = Math.SinCos(yaw);
        Vector3d z = -Axes.Radial, x = (c * Axes.Along) - (s * Axes.Cross);
        return new(x, z.Cross(x), z);
    }

    /// <summary>Yaw of body axes whose +Z looks to the Earth, (-pi, pi].</summary>
    public double YawOf(BodyAxes body) => Math.Atan2(-body.X.Dot(Axes.Cross), body.X.Dot(Axes.Along));

    /// <summary>Elevation of the Sun when the satellite was (or will be) <paramref name="angle"/> further along its orbit.</summary>
    internal double BetaAfter(double angle) => Beta + (BetaRate * angle / Rate);
}
