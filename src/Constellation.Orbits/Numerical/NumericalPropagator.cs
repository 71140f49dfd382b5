using System.Collections.Immutable;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Integrates orbits under a force model, forward and backward.</summary>
/// <remarks>
/// Unless told otherwise by <see cref="IntegrationMethod.Multistep"/>: a day of a navigation satellite within 0.01 mm of a tight run, eclipses and
/// all, three days there and back within 0.1 mm (tested).
/// </remarks>
public static class NumericalPropagator
{
    /// <summary>The orbit over a span, which is widened to hold the epoch of the initial state.</summary>
    /// <param name="initialGcrf">A state in GCRF; a pulse at its epoch has not acted yet.</param>
    /// <param name="span">What the orbit must hold.</param>
    /// <param name="forces">What acts.</param>
    /// <param name="pulses">Sudden changes of velocity, in any order; those outside the span do nothing.</param>
    public static NumericalOrbit Propagate(StateVector initialGcrf, EpochSpan span, ForceModel forces, params ReadOnlySpan<VelocityPulse> pulses) =>
        Propagate(initialGcrf, span, forces, IntegrationMethod.Multistep, pulses);

    /// <summary>The same by another method.</summary>
    public static NumericalOrbit Propagate(StateVector initialGcrf, EpochSpan span, ForceModel forces, IntegrationMethod method, params ReadOnlySpan<VelocityPulse> pulses)
    {
        (EpochSpan whole, OrbitIntegrator integrator, _) = Prepare(initialGcrf, span, forces, method, pulses);
        DenseTrack back = new(-1), ahead = new(1);
        integrator.Run(initialGcrf, (whole.First - initialGcrf.Epoch).TotalSeconds, back, null);
        integrator.Run(initialGcrf, (whole.Last - initialGcrf.Epoch).TotalSeconds, ahead, null);
        return new NumericalOrbit(initialGcrf, whole, back, ahead);
    }

    /// <summary>The orbit over a span with its derivatives by the initial state, by all parameters of the forces and by the pulses.</summary>
    /// <param name="initialGcrf">A state in GCRF; a pulse at its epoch has not acted yet.</param>
    /// <param name="span">What the orbit must hold; widened to hold the epoch of the initial state.</param>
    /// <param name="forces">What acts.</param>
    /// <param name="pulses">Sudden changes of velocity, in any order; each gives three columns, in the order of time.</param>
    public static VariationalOrbit PropagateWithPartials(StateVector initialGcrf, EpochSpan span, ForceModel forces, params ReadOnlySpan<VelocityPulse> pulses) =>
        PropagateWithPartials(initialGcrf, span, forces, IntegrationMethod.Multistep, pulses);

    /// <summary>The same by a method of choice, which is not <see cref="IntegrationMethod.RungeKutta4"/>.</summary>
    public static VariationalOrbit PropagateWithPartials(
        StateVector initialGcrf, EpochSpan span, ForceModel forces, IntegrationMethod method, params ReadOnlySpan<VelocityPulse> pulses)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)method, (int)IntegrationMethod.RungeKutta4, nameof(method));
        (EpochSpan whole, OrbitIntegrator integrator, VelocityPulse[] sorted) = Prepare(initialGcrf, span, forces, method, pulses);
        DenseTrack back = new(-1), ahead = new(1);
        VariationalTrack partialsBack = new(forces, true, sorted.Length, -1), partialsAhead = new(forces, true, sorted.Length, 1);
        integrator.Run(initialGcrf, (whole.First - initialGcrf.Epoch).TotalSeconds, back, partialsBack);
        integrator.Run(initialGcrf, (whole.Last - initialGcrf.Epoch).TotalSeconds, ahead, partialsAhead);
        ImmutableArray<ForceParameter> parameters = [.. forces.Parameters, .. sorted.SelectMany(Columns)];
        return new VariationalOrbit(new NumericalOrbit(initialGcrf, whole, back, ahead), initialGcrf.Epoch, parameters, partialsBack, partialsAhead);

        static ForceParameter[] Columns(VelocityPulse pulse) =>
        [
            new("dv_R", "m/s", pulse.ChangeRac.X, 1e-3),
            new("dv_A", "m/s", pulse.ChangeRac.Y, 1e-3),
            new("dv_C", "m/s", pulse.ChangeRac.Z, 1e-3),
        ];
    }

    /// <summary>The state at one epoch.</summary>
    public static StateVector PropagateTo(StateVector initialGcrf, Epoch to, ForceModel forces, params ReadOnlySpan<VelocityPulse> pulses) =>
        PropagateTo(initialGcrf, to, forces, IntegrationMethod.Multistep, pulses);

    /// <summary>The same by another method.</summary>
    public static StateVector PropagateTo(StateVector initialGcrf, Epoch to, ForceModel forces, IntegrationMethod method, params ReadOnlySpan<VelocityPulse> pulses)
    {
        (_, OrbitIntegrator integrator, _) = Prepare(initialGcrf, new(to, to), forces, method, pulses);
        (Vector3d position, Vector3d velocity) = integrator.Run(initialGcrf, (to - initialGcrf.Epoch).TotalSeconds, null, null);
        return new(to, ReferenceFrame.Gcrf, position, velocity);
    }

    /// <summary>The state at an epoch and its 6 x 6 derivative by the initial state, row by row, position before velocity.</summary>
    /// <remarks>Variational equations with the gradients of all forces; derivatives by velocity are left out, no force here has any above 1e-13 1/s.</remarks>
    public static (StateVector State, double[] Phi) PropagateWithTransition(StateVector initialGcrf, Epoch to, ForceModel forces)
    {
        (_, OrbitIntegrator integrator, _) = Prepare(initialGcrf, new(to, to), forces, IntegrationMethod.Adaptive, []);
        double seconds = (to - initialGcrf.Epoch).TotalSeconds;
        VariationalTrack track = new(forces, false, 0, seconds < 0 ? -1 : 1);
        (Vector3d position, Vector3d velocity) = integrator.Run(initialGcrf, seconds, null, track);
        double[] all = new double[6 * track.Columns], phi = new double[36];
        track.CopyLast(all);
        for (int i = 0; i < 36; i++)
        {
            phi[i] = all[(i / 6 * track.Columns) + (i % 6)];
        }

        return (new(to, ReferenceFrame.Gcrf, position, velocity), phi);
    }

    private static (EpochSpan Whole, OrbitIntegrator Integrator, VelocityPulse[] Sorted) Prepare(
        StateVector initial, EpochSpan span, ForceModel forces, IntegrationMethod method, ReadOnlySpan<VelocityPulse> pulses)
    {
        if (initial.Frame != ReferenceFrame.Gcrf)
        {
            throw new InvalidOperationException($"orbits are integrated in GCRF, the state is in {initial.Frame}");
        }

        Epoch origin = initial.Epoch;
        VelocityPulse[] sorted = [.. pulses.ToArray().OrderBy(p => p.Epoch)];
        EpochSpan whole = new(span.First < origin ? span.First : origin, span.Last > origin ? span.Last : origin);
        return (whole, new OrbitIntegrator(origin, forces, sorted, method: method), sorted);
    }
}
