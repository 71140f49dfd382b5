using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>General relativity in the geocentric frame: Schwarzschild, Lense-Thirring and de Sitter terms. [IERS10] eq. 10.12 with beta = gamma = 1.</summary>
/// <remarks>
/// In medium orbits 3e-10, 1e-12 and 2e-11 m/s^2. The de Sitter term needs R x R' of the Earth about the Sun, which is constant to 4e-4: the
/// Earth's orbit turns about the pole of the ecliptic of J2000. The Earth's spin is along the GCRF z axis: 0.14 degrees off in 2024.
/// </remarks>
public sealed class Relativity : IForce
{
    /// <summary>Angular momentum of the Earth's spin by its mass, m^2/s. [IERS10] after eq. 10.12.</summary>
    private const double Spin = 9.8e8;

    private const double InverseC2 = 1 / (PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight);

    /// <summary>Obliquity of J2000.0, [IERS10] table 1.1, and the eccentricity of the Earth's orbit.</summary>
    private const double Obliquity = 84381.406 * Angles.Arcsecond, Eccentricity = 0.0167;

    private static readonly Vector3d s_earthOrbit =
        Math.Sqrt(PhysicalConstants.SunGravitationalParameter * PhysicalConstants.AstronomicalUnit * (1 - (Eccentricity * Eccentricity)))
        * new Vector3d(0, -Math.Sin(Obliquity), Math.Cos(Obliquity));

    private readonly double _gm;

    public Relativity(double gravitationalParameter = PhysicalConstants.EarthGravitationalParameter) => _gm = gravitationalParameter;

    public ForceNeeds Needs => ForceNeeds.Sun;

    public Vector3d Acceleration(in ForceContext context) =>
        Schwarzschild(context.Position, context.Velocity) + LenseThirring(context.Position, context.Velocity) + DeSitter(context.Sun, context.Velocity);

    /// <summary>Left out: 3e-17 1/s^2, against 1e-8 of the point mass; derivatives by velocity are below 1e-13 1/s.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    internal Vector3d Schwarzschild(Vector3d r, Vector3d v)
    {
        double distance = r.Norm, k = _gm * InverseC2 / (distance * distance * distance);
        return k * (((((4 * _gm) / distance) - v.NormSquared) * r) + (4 * r.Dot(v) * v));
    }

    internal Vector3d LenseThirring(Vector3d r, Vector3d v)
    {
        Vector3d spin = new(0, 0, Spin);
        double r2 = r.NormSquared, k = 2 * _gm * InverseC2 / (r2 * Math.Sqrt(r2));
        return k * ((3 * r.Dot(spin) / r2 * r.Cross(v)) + v.Cross(spin));
    }

    internal static Vector3d DeSitter(Vector3d sun, Vector3d v)
    {
        double r2 = sun.NormSquared;
        return 3 * PhysicalConstants.SunGravitationalParameter * InverseC2 / (r2 * Math.Sqrt(r2)) * s_earthOrbit.Cross(v);
    }
}
