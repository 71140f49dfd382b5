using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Tests.Orbits.Numerical;

/// <summary>A second-order problem that depends on time, position and velocity, solved by cos t on each axis from (1, 0) at t = 0.</summary>
internal sealed class CosineProblem : IAcceleration
{
    public Vector3d At(int stage, double t, Vector3d position, Vector3d velocity)
    {
        (double s, double c) = Math.SinCos(t);
        return new(One(position.X, velocity.X), One(position.Y, velocity.Y), One(position.Z, velocity.Z));

        double One(double x, double v) => -c + ((x - c) * x) + (0.5 * (v + s) * v) + (0.3 * (x - c) * (v + s));
    }
}
