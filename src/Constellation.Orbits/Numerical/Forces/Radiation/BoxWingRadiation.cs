using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Solar radiation pressure on the surfaces of a satellite, in the attitude of its law. One parameter: a scale of the whole.</summary>
/// <param name="surfaces">What light presses on.</param>
/// <param name="mass">kg.</param>
/// <param name="attitude">How the body turns.</param>
/// <param name="scale">1 for the table as it stands.</param>
public sealed class BoxWingRadiation(BoxWing surfaces, double mass, IAttitudeLaw attitude, double scale = 1) : IForce
{
    private readonly ForceParameter[] _parameters = [new("box-wing", "1", scale, 0.1)];

    /// <summary>By the table of satellites.</summary>
    public BoxWingRadiation(SatelliteProperties satellite)
        : this(satellite.Surfaces, satellite.Mass, satellite.Attitude)
    {
    }

    public ForceNeeds Needs => ForceNeeds.Sunlight;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    public Vector3d Acceleration(in ForceContext context) => scale * Unscaled(context);

    /// <summary>Left out: 1e-7 m/s^2 over the orbit's radius, 4e-15 1/s^2, against 1e-8 of the point mass.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials) => partials[0] = Unscaled(context);

    public IForce WithParameters(ReadOnlySpan<double> values) => new BoxWingRadiation(surfaces, mass, attitude, values[0]);

    private Vector3d Unscaled(in ForceContext context)
    {
        double light = SolarLight.At(context);
        if (light == 0)
        {
            return Vector3d.Zero;
        }

        BodyAxes axes = attitude.At(context.Position, context.Velocity, context.Sun);
        Vector3d toSun = axes.ToBody((context.Sun - context.Position).Unit());
        return (light * SolarLight.Pressure / mass) * axes.ToGcrf(surfaces.Force(toSun, toSun));
    }
}
