using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>A filter for vehicles: position and velocity carried on from epoch to epoch, clocks solved anew at each.</summary>
/// <remarks>
/// State r, v; v walks at random with the acceleration's power. Pseudoranges and Doppler rates of an epoch give normal equations with every clock and the
/// drift eliminated, which are added to the inverse of the predicted covariance: the tight form of an extended Kalman filter with clocks of no memory,
/// so that jumps of the receiver's clock do no harm, and epochs with less than four satellites still help. [Brown12] 5 and 9. An epoch that contradicts the
/// prediction (its satellites agree, but lie beyond 6 sigma) starts the filter anew.
/// </remarks>
public sealed class KinematicReceiver : IReceiver
{
    /// <summary>Without a measurement for longer (s) the prediction is worth nothing.</summary>
    private const double LongestGap = 60.0;
    private const double FirstVelocitySigma = 30.0;
    private const double LargestInnovation = 6.0;

    private readonly SinglePointReceiver _single;
    private readonly EpochObservations _used = new();
    private readonly double _power;
    private readonly double[] _p = new double[36], _n = new double[36];
    private Epoch? _time;
    private Position<Itrf> _position;
    private Vector3d _velocity;

    /// <param name="states">Of the satellites.</param>
    /// <param name="options">Of the single positions that it rests on.</param>
    /// <param name="acceleration">Rms of the acceleration over a second, m/s^2: 1 for a ship, 3 for a car, 10 for an aircraft that turns.</param>
    public KinematicReceiver(ISatelliteStates states, ReceiverOptions options, double acceleration = 3.0)
    {
        _single = new SinglePointReceiver(states, options with { Velocity = true });
        _power = acceleration * acceleration;
    }

    public ObservationPreparation Preparation => _single.Preparation;

    public PreparedEpoch Prepared => _single.Prepared;

    public void Reset()
    {
        _time = null;
        _single.Reset();
    }

    public ReceiverFix Solve(ObservationEpoch observed)
    {
        ReceiverFix single = _single.Solve(observed);
        if (_time is not { } last || (observed.Time - last).TotalSeconds is <= 0 or > LongestGap)
        {
            return Start(single);
        }

        Predict((observed.Time - last).TotalSeconds);
        if (single.HasPosition && IsElsewhere(single))
        {
            return Start(single);
        }

        return Update(single);
    }

    private ReceiverFix Start(in ReceiverFix single)
    {
        if (single.Status != ReceiverStatus.Ok)
        {
            _time = null;
            return single;
        }

        bool moving = double.IsFinite(single.Velocity.X);
        (_time, _position, _velocity) = (single.Time, single.Position, moving ? single.Velocity : Vector3d.Zero);
        Array.Clear(_p);
        Set(_p, 0, single.Covariance);
        double variance = moving ? 0.1 * 0.1 : FirstVelocitySigma * FirstVelocitySigma;
        Set(_p, 3, new(variance, 0, 0, variance, 0, variance));
        return single;
    }

    private void Predict(double dt)
    {
        _position += dt * _velocity;
        double rr = _power * dt * dt * dt / 3.0, rv = _power * dt * dt / 2.0, vv = _power * dt;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double noise = i == j ? 1.0 : 0.0;
                _p[(6 * i) + j] += (dt * (_p[(6 * (i + 3)) + j] + _p[(6 * i) + j + 3])) + (dt * dt * _p[(6 * (i + 3)) + j + 3]) + (noise * rr);
            }
        }

        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double noise = i == j ? 1.0 : 0.0;
                _p[(6 * i) + j + 3] += (dt * _p[(6 * (i + 3)) + j + 3]) + (noise * rv);
                _p[(6 * (j + 3)) + i] = _p[(6 * i) + j + 3];
            }
        }

        for (int i = 3; i < 6; i++)
        {
            _p[(6 * i) + i] += vv;
        }
    }

    private bool IsElsewhere(in ReceiverFix single)
    {
        Vector3d d = single.Position - _position;
        Symmetric3 both = new(
            _p[0] + single.Covariance.Xx, _p[1] + single.Covariance.Xy, _p[2] + single.Covariance.Xz, _p[7] + single.Covariance.Yy, _p[8] + single.Covariance.Yz, _p[14] + single.Covariance.Zz);
        return single.Status == ReceiverStatus.Ok && both.TryInvert(out Symmetric3 inverse) && d.Dot(inverse * d) > LargestInnovation * LargestInnovation;
    }

    private ReceiverFix Update(in ReceiverFix single)
    {
        PreparedEpoch prepared = _single.Prepared;
        if (!single.HasPosition)
        {
            prepared.Look(_position, _single.Options);
        }

        _used.Fill(prepared);
        _time = single.Time;
        if (_used.Count == 0)
        {
            return single;
        }

        Span<NormalEquations.ClockSums> clocks = stackalloc NormalEquations.ClockSums[SinglePointSolver.MaximumClocks];
        NormalEquations normal = new(clocks);
        SinglePointSolver.Accumulate(_used.AsSpans(), _position, ref normal, unitWeights: false, _used.Residuals);
        normal.Reduce(out Symmetric3 ranges, out Vector3d range);
        VelocitySolver.Reduce(prepared, _used.Index, _position, _velocity, out Symmetric3 rates, out Vector3d rate);
        if (!SymmetricSix.TryInvert(_p, _n))
        {
            _time = null;
            return single;
        }

        AddTo(_n, 0, ranges);
        AddTo(_n, 3, rates);
        if (!SymmetricSix.TryInvert(_n, _p))
        {
            _time = null;
            return single;
        }

        Span<double> step = stackalloc double[6];
        ReadOnlySpan<double> right = [range.X, range.Y, range.Z, rate.X, rate.Y, rate.Z];
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                step[i] += _p[(6 * i) + j] * right[j];
            }
        }

        Vector3d moved = new(step[0], step[1], step[2]);
        _position += moved;
        _velocity += new Vector3d(step[3], step[4], step[5]);
        int reference = _used.Columns[0];
        foreach (int column in _used.Columns)
        {
            reference = Math.Min(reference, column);
        }

        Symmetric3 covariance = new(_p[0], _p[1], _p[2], _p[7], _p[8], _p[14]);
        return single with
        {
            Status = ReceiverStatus.Ok,
            Position = _position,
            Velocity = _velocity,
            Covariance = covariance,
            ClockOffset = normal.Clock(reference, moved) / PhysicalConstants.SpeedOfLight,
            ClockSigma = Math.Sqrt(normal.ClockVariance(reference, covariance)) / PhysicalConstants.SpeedOfLight,
            Satellites = _used.Count,
        };
    }

    private static void Set(double[] matrix, int at, Symmetric3 s)
    {
        Array.Clear(matrix, 6 * at, 18);
        AddTo(matrix, at, s);
    }

    private static void AddTo(double[] matrix, int at, Symmetric3 s)
    {
        ReadOnlySpan<double> values = [s.Xx, s.Xy, s.Xz, s.Xy, s.Yy, s.Yz, s.Xz, s.Yz, s.Zz];
        for (int i = 0; i < 9; i++)
        {
            matrix[(6 * (at + (i / 3))) + at + (i % 3)] += values[i];
        }
    }
}
