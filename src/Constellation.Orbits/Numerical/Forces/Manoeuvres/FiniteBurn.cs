using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A thrust that is on for a while: a constant acceleration on given axes from one instant, included, to another, excluded.</summary>
/// <remarks>Both instants are <see cref="Breaks"/>: what the integrator evaluates at the end of a step that ends there belongs to the time before.</remarks>
public sealed class FiniteBurn : IForce
{
    private readonly double[] _breaks;
    private readonly EpochSpan _span;
    private readonly Vector3d _acceleration;
    private readonly ManoeuvreAxes _axes;
    private readonly ForceParameter[] _parameters;

    /// <param name="span">From and until when; not empty.</param>
    /// <param name="acceleration">m/s^2, (R, A, C) or GCRF components.</param>
    /// <param name="axes">Which of the two.</param>
    public FiniteBurn(EpochSpan span, Vector3d acceleration, ManoeuvreAxes axes)
    {
        if (span.First >= span.Last)
        {
            throw new ArgumentException($"a burn from {span.First} to {span.Last} lasts no time", nameof(span));
        }

        (_span, _acceleration, _axes) = (span, acceleration, axes);
        _breaks = [span.First.SinceJ2000.TotalSeconds, span.Last.SinceJ2000.TotalSeconds];
        (string x, string y, string z) = axes == ManoeuvreAxes.Rac ? ("burn R", "burn A", "burn C") : ("burn X", "burn Y", "burn Z");
        _parameters = [new(x, "m/s^2", acceleration.X, 1e-5), new(y, "m/s^2", acceleration.Y, 1e-5), new(z, "m/s^2", acceleration.Z, 1e-5)];
    }

    public ForceNeeds Needs => ForceNeeds.None;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    public ReadOnlySpan<double> Breaks => _breaks;

    public Vector3d Acceleration(in ForceContext context) => !IsOn(context) ? Vector3d.Zero
        : _axes == ManoeuvreAxes.Rac ? OrbitalAxes.Of(context.Position, context.Velocity).FromRac(_acceleration) : _acceleration;

    /// <summary>Left out: the acceleration over the orbit's radius, 1e-11 1/s^2 for 3e-4 m/s^2, and only while it is on.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials)
    {
        bool on = IsOn(context);
        OrbitalAxes axes = !on ? default : _axes == ManoeuvreAxes.Rac ? OrbitalAxes.Of(context.Position, context.Velocity) : new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));
        (partials[0], partials[1], partials[2]) = (axes.Radial, axes.Along, axes.Cross);
    }

    public IForce WithParameters(ReadOnlySpan<double> values) => new FiniteBurn(_span, new(values[0], values[1], values[2]), _axes);

    private bool IsOn(in ForceContext context) => context.SecondsSinceJ2000 >= _breaks[0] && context.SecondsSinceJ2000 < _breaks[1];
}
