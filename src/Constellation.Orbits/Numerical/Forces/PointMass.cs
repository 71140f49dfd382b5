using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The Earth as a point.</summary>
public sealed class PointMass(double gravitationalParameter = PhysicalConstants.EarthGravitationalParameter) : IForce
{
    public ForceNeeds Needs => ForceNeeds.None;

    public Vector3d Acceleration(in ForceContext context) => Pull(context.Position, gravitationalParameter);

    public Matrix3d Gradient(in ForceContext context) => PullGradient(context.Position, gravitationalParameter);

    internal static Vector3d Pull(Vector3d offset, double gm)
    {
        double r2 = offset.NormSquared;
        return (-gm / (r2 * Math.Sqrt(r2))) * offset;
    }

    internal static Matrix3d PullGradient(Vector3d p, double gm)
    {
        double r2 = p.NormSquared, k = gm / (r2 * Math.Sqrt(r2)), q = 3 * k / r2;
        return new(
            (q * p.X * p.X) - k, q * p.X * p.Y, q * p.X * p.Z,
            q * p.X * p.Y, (q * p.Y * p.Y) - k, q * p.Y * p.Z,
            q * p.X * p.Z, q * p.Y * p.Z, (q * p.Z * p.Z) - k);
    }
}
