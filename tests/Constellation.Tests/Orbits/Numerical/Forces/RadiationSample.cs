using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Tests.Orbits.Numerical;

/// <summary>Contexts of forces at known places: a circular orbit of 26,560 km inclined by 55 degrees, the Sun at 1 au.</summary>
internal static class RadiationSample
{
    public const double Radius = 26_560_000.0;

    /// <summary>The satellite at an angle past the Sun's projection on its orbital plane, the Sun at an elevation beta over that plane; both radians.</summary>
    public static ForceContext At(double angleFromSun, double beta, double sunlight = 1, double radius = Radius, double distanceAu = 1)
    {
        Matrix3d plane = Matrix3d.R3(-0.7) * Matrix3d.R1(-55 * Math.PI / 180) * Matrix3d.R3(-1.1);      // the Sun's projection is the x axis of the plane
        (double s, double c) = Math.SinCos(angleFromSun);
        double speed = Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / radius);
        return new()
        {
            Position = plane * (radius * new Vector3d(c, s, 0)),
            Velocity = plane * (speed * new Vector3d(-s, c, 0)),
            Sun = plane * (distanceAu * PhysicalConstants.AstronomicalUnit * new Vector3d(Math.Cos(beta), 0, Math.Sin(beta))),
            Moon = new(3.8e8, 0, 0),
            GcrfToItrf = Matrix3d.R3(1),
            Sunlight = sunlight,
        };
    }

    /// <summary>Every force of radiation and empirical kind, its partials against difference quotients; the models are linear in their parameters.</summary>
    public static void CheckPartials(IForce force, ForceContext context)
    {
        int n = force.Parameters.Length;
        Assert.True(n > 0);
        Vector3d[] partials = new Vector3d[n];
        force.FillPartials(context, partials);
        for (int i = 0; i < n; i++)
        {
            double[] low = Array.ConvertAll(force.Parameters.ToArray(), p => p.Value), high = [.. low];
            double step = 10 * force.Parameters[i].Scale;
            (low[i], high[i]) = (low[i] - step, high[i] + step);
            Vector3d quotient = (force.WithParameters(high).Acceleration(context) - force.WithParameters(low).Acceleration(context)) / (2 * step);
            Tolerance rounding = Tolerance.Of(1e-12 * (1 + partials[i].Norm), $"m/s^2 per {force.Parameters[i].Unit}", "linear model: rounding of a difference of accelerations");
            Check.Within(rounding, quotient, partials[i], force.Parameters[i].Name);
        }
    }
}
