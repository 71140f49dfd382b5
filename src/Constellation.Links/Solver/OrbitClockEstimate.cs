using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Orbit and clock of one satellite as the control segment estimates them, with the uncertainty that it claims.</summary>
public sealed class OrbitClockEstimate
{
    /// <summary>Position, velocity (GCRF), clock phase, frequency, drift.</summary>
    public const int Size = 9;

    private readonly double[] _covariance;

    internal OrbitClockEstimate(SatelliteId satellite, StateVector state, ClockState clock, double drift, double[] covariance) =>
        (Satellite, State, Clock, ClockDrift, _covariance) = (satellite, state, clock, drift, covariance);

    public SatelliteId Satellite { get; }

    public Epoch Epoch => State.Epoch;

    /// <summary>On GCRF axes.</summary>
    public StateVector State { get; }

    public ClockState Clock { get; }

    /// <summary>Rate of the fractional frequency, 1/s.</summary>
    public double ClockDrift { get; }

    /// <summary>Row by row, <see cref="Size"/> squared: m and m/s, the clock as c x (m), c y (m/s), c d (m/s^2).</summary>
    public ReadOnlySpan<double> Covariance => _covariance;

    public double SigmaRadial => SigmaAlong(Axes.Radial);

    public double SigmaAlongTrack => SigmaAlong(Axes.Along);

    public double SigmaCross => SigmaAlong(Axes.Cross);

    /// <summary>m.</summary>
    public double SigmaClock => Math.Sqrt(_covariance[(6 * Size) + 6]);

    private OrbitAxes Axes => OrbitAxes.Of(State.Position, State.Velocity);

    private double SigmaAlong(Vector3d u)
    {
        double[] c = _covariance;
        Matrix3d p = new(c[0], c[1], c[2], c[9], c[10], c[11], c[18], c[19], c[20]);
        return Math.Sqrt(u.Dot(p * u));
    }
}
