using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>A test's own truth: two-body and J2, with drawn Gauss-Markov accelerations if asked, integrated by Runge-Kutta in steps of 60 s.</summary>
/// <remarks>Between nodes the quintic through position, velocity and acceleration of both: 3e-10 m for medium orbits.</remarks>
internal sealed class IntegratedOrbit : IOrbit
{
    public const double Step = 60;
    private readonly Epoch _start;
    private readonly Vector3d[] _r, _v, _a;

    /// <param name="start">First epoch.</param>
    /// <param name="position">There, GCRF.</param>
    /// <param name="velocity">There, GCRF.</param>
    /// <param name="length">Length, s.</param>
    /// <param name="noise">Unmodelled accelerations, or null.</param>
    /// <param name="draws">Their random numbers.</param>
    public IntegratedOrbit(Epoch start, Vector3d position, Vector3d velocity, double length, AccelerationNoise? noise = null, RandomDraws draws = default)
    {
        int nodes = (int)Math.Ceiling(length / Step) + 1;
        (_start, _r, _v, _a) = (start, new Vector3d[nodes], new Vector3d[nodes], new Vector3d[nodes]);
        (Vector3d r, Vector3d v, Vector3d push) = (position, velocity, default);
        double kept = noise is { } m ? Math.Exp(-Step / m.CorrelationTime) : 0;
        for (int i = 0; i < nodes; i++)
        {
            if (noise is { } n)
            {
                double fresh = i == 0 ? 1 : Math.Sqrt(1 - (kept * kept));
                Vector3d drawn = new(n.Radial * draws.NormalAt(3 * (ulong)i), n.Along * draws.NormalAt((3 * (ulong)i) + 1), n.Cross * draws.NormalAt((3 * (ulong)i) + 2));
                push = (kept * push) + (fresh * drawn);
            }

            Vector3d Force(Vector3d x, Vector3d y) => ForceGradient.Acceleration(x) + OrbitAxes.Of(x, y).Compose(push.X, push.Y, push.Z);
            (_r[i], _v[i], _a[i]) = (r, v, Force(r, v));
            Vector3d k1 = _a[i], v2 = v + (Step / 2 * k1), k2 = Force(r + (Step / 2 * v), v2);
            Vector3d v3 = v + (Step / 2 * k2), k3 = Force(r + (Step / 2 * v2), v3), v4 = v + (Step * k3), k4 = Force(r + (Step * v3), v4);
            (r, v) = (r + (Step / 6 * (v + (2 * v2) + (2 * v3) + v4)), v + (Step / 6 * (k1 + (2 * k2) + (2 * k3) + k4)));
        }
    }

    /// <summary>The noise-free orbit through a state within the span: begun as many whole steps before it as the span needs, found by integrating backward.</summary>
    public static IntegratedOrbit Around(StateVector state, EpochSpan span)
    {
        double back = Math.Ceiling((state.Epoch - span.First).TotalSeconds / Step) * Step;

        // Backward in time is forward with the velocity turned: attraction does not depend on it.
        StateVector earlier = new IntegratedOrbit(state.Epoch, state.Position, -state.Velocity, back + Step).At(state.Epoch + Duration.FromSeconds(back));
        return new(state.Epoch - Duration.FromSeconds(back), earlier.Position, -earlier.Velocity, back + (span.Last - state.Epoch).TotalSeconds);
    }

    public ReferenceFrame Frame => ReferenceFrame.Gcrf;

    public EpochSpan Validity => new(_start, _start + Duration.FromSeconds(Step * (_r.Length - 1)));

    public StateVector At(Epoch epoch)
    {
        double t = (epoch - _start).TotalSeconds / Step;
        int i = Math.Clamp((int)t, 0, _r.Length - 2);
        double s = t - i, h = Step;
        Vector3d p0 = _r[i], p1 = h * _v[i], p2 = h * h / 2 * _a[i];
        Vector3d d0 = _r[i + 1] - p0 - p1 - p2, d1 = (h * _v[i + 1]) - p1 - (2 * p2), d2 = (h * h * _a[i + 1]) - (2 * p2);
        Vector3d p3 = (10 * d0) - (4 * d1) + (0.5 * d2), p4 = (-15 * d0) + (7 * d1) - d2, p5 = (6 * d0) - (3 * d1) + (0.5 * d2);
        Vector3d r = p0 + (s * (p1 + (s * (p2 + (s * (p3 + (s * (p4 + (s * p5)))))))));
        Vector3d v = (p1 + (s * ((2 * p2) + (s * ((3 * p3) + (s * ((4 * p4) + (s * 5 * p5)))))))) / h;
        return new(epoch, ReferenceFrame.Gcrf, r, v);
    }
}
