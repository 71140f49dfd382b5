using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Accelerations (R, A, C) that are constant and once per revolution, m/s^2. Nine parameters: constant, cosine, sine of each axis in turn.</summary>
public sealed class EmpiricalAcceleration : IForce
{
    private readonly Vector3d _constant, _cosine, _sine;
    private readonly ForceParameter[] _parameters;

    /// <param name="constant">R, A, C.</param>
    /// <param name="cosine">Amplitudes of cos u, u the argument of latitude from the GCRF equator.</param>
    /// <param name="sine">Amplitudes of sin u.</param>
    public EmpiricalAcceleration(Vector3d constant, Vector3d cosine = default, Vector3d sine = default)
    {
        (_constant, _cosine, _sine) = (constant, cosine, sine);
        _parameters =
        [
            Parameter("R0", constant.X), Parameter("A0", constant.Y), Parameter("C0", constant.Z),
            Parameter("Rc", cosine.X), Parameter("Ac", cosine.Y), Parameter("Cc", cosine.Z),
            Parameter("Rs", sine.X), Parameter("As", sine.Y), Parameter("Cs", sine.Z),
        ];
    }

    public ForceNeeds Needs => ForceNeeds.None;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    public Vector3d Acceleration(in ForceContext context)
    {
        OrbitalAxes axes = OrbitalAxes.Of(context.Position, context.Velocity);
        (double c, double s) = LatitudeArgument(axes);
        return axes.FromRac(_constant + (c * _cosine) + (s * _sine));
    }

    /// <summary>Left out: the amplitude over the orbit's radius, 1e-16 1/s^2 for 1e-9 m/s^2.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials)
    {
        OrbitalAxes axes = OrbitalAxes.Of(context.Position, context.Velocity);
        (double c, double s) = LatitudeArgument(axes);
        (partials[0], partials[1], partials[2]) = (axes.Radial, axes.Along, axes.Cross);
        (partials[3], partials[4], partials[5]) = (c * axes.Radial, c * axes.Along, c * axes.Cross);
        (partials[6], partials[7], partials[8]) = (s * axes.Radial, s * axes.Along, s * axes.Cross);
    }

    public IForce WithParameters(ReadOnlySpan<double> values) => new EmpiricalAcceleration(
        new(values[0], values[1], values[2]), new(values[3], values[4], values[5]), new(values[6], values[7], values[8]));

    /// <summary>Cosine and sine of u; (1, 0) for an orbit in the equator.</summary>
    internal static (double Cosine, double Sine) LatitudeArgument(OrbitalAxes axes)
    {
        double length = Math.Sqrt((axes.Along.Z * axes.Along.Z) + (axes.Radial.Z * axes.Radial.Z));
        return length > 0 ? (axes.Along.Z / length, axes.Radial.Z / length) : (1, 0);
    }

    private static ForceParameter Parameter(string name, double value) => new(name, "m/s^2", value, 1e-9);
}
