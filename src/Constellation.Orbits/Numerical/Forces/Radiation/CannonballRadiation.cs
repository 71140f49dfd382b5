using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Radiation pressure on a sphere, with the conical shadows of Earth and Moon. [MontenbruckGill00] eq. 3.75.</summary>
/// <param name="areaToMass">Reflection coefficient times area over mass, m^2/kg.</param>
public sealed class CannonballRadiation(double areaToMass) : IForce
{
    private readonly ForceParameter[] _parameters = [new("C_R A/m", "m^2/kg", areaToMass, 0.02)];

    public ForceNeeds Needs => ForceNeeds.Sunlight;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    public Vector3d Acceleration(in ForceContext context) => areaToMass * PerAreaToMass(context);

    /// <summary>Left out: 1e-18 1/s^2 in sunlight, against 1e-8 of the point mass.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials) => partials[0] = PerAreaToMass(context);

    public IForce WithParameters(ReadOnlySpan<double> values) => new CannonballRadiation(values[0]);

    private static Vector3d PerAreaToMass(in ForceContext context)
    {
        Vector3d fromSun = context.Position - context.Sun;
        return (SolarLight.Pressure * SolarLight.At(context) / fromSun.Norm) * fromSun;
    }
}
