using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Recoil of the navigation signals, P / (m c) away from the Earth. [Steigenberger18] eq. 1.</summary>
/// <remarks>5e-10 (GPS) to 1.3e-9 m/s^2 (Galileo): it lowers the radius by 7 to 27 mm at a given period.</remarks>
/// <param name="power">Transmitted power, W.</param>
/// <param name="mass">kg.</param>
public sealed class AntennaThrust(double power, double mass) : IForce
{
    private readonly ForceParameter[] _parameters = [new("transmit power", "W", power, 100)];

    /// <summary>By the table of satellites.</summary>
    public AntennaThrust(SatelliteProperties satellite)
        : this(satellite.TransmitPower, satellite.Mass)
    {
    }

    public ForceNeeds Needs => ForceNeeds.None;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    public Vector3d Acceleration(in ForceContext context) => (power / (mass * PhysicalConstants.SpeedOfLight)) * context.Position.Unit();

    /// <summary>Left out: 1e-9 m/s^2 over the orbit's radius.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials) => partials[0] = (1 / (mass * PhysicalConstants.SpeedOfLight)) * context.Position.Unit();

    public IForce WithParameters(ReadOnlySpan<double> values) => new AntennaThrust(values[0], mass);
}
