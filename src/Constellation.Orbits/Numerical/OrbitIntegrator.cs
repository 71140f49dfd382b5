using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>One integration away from an initial state, forward or backward: from break to break, with an adaptive step between.</summary>
internal sealed class OrbitIntegrator
{
    private const int LongestRun = 1_000_000;

    private readonly ForceModel _forces;
    private readonly Epoch _origin;
    private readonly VelocityPulse[] _pulses;
    private readonly ForceEnvironment _environment;
    private readonly ForceAcceleration _acceleration;
    private readonly ShadowEdges? _shadows;
    private readonly Dop853Stepper _stepper;

    /// <param name="origin">Where times count from: the epoch of the initial state.</param>
    /// <param name="forces">What acts.</param>
    /// <param name="pulses">In order of time.</param>
    /// <param name="tightening">How many times smaller than usual the local errors must be.</param>
    /// <param name="findShadows">False has the tolerance alone find the edges of shadows: the slow way, for tests.</param>
    public OrbitIntegrator(Epoch origin, ForceModel forces, VelocityPulse[] pulses, double tightening = 1, bool findShadows = true)
    {
        (_origin, _forces, _pulses) = (origin, forces, pulses);
        _environment = new ForceEnvironment(origin, forces);
        _acceleration = new ForceAcceleration(forces, _environment);
        _shadows = findShadows && _environment.HasShadows ? new ShadowEdges(_environment) : null;
        _stepper = new Dop853Stepper(_acceleration, tightening);
    }

    /// <summary>Integrates to a time relative to the origin; returns position and velocity there.</summary>
    /// <param name="initial">At the origin, before a pulse that is due there.</param>
    /// <param name="end">s.</param>
    /// <param name="track">Receives the steps for dense output, or null.</param>
    /// <param name="partials">Receives what the variational equations need, or null.</param>
    public (Vector3d Position, Vector3d Velocity) Run(StateVector initial, double end, DenseTrack? track, VariationalTrack? partials)
    {
        (Vector3d r, Vector3d v) = (initial.Position, initial.Velocity);
        double t = 0, h = FirstStep(r);
        int direction = end >= 0 ? 1 : -1;
        partials?.Start();
        List<double> stops = Stops(end);
        for (int i = 0; i < stops.Count; i++)
        {
            double stop = stops[i];
            v = Pulse(t, direction, end, r, v, partials);
            _acceleration.Bound(Math.Min(t, stop), Math.Max(t, stop));
            if (t != stop)
            {
                h = Between(t, r, v, stop, h, track, partials);
                (t, r, v) = (stop, _stepper.Position, _stepper.Velocity);
            }
        }

        v = Pulse(t, direction, end, r, v, partials);
        track?.Finish(t, r, v);
        partials?.Finish(t);
        return (r, v);
    }

    /// <summary>Steps over a stretch on which everything but sunlight is smooth; returns the step to go on with.</summary>
    private double Between(double t, Vector3d r, Vector3d v, double end, double h, DenseTrack? track, VariationalTrack? partials)
    {
        double direction = Math.Sign(end - t);
        _environment.SetSunlight(double.NaN);
        _stepper.Start(t, r, v);
        partials?.Evaluate(0, _acceleration.Contexts);
        int sunlight = _environment.SunlightVersion;
        for (int count = 0; t != end; count++)
        {
            double step = h >= Math.Abs(end - t) * (1 - 1e-12) ? end - t : direction * h;
            step = _shadows?.Limit(t, _stepper.Position, _stepper.Velocity, _stepper.Acceleration, step) ?? step;
            bool cut = Math.Abs(step) < h, last = step == end - t;
            if (_environment.SunlightVersion != sunlight)
            {
                sunlight = _environment.SunlightVersion;
                _stepper.Restart();
                partials?.Evaluate(0, _acceleration.Contexts);
            }

            double error = _stepper.Trial(step);
            if (count > LongestRun || !(h > 1e-6))
            {
                throw new InvalidOperationException($"the orbit cannot be integrated beyond {t:g6} s: step {h:g3} s (does it meet the Earth?)");
            }

            if (error < 1)
            {
                if (track is not null)
                {
                    _stepper.FillDense(track.AddPolynomial(t, step));
                }

                partials?.Step(t, step, _acceleration.Contexts);
                t = last ? end : t + step;
                _stepper.Accept(t);
                double next = Math.Abs(step) * Math.Clamp(0.9 * Math.Pow(error, -0.125), 0.333, 6.0);
                h = cut ? Math.Max(h, next) : next;
            }
            else
            {
                h = Math.Abs(step) * (double.IsFinite(error) ? Math.Clamp(0.9 * Math.Pow(error, -0.125), 0.2, 0.9) : 0.1);
            }
        }

        return h;
    }

    /// <summary>Where a step must end: breaks of forces and pulses within the span, in the order in which they are met, and the end itself.</summary>
    private List<double> Stops(double end)
    {
        double low = Math.Min(0, end), high = Math.Max(0, end), origin = _origin.SinceJ2000.TotalSeconds;
        SortedSet<double> stops = [end];
        foreach (IForce force in _forces.Forces)
        {
            foreach (double at in force.Breaks)
            {
                AddInside(at - origin);
            }
        }

        foreach (VelocityPulse pulse in _pulses)
        {
            AddInside((pulse.Epoch - _origin).TotalSeconds);
        }

        return [.. end >= 0 ? stops : stops.Reverse()];

        void AddInside(double t)
        {
            if (t > low && t < high)
            {
                stops.Add(t);
            }
        }
    }

    /// <summary>Applies the pulses due at a time: forward those at the origin too, but none at the end; backward the other way round. See <see cref="VelocityPulse"/>.</summary>
    private Vector3d Pulse(double t, int direction, double end, Vector3d r, Vector3d v, VariationalTrack? partials)
    {
        if (direction > 0 ? t == end : t == 0)
        {
            return v;
        }

        for (int k = 0; k < _pulses.Length; k++)
        {
            int i = direction > 0 ? k : _pulses.Length - 1 - k;
            if ((_pulses[i].Epoch - _origin).TotalSeconds == t)
            {
                Vector3d before = direction > 0 ? v : _pulses[i].Before(r, v);
                partials?.Pulse(i, _pulses[i], r, before, direction);
                v = direction > 0 ? v + _pulses[i].Change(r, before) : before;
            }
        }

        return v;
    }

    /// <summary>A tenth of the time in which the motion turns by one radian.</summary>
    private static double FirstStep(Vector3d position)
    {
        double r = position.Norm;
        return 0.1 * r * Math.Sqrt(r / PhysicalConstants.EarthGravitationalParameter);
    }
}
