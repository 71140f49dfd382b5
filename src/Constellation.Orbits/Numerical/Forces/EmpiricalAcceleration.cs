using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Accelerations (R, A, C) that are constant and once per revolution, m/s^2.</summary>
/// <param name="constant">R, A, C.</param>
/// <param name="cosine">Amplitudes of cos u, u the argument of latitude from the GCRF equator.</param>
/// <param name="sine">Amplitudes of sin u.</param>
public sealed class EmpiricalAcceleration(Vector3d constant, Vector3d cosine = default, Vector3d sine = default) : IForce
{
    public ForceNeeds Needs => ForceNeeds.None;

    public Vector3d Acceleration(in ForceContext context)
    {
        OrbitalAxes axes = OrbitalAxes.Of(context.Position, context.Velocity);
        double u = Math.Atan2(axes.Radial.Z, axes.Along.Z);
        (double s, double c) = Math.SinCos(u);
        return axes.FromRac(constant + (c * cosine) + (s * sine));
    }

    /// <summary>Left out: the amplitude over the orbit's radius, 1e-16 1/s^2 for 1e-9 m/s^2.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;
}
