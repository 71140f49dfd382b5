using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The iterations of one fit.</summary>
internal sealed class OrbitFitRun(IOrbitObservation[] observations, OrbitFitSettings settings, FitUnknowns unknowns, StateVector state, ForceModel forces)
{
    /// <summary>A step that moves a position by more than this, m, is out of the linear range of its derivatives for a millimetre fit.</summary>
    private const double Linear = 1000.0;

    private readonly Epoch[] _epochs = Array.ConvertAll(observations, o => o.Epoch);
    private readonly bool[] _used = [.. observations.Select(_ => true)];
    private readonly double[] _values = unknowns.InitialValues();
    private readonly LinearisedObservations _linear = new(observations, unknowns);
    private FitTrajectory? _orbit, _derivatives;

    public OrbitFitResult Execute()
    {
        double[] step = new double[unknowns.Count];
        bool converged = false;
        int iteration = 0;
        while (!converged && iteration < settings.MostIterations)
        {
            iteration++;
            Evaluate();
            bool changed = Reject();
            _linear.Solve(_used, _values, step);
            double moved = Move(step);
            converged = moved < settings.Converged && !changed;
            _derivatives = moved > Linear ? null : _derivatives;
        }

        Evaluate();
        _linear.Solve(_used, _values, step);
        return Result(iteration, converged);
    }

    private void Evaluate()
    {
        _orbit = _derivatives is null ? FitTrajectory.WithPartials(state, forces, _epochs, unknowns) : FitTrajectory.States(state, forces, _epochs);
        _derivatives ??= _orbit;
        _linear.Fill(_orbit, _derivatives);
    }

    /// <summary>True when any mark changed.</summary>
    private bool Reject()
    {
        bool[] used = new bool[_used.Length];
        if (!_linear.TryFindOutliers(settings, _values, used))
        {
            Array.Fill(used, true);
        }

        bool changed = !used.AsSpan().SequenceEqual(_used);
        used.CopyTo(_used, 0);
        return changed;
    }

    /// <summary>Applies a step; returns the greatest move of a position in the arc.</summary>
    private double Move(double[] step)
    {
        int n = unknowns.Count;
        double moved = 0;
        for (int i = 0; i < _epochs.Length; i++)
        {
            ReadOnlySpan<double> partials = _derivatives!.PartialsAt(i);
            double sum = 0;
            for (int s = 0; s < 3; s++)
            {
                double d = 0;
                for (int j = 0; j < n; j++)
                {
                    d += partials[(s * n) + j] * step[j];
                }

                sum += d * d;
            }

            moved = Math.Max(moved, sum);
        }

        if (!double.IsFinite(moved))
        {
            throw new InvalidOperationException("the fit runs away: the initial state is too far from the observations");
        }

        state = state with
        {
            Position = state.Position + new Vector3d(step[0], step[1], step[2]),
            Velocity = state.Velocity + new Vector3d(step[3], step[4], step[5]),
        };
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] += step[6 + i];
        }

        forces = unknowns.Apply(forces, _values);
        return Math.Sqrt(moved);
    }

    private OrbitFitResult Result(int iterations, bool converged)
    {
        (double squares, int numbers) = _linear.Sum(_used);
        double unit = squares / Math.Max(1, numbers - unknowns.FreeCount);
        double[] covariance = _linear.Covariance(), normalised = _linear.Normalised;
        return new OrbitFitResult
        {
            InitialState = state,
            Forces = forces,
            Parameters = unknowns.Fitted(_values, covariance, unit),
            Covariance = covariance,
            UnitVariance = unit,
            Residuals = [.. observations.Select((o, i) => new ObservationResidual(o, _orbit!.StateAt(i), normalised[i], _used[i]))],
            Iterations = iterations,
            Converged = converged,
        };
    }
}
