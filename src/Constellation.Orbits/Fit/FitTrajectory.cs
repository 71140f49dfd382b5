using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>States at the epochs of observations and, where asked for, their derivatives by the unknowns of a fit.</summary>
internal sealed class FitTrajectory
{
    private readonly StateVector[] _states;
    private readonly double[] _partials;
    private readonly int _unknowns;

    private FitTrajectory(int epochs, int unknowns) =>
        (_states, _partials, _unknowns) = (new StateVector[epochs], new double[epochs * 6 * unknowns], unknowns);

    public StateVector StateAt(int epoch) => _states[epoch];

    /// <summary>Six rows, position (m) before velocity (m/s), of one number for each unknown.</summary>
    public ReadOnlySpan<double> PartialsAt(int epoch) => _partials.AsSpan(epoch * 6 * _unknowns, 6 * _unknowns);

    /// <summary>The states alone.</summary>
    /// <param name="initial">State in GCRF.</param>
    /// <param name="forces">Forces.</param>
    /// <param name="epochs">In order of time.</param>
    public static FitTrajectory States(StateVector initial, ForceModel forces, Epoch[] epochs)
    {
        FitTrajectory result = new(epochs.Length, 0);
        NumericalOrbit orbit = NumericalPropagator.Propagate(initial, new(epochs[0], epochs[^1]), forces);
        for (int i = 0; i < epochs.Length; i++)
        {
            result._states[i] = orbit.At(epochs[i]);
        }

        return result;
    }

    /// <summary>States and derivatives.</summary>
    /// <param name="initial">State in GCRF.</param>
    /// <param name="forces">Forces.</param>
    /// <param name="epochs">In order of time.</param>
    /// <param name="unknowns">Which parameters of the forces follow the six columns of the state.</param>
    public static FitTrajectory WithPartials(StateVector initial, ForceModel forces, Epoch[] epochs, FitUnknowns unknowns)
    {
        int n = unknowns.Count;
        FitTrajectory result = new(epochs.Length, n);
        VariationalOrbit orbit = NumericalPropagator.PropagateWithPartials(initial, new(epochs[0], epochs[^1]), forces);
        int columns = orbit.Columns;
        double[] all = new double[6 * columns];
        for (int i = 0; i < epochs.Length; i++)
        {
            result._states[i] = orbit.At(epochs[i], all);
            for (int row = 0; row < 6; row++)
            {
                ReadOnlySpan<double> source = all.AsSpan(row * columns, columns);
                Span<double> target = result._partials.AsSpan(((6 * i) + row) * n, n);
                source[..6].CopyTo(target);
                for (int k = 6; k < n; k++)
                {
                    target[k] = source[6 + unknowns.Chosen[k - 6]];
                }
            }
        }

        return result;
    }
}
