using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Integrates orbits under a force model, forward and backward.</summary>
/// <remarks>DOP853 with a local tolerance of 1 micrometre: three days of a navigation satellite close there and back within 0.1 mm (tested).</remarks>
public static class NumericalPropagator
{
    private const double PositionTolerance = 1e-6, VelocityTolerance = 1e-10;

    /// <summary>The orbit over a span, which is widened to hold the epoch of the initial state.</summary>
    public static NumericalOrbit Propagate(StateVector initialGcrf, EpochSpan span, ForceModel forces)
    {
        Require(initialGcrf);
        Epoch origin = initialGcrf.Epoch;
        EpochSpan whole = new(span.First < origin ? span.First : origin, span.Last > origin ? span.Last : origin);
        List<DenseStep> back = [], ahead = [];
        Run(initialGcrf, (whole.First - origin).TotalSeconds, forces, back.Add);
        Run(initialGcrf, (whole.Last - origin).TotalSeconds, forces, ahead.Add);
        back.Reverse();
        DenseStep[] steps = [.. back, .. ahead];
        if (steps.Length == 0)
        {
            Vector3d p = initialGcrf.Position, v = initialGcrf.Velocity;
            double[] still = new double[48];
            (still[0], still[1], still[2], still[3], still[4], still[5]) = (p.X, p.Y, p.Z, v.X, v.Y, v.Z);
            steps = [new DenseStep(0, 1, still)];
        }

        return new NumericalOrbit(origin, whole, steps);
    }

    /// <summary>The state at one epoch.</summary>
    public static StateVector PropagateTo(StateVector initialGcrf, Epoch to, ForceModel forces)
    {
        Require(initialGcrf);
        double[] y = Run(initialGcrf, (to - initialGcrf.Epoch).TotalSeconds, forces, null);
        return new(to, ReferenceFrame.Gcrf, new(y[0], y[1], y[2]), new(y[3], y[4], y[5]));
    }

    /// <summary>The state at an epoch and its 6 x 6 derivative by the initial state, row by row, position before velocity.</summary>
    /// <remarks>Variational equations with the gradients of all forces; derivatives by velocity are left out, no force here has any above 1e-13 1/s.</remarks>
    public static (StateVector State, double[] Phi) PropagateWithTransition(StateVector initialGcrf, Epoch to, ForceModel forces)
    {
        Require(initialGcrf);
        double[] y = new double[42];
        Pack(initialGcrf, y);
        double[] tolerance = new double[42];
        double seconds = (to - initialGcrf.Epoch).TotalSeconds, scale = Math.Max(1, Math.Abs(seconds));
        for (int i = 0; i < 42; i++)
        {
            // 1e-11 of the unit matrix, with the units of each block: s for dr/dv, 1/s for dv/dr.
            (int row, int column) = ((i - 6) / 6, (i - 6) % 6);
            tolerance[i] = i < 3 ? PositionTolerance : i < 6 ? VelocityTolerance : 1e-11 * (column < 3 ? 1 : scale) / (row < 3 ? 1 : scale);
            y[i] = i < 6 ? y[i] : row == column ? 1 : 0;
        }

        ForceEnvironment environment = new(initialGcrf.Epoch, forces);
        Dop853Integrator integrator = new((t, s, rate) => VariationalRate(environment, forces, t, s, rate), tolerance);
        integrator.Integrate(0, y, seconds, FirstStep(initialGcrf), null);
        return (new(to, ReferenceFrame.Gcrf, new(y[0], y[1], y[2]), new(y[3], y[4], y[5])), y[6..]);
    }

    private static double[] Run(StateVector initial, double seconds, ForceModel forces, Action<DenseStep>? accepted)
    {
        double[] y = new double[6];
        Pack(initial, y);
        ForceEnvironment environment = new(initial.Epoch, forces);
        double[] tolerance = [PositionTolerance, PositionTolerance, PositionTolerance, VelocityTolerance, VelocityTolerance, VelocityTolerance];
        new Dop853Integrator((t, s, rate) => Rate(environment, forces, t, s, rate), tolerance).Integrate(0, y, seconds, FirstStep(initial), accepted);
        return y;
    }

    private static void Rate(ForceEnvironment environment, ForceModel forces, double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        ForceContext context = environment.At(t, new(y[0], y[1], y[2]), new(y[3], y[4], y[5]));
        Vector3d a = forces.Acceleration(context);
        (rate[0], rate[1], rate[2]) = (y[3], y[4], y[5]);
        (rate[3], rate[4], rate[5]) = (a.X, a.Y, a.Z);
    }

    private static void VariationalRate(ForceEnvironment environment, ForceModel forces, double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        ForceContext context = environment.At(t, new(y[0], y[1], y[2]), new(y[3], y[4], y[5]));
        Vector3d a = forces.Acceleration(context);
        (rate[0], rate[1], rate[2]) = (y[3], y[4], y[5]);
        (rate[3], rate[4], rate[5]) = (a.X, a.Y, a.Z);
        TransitionMatrix.Rate(forces.Gradient(context), y[6..], rate[6..]);
    }

    /// <summary>A tenth of the time in which the motion turns by one radian.</summary>
    private static double FirstStep(StateVector initial)
    {
        double r = initial.Position.Norm;
        return 0.1 * r * Math.Sqrt(r / PhysicalConstants.EarthGravitationalParameter);
    }

    private static void Pack(StateVector state, double[] y)
    {
        (y[0], y[1], y[2]) = (state.Position.X, state.Position.Y, state.Position.Z);
        (y[3], y[4], y[5]) = (state.Velocity.X, state.Velocity.Y, state.Velocity.Z);
    }

    private static void Require(StateVector state)
    {
        if (state.Frame != ReferenceFrame.Gcrf)
        {
            throw new InvalidOperationException($"orbits are integrated in GCRF, the state is in {state.Frame}");
        }
    }
}
