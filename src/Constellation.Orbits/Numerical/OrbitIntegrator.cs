using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>One integration away from an initial state, forward or backward: from break to break, with an adaptive step between.</summary>
internal sealed class OrbitIntegrator
{
    private const int LongestRun = 1_000_000;

    /// <summary>Radians of motion in a step of order 4.</summary>
    private const double TeachingStep = 0.006;

    /// <summary>
    /// How many times smaller errors are within shadows, where the multistep method rests, if light of the Earth presses on a satellite that may turn there: unseen, that
    /// costs millimetres in three days.
    /// </summary>
    private const double Careful = 300;

    private readonly ForceModel _forces;
    private readonly Epoch _origin;
    private readonly VelocityPulse[] _pulses;
    private readonly ForceEnvironment _environment;
    private readonly ForceAcceleration _acceleration;
    private readonly ShadowEdges? _shadows;
    private readonly Dop853Stepper _stepper;
    private readonly GaussJacksonStepper _multistep;
    private readonly RungeKutta4Stepper _teacher;
    private readonly IntegrationMethod _method;
    private readonly double _tightening;
    private MultistepStarter? _starter;
    private double _shortStep;

    /// <param name="origin">Where times count from: the epoch of the initial state.</param>
    /// <param name="forces">What acts.</param>
    /// <param name="pulses">In order of time.</param>
    /// <param name="tightening">How many times smaller than usual the local errors must be.</param>
    /// <param name="findShadows">False has the tolerance alone find the edges of shadows: the slow way, for tests.</param>
    /// <param name="method">Which steps.</param>
    public OrbitIntegrator(
        Epoch origin, ForceModel forces, VelocityPulse[] pulses, double tightening = 1, bool findShadows = true, IntegrationMethod method = IntegrationMethod.Adaptive)
    {
        (_origin, _forces, _pulses, _method, _tightening) = (origin, forces, pulses, method, tightening * (method == IntegrationMethod.Multistep && forces.HasFaint ? Careful : 1));
        _environment = new ForceEnvironment(origin, forces);
        _acceleration = new ForceAcceleration(forces, _environment);
        _multistep = new GaussJacksonStepper(_acceleration, PhysicalConstants.EarthGravitationalParameter);
        _teacher = new RungeKutta4Stepper(_acceleration);
        _shadows = findShadows && _environment.HasShadows ? new ShadowEdges(_environment) : null;
        _stepper = new Dop853Stepper(_acceleration);
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
        _shortStep = MultistepStarter.LengthFor(r, v);
        _starter = _method == IntegrationMethod.Multistep ? new MultistepStarter(_shortStep) : null;
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
                (t, r, v) = _method == IntegrationMethod.RungeKutta4 ? (stop, _teacher.Position, _teacher.Velocity) : (stop, _stepper.Position, _stepper.Velocity);
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
        if (_method == IntegrationMethod.RungeKutta4)
        {
            FixedSteps(t, r, v, end, track);
            return h;
        }

        double direction = Math.Sign(end - t), fine = double.PositiveInfinity;
        int sunlight = Restart(t, r, v, direction, partials);
        for (int count = 0; t != end; count++)
        {
            bool starting = MayStart(t, end);
            double wanted = starting ? Math.Min(fine, Math.Abs(_starter!.NextNode - t)) : h;
            double step = wanted >= Math.Abs(end - t) * (1 - 1e-12) ? end - t : direction * wanted;
            step = _shadows?.Limit(t, _stepper.Position, _stepper.Velocity, _stepper.Acceleration, step) ?? step;
            if (_environment.SunlightVersion != sunlight)
            {
                sunlight = _environment.SunlightVersion;
                _stepper.Restart();
                Begin(t, direction, partials);
                if (!starting && MayStart(t, end))
                {
                    // The shadow lies behind: this step must end at the first node, not beyond it.
                    continue;
                }
            }

            bool cut = Math.Abs(step) < wanted, node = starting && step == _starter!.NextNode - t;
            double loose = _stepper.Trial(step), error = loose * (starting ? _starter!.Tightening : _tightening);
            if (count > LongestRun || !(h > 1e-6))
            {
                throw new InvalidOperationException($"the orbit cannot be integrated beyond {t:g6} s: step {h:g3} s (does it meet the Earth?)");
            }

            bool leap = starting && !(error < 1) && loose < 1 && Math.Abs(step) <= MultistepStarter.Leap, accepted = error < 1 || leap;
            double next = Math.Abs(step) * (leap ? 6 : error < 1 ? Math.Clamp(0.9 * Math.Pow(error, -0.125), 0.333, 6.0)
                : double.IsFinite(error) ? Math.Clamp(0.9 * Math.Pow(error, -0.125), 0.2, 0.9) : 0.1);
            (h, fine) = starting ? (h, accepted && (cut || node) ? Math.Max(fine, next) : next) : (accepted && cut ? Math.Max(h, next) : next, fine);
            if (starting && ((!accepted && fine < 0.1 * MultistepStarter.Leap) || (leap && !_starter!.MayLeap())))
            {
                // What even short steps cannot follow tightly is left to the usual tolerance.
                _starter = null;
            }

            if (accepted)
            {
                t = Accept(t, step, step == end - t ? end : node ? _starter!.NextNode : t + step, track, partials);
                if (node && _starter is not null)
                {
                    _starter.Push(direction, _stepper.Acceleration, _acceleration.Faint);
                    partials?.PushPast();
                    if (_starter.CanGoOn() && Math.Abs(end - t) >= _starter.Length)
                    {
                        t = Multistep(t, end, track, partials);
                        sunlight = Restart(t, _multistep.Position, _multistep.Velocity, direction, partials);
                    }
                }
            }
        }

        return h;
    }

    /// <summary>Whether steps should end at nodes from here on, from which the multistep method begins.</summary>
    private bool MayStart(double t, double end) => _starter is not null && _environment.IsFullSun && _starter.Pays(Math.Abs(end - t));

    /// <summary>Begins at a state with nothing behind it; returns the version of the sunlight that its acceleration was made with.</summary>
    private int Restart(double t, Vector3d r, Vector3d v, double direction, VariationalTrack? partials)
    {
        _environment.SetSunlight(double.NaN);
        _stepper.Start(t, r, v);
        Begin(t, direction, partials);
        return _environment.SunlightVersion;
    }

    private void Begin(double t, double direction, VariationalTrack? partials)
    {
        partials?.Evaluate(0, _acceleration.Contexts);
        partials?.PushPast();
        _starter?.Restart(t, direction, _stepper.Acceleration, _acceleration.Faint);
    }

    /// <summary>Keeps the tried step and goes to its end. Short steps are interpolated from their ends, which costs no evaluation.</summary>
    private double Accept(double t, double step, double end, DenseTrack? track, VariationalTrack? partials)
    {
        if (track is not null && Math.Abs(step) <= _shortStep)
        {
            track.StartNodes(_stepper.Position, _stepper.Velocity, _stepper.Acceleration);
            track.AddNode(t, step, _stepper.NextPosition, _stepper.NextVelocity, _stepper.NextAcceleration);
        }
        else if (track is not null)
        {
            _stepper.FillDense(track.AddPolynomial(t, step));
        }

        partials?.Step(t, step, _acceleration.Contexts);
        _stepper.Accept(end);
        return end;
    }

    /// <summary>Fixed steps as long as sunlight, smoothness of the forces and the stretch allow; returns the time reached.</summary>
    private double Multistep(double t, double end, DenseTrack? track, VariationalTrack? partials)
    {
        double start = t, h = Math.CopySign(_starter!.Length, end - t);
        int sunlight = _environment.SunlightVersion, most = (int)Math.Min(int.MaxValue, Math.Floor(((end - t) / h) + 1e-9));
        _multistep.Start(t, h, _stepper.Position, _stepper.Velocity, _starter.Accelerations, _starter.Watched);
        track?.StartNodes(_multistep.Position, _multistep.Velocity, _multistep.Acceleration);
        partials?.StartSums(t, h);
        for (int n = 1; n <= most; n++)
        {
            if (_shadows is not null && (_shadows.Limit(t, _multistep.Position, _multistep.Velocity, _multistep.Acceleration, h) != h || _environment.SunlightVersion != sunlight))
            {
                break;
            }

            double next = start + (n * h);
            next = Math.Abs(end - next) < 1e-6 ? end : next;
            if (!_multistep.Step(next))
            {
                _starter.IsRough = true;
                break;
            }

            track?.AddNode(t, next - t, _multistep.Position, _multistep.Velocity, _multistep.Acceleration);
            partials?.StepSums(next, _acceleration.Contexts[0]);
            t = next;
        }

        partials?.LeaveSums();
        return t;
    }

    /// <summary>The whole stretch with steps of order 4, which end at shadows too.</summary>
    private void FixedSteps(double t, Vector3d r, Vector3d v, double end, DenseTrack? track)
    {
        double longest = TeachingStep * MultistepStarter.RadianAtPerigee(r, v);
        double h = (end - t) / Math.Ceiling(Math.Abs(end - t) / longest);
        _environment.SetSunlight(double.NaN);
        _teacher.Start(t, r, v);
        int sunlight = _environment.SunlightVersion;
        track?.StartNodes(r, v, _teacher.Acceleration);
        while (t != end)
        {
            double step = Math.Abs(end - t) <= 1.000001 * Math.Abs(h) ? end - t : h;
            step = _shadows?.Limit(t, _teacher.Position, _teacher.Velocity, _teacher.Acceleration, step) ?? step;
            if (_environment.SunlightVersion != sunlight)
            {
                sunlight = _environment.SunlightVersion;
                _teacher.Start(t, _teacher.Position, _teacher.Velocity);
                track?.StartNodes(_teacher.Position, _teacher.Velocity, _teacher.Acceleration);
            }

            double next = step == end - t ? end : t + step;
            _teacher.Step(step, next);
            track?.AddNode(t, step, _teacher.Position, _teacher.Velocity, _teacher.Acceleration);
            t = next;
        }
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
