using System.Collections.Immutable;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>An integrated orbit with its derivatives by the initial state, by the parameters of the forces and by the pulses.</summary>
/// <remarks>
/// Columns of the derivatives: six of the initial state (position, m, before velocity, m/s, on GCRF axes), then <see cref="Parameters"/>.
/// They hold to 1e-5 of their size (tested), ten times more than least squares needs.
/// </remarks>
public sealed class VariationalOrbit : IOrbit
{
    private readonly Epoch _origin;
    private readonly VariationalTrack _back, _ahead;

    internal VariationalOrbit(NumericalOrbit orbit, Epoch origin, ImmutableArray<ForceParameter> parameters, VariationalTrack back, VariationalTrack ahead) =>
        (Orbit, _origin, Parameters, _back, _ahead) = (orbit, origin, parameters, back, ahead);

    /// <summary>The orbit alone, for who needs no derivatives: it does not hold on to them.</summary>
    public NumericalOrbit Orbit { get; }

    public ReferenceFrame Frame => ReferenceFrame.Gcrf;

    public EpochSpan Validity => Orbit.Validity;

    /// <summary>What columns 6, 7, ... stand for: the parameters of all forces in the model's order, then radial, along and cross of each pulse.</summary>
    public ImmutableArray<ForceParameter> Parameters { get; }

    /// <summary>Columns of the derivatives: six and the parameters.</summary>
    public int Columns => _ahead.Columns;

    public StateVector At(Epoch epoch) => Orbit.At(epoch);

    /// <summary>The state, and the derivatives row by row: three rows of position, m, and three of velocity, m/s, per unit of each column.</summary>
    /// <param name="epoch">Within <see cref="Validity"/>.</param>
    /// <param name="derivatives">At least 6 x <see cref="Columns"/> numbers.</param>
    public StateVector At(Epoch epoch, Span<double> derivatives)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(derivatives.Length, 6 * Columns);
        StateVector state = Orbit.At(epoch);
        double t = (epoch - _origin).TotalSeconds;
        if (t == 0)
        {
            derivatives[..(6 * Columns)].Clear();
            for (int i = 0; i < 6; i++)
            {
                derivatives[(i * Columns) + i] = 1;
            }
        }
        else
        {
            (t > 0 ? _ahead : _back).At(t, derivatives);
        }

        return state;
    }
}
