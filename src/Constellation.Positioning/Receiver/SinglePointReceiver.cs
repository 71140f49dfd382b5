using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Positions epoch by epoch from pseudoranges: the single-point engine for files and simulations.</summary>
/// <remarks>
/// Every epoch: prepare, look from where the receiver was, solve, look again from where it is (delays depend on elevation and height), test,
/// leave out faults and look again, weigh outliers down. Nothing but the place to look from carries over, so a gap or a jump of the receiver's clock does no harm.
/// Allocates nothing per epoch. Not for two threads at once.
/// </remarks>
public sealed class SinglePointReceiver : IReceiver
{
    /// <summary>The sum of residuals is judged by Huber's weights: full to this many sigmas, then falling as 1 / |r|.</summary>
    private const double HuberLimit = 1.5;
    private const int RobustRounds = 3;

    private const int MostLooks = 8;

    /// <summary>Above it the solution may lie where delays and masks are wrong, m.</summary>
    private const double LargestSound = 50.0;

    private readonly ReceiverOptions _options;
    private readonly ObservationPreparation _preparation;
    private readonly EpochObservations _used = new();
    private readonly ConsistencyTest _test;
    private readonly double[] _fullSigma = new double[256];
    private readonly HatchSmoother? _smoother;
    private Position<Itrf>? _last;

    public SinglePointReceiver(ISatelliteStates states, ReceiverOptions options)
    {
        _options = options;
        _preparation = new ObservationPreparation(states, options);
        _test = new ConsistencyTest(options.FalseAlarm);
        _smoother = options.SmoothingTime > 0 ? new HatchSmoother(options.SmoothingTime) : null;
    }

    public ReceiverOptions Options => _options;

    public ObservationPreparation Preparation => _preparation;

    /// <summary>The satellites of the epoch solved last, with their use and delays.</summary>
    public PreparedEpoch Prepared { get; } = new();

    /// <summary>Index in <see cref="Prepared"/> of every satellite used in the epoch solved last.</summary>
    public ReadOnlySpan<int> Used => _used.Index;

    /// <summary>Residuals (m) of <see cref="Used"/>.</summary>
    public ReadOnlySpan<double> Residuals => _used.Residuals;

    /// <summary>Receiver clock of each of <see cref="ClockColumns"/> in the epoch solved last, s; NaN for systems without satellites.</summary>
    public double[] Clocks { get; } = new double[ClockColumns.Count];

    /// <summary>Forgets where the receiver was.</summary>
    public void Reset()
    {
        _last = null;
        _smoother?.Reset();
    }

    public ReceiverFix Solve(ObservationEpoch observed)
    {
        Prepare(observed);
        return Solve();
    }

    internal void Prepare(ObservationEpoch observed)
    {
        _preparation.Prepare(observed, Prepared);
        _smoother?.Smooth(observed, Prepared);
    }

    /// <summary>Solves what <see cref="Prepared"/> holds.</summary>
    internal ReceiverFix Solve()
    {
        Array.Fill(Clocks, double.NaN);
        if (Prepared.Count == 0)
        {
            return ReceiverFix.None(Prepared.Time, Prepared.Rejected(Rejection.NoEphemeris) > 0 ? ReceiverStatus.NoEphemeris : ReceiverStatus.NoObservations, 0);
        }

        if ((_options.FixedPosition ?? _last) is not { } place)
        {
            _used.FillRough(Prepared);
            SinglePointFix rough = SinglePointSolver.Solve(_used.AsSpans(), SinglePointSolver.FirstGuess(_used.AsSpans()));
            place = rough.Position;
            if (rough.Status != FixStatus.Ok && !(CanSearch && GrossFaults.TryPlace(Prepared, _used, out place)))
            {
                return Unsolved(rough.Status, rough.Satellites);
            }
        }

        SinglePointFix fix = SolveFrom(place, out bool settled);
        if (CanSearch && _options.FixedPosition is null && (!settled || LargestResidual() > LargestSound)
            && GrossFaults.TryPlace(Prepared, _used, out Position<Itrf> clean))
        {
            fix = SolveFrom(clean, out _);
        }

        if (fix.Status != FixStatus.Ok && _last is not null && _options.FixedPosition is null)
        {
            // The receiver may be elsewhere than it was.
            _last = null;
            ForgetFaults();
            return Solve();
        }

        if (fix.Status != FixStatus.Ok)
        {
            return Unsolved(fix.Status, fix.Satellites);
        }

        return Judge(fix);
    }

    /// <summary>Whether faults can be told, and are to be left out.</summary>
    private bool CanSearch => _options.MostFaults > 0 && _test.FalseAlarm > 0;

    /// <summary>Solves and looks again until the place looked from is the place found.</summary>
    /// <param name="place">Where to look from first.</param>
    /// <param name="settled">Whether that came to an end.</param>
    private SinglePointFix SolveFrom(Position<Itrf> place, out bool settled)
    {
        SinglePointFix fix = default;
        settled = false;
        for (int look = 0; look < MostLooks && !settled; look++)
        {
            Prepared.Look(place, _options);
            _used.Fill(Prepared);
            fix = SolveOnce(place);
            if (fix.Status != FixStatus.Ok)
            {
                break;
            }

            settled = (fix.Position - place).NormSquared < _options.LookAgain * _options.LookAgain;
            place = fix.Position;
        }

        return fix;
    }

    private ReceiverFix Judge(SinglePointFix fix)
    {
        bool consistent = IsConsistent();
        for (int found = 0; !consistent && found < _options.MostFaults && _used.Count - 1 > Unknowns(); found++)
        {
            (int worst, double w) = FaultSearch.Worst(_used.AsSpans(), fix.Position, fix.Covariance, _used.Residuals);
            if (worst < 0 || w < _test.LargestNormal)
            {
                break;
            }

            Prepared[_used.Index[worst]].Faulty = true;
            SinglePointFix without = SolveFrom(fix.Position, out _);
            if (without.Status != FixStatus.Ok)
            {
                return Unsolved(without.Status, without.Satellites);
            }

            fix = without;
            consistent = IsConsistent();
        }

        if (consistent && Faults() > 1)
        {
            fix = TakeBack(fix);
        }

        if (_options.Robust)
        {
            fix = SolveRobustly(fix);
        }

        if (!(fix.Dop.Gdop <= _options.LargestGdop))
        {
            return Unsolved(ReceiverStatus.PoorGeometry, fix.Satellites);
        }

        _last = fix.Position;
        if (!consistent && !_options.KeepInconsistent)
        {
            return Unsolved(ReceiverStatus.Inconsistent, fix.Satellites);
        }

        Vector3d velocity = new(double.NaN, double.NaN, double.NaN);
        double drift = double.NaN;
        if (_options.Velocity)
        {
            VelocitySolver.TrySolve(Prepared, _used.Index, fix.Position, out velocity, out drift);
        }

        _used.TellResiduals(Prepared);
        return new ReceiverFix
        {
            Time = Prepared.Time,
            Status = consistent ? ReceiverStatus.Ok : ReceiverStatus.Inconsistent,
            Position = fix.Position,
            ClockOffset = fix.ClockOffset,
            ClockSigma = fix.ClockSigma,
            Dop = fix.Dop,
            Covariance = fix.Covariance,
            Velocity = velocity,
            ClockDrift = drift,
            Satellites = fix.Satellites,
            Faults = Faults(),
            ResidualRms = Math.Sqrt(ConsistencyTest.SumOfSquares(_used.Residuals) / _used.Count),
        };
    }

    /// <summary>Where several were at fault a sound one may have been taken for one of them: what agrees with the rest is used after all.</summary>
    private SinglePointFix TakeBack(SinglePointFix fix)
    {
        for (int i = 0; i < Prepared.Count; i++)
        {
            if (!Prepared[i].Faulty)
            {
                continue;
            }

            Prepared[i].Faulty = false;
            SinglePointFix with = SolveFrom(fix.Position, out bool settled);
            if (settled && IsConsistent() && FaultSearch.Worst(_used.AsSpans(), with.Position, with.Covariance, _used.Residuals).W < _test.LargestNormal)
            {
                fix = with;
                continue;
            }

            Prepared[i].Faulty = true;
        }

        return SolveFrom(fix.Position, out _);
    }

    /// <summary>Satellites that would be used if they were not at fault.</summary>
    private int Faults()
    {
        int faults = 0;
        foreach (ref PreparedSatellite s in Prepared.Satellites)
        {
            faults += s.Rejection == Rejection.Fault ? 1 : 0;
        }

        return faults;
    }

    private void ForgetFaults()
    {
        foreach (ref PreparedSatellite s in Prepared.Satellites)
        {
            s.Faulty = false;
        }
    }

    private double LargestResidual()
    {
        double largest = 0;
        foreach (double residual in _used.Residuals)
        {
            largest = Math.Max(largest, Math.Abs(residual));
        }

        return largest;
    }

    private bool IsConsistent() => _test.Passes(ConsistencyTest.SumOfSquares(_used.Residuals, _used.Sigma), _used.Count - Unknowns());

    /// <summary>[Huber64]: the sigma of what lies beyond the limit is stretched until the weighted residual stops growing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SinglePointFix SolveRobustly(SinglePointFix fix)
    {
        int n = _used.Count;
        if (n > _fullSigma.Length || n <= Unknowns())
        {
            return fix;
        }

        _used.Sigma.CopyTo(_fullSigma);
        for (int round = 0; round < RobustRounds; round++)
        {
            bool changed = false;
            for (int i = 0; i < n; i++)
            {
                double v = Math.Abs(_used.Residuals[i]) / _fullSigma[i];
                double stretched = v > HuberLimit ? _fullSigma[i] * Math.Sqrt(v / HuberLimit) : _fullSigma[i];
                changed |= Math.Abs(stretched - _used.Sigma[i]) > 0.05 * stretched;
                _used.Sigma[i] = stretched;
            }

            if (!changed)
            {
                break;
            }

            SinglePointFix next = SolveOnce(fix.Position);
            if (next.Status != FixStatus.Ok)
            {
                break;
            }

            fix = next;
        }

        return fix;
    }

    private SinglePointFix SolveOnce(Position<Itrf> place) => _options.FixedPosition is null
        ? SinglePointSolver.Solve(_used.AsSpans(), place, Clocks, _used.Residuals)
        : SinglePointSolver.SolveClocks(_used.AsSpans(), place, Clocks, _used.Residuals);

    /// <summary>Coordinates, if they are not known, and clocks.</summary>
    private int Unknowns() => GrossFaults.Clocks(_used.Columns) + (_options.FixedPosition is null ? 3 : 0);

    private ReceiverFix Unsolved(FixStatus status, int satellites) => Unsolved(
        status switch
        {
            FixStatus.TooFewSatellites => Prepared.Rejected(Rejection.NoEphemeris) > Prepared.Count ? ReceiverStatus.NoEphemeris : ReceiverStatus.TooFewSatellites,
            FixStatus.SingularGeometry => ReceiverStatus.SingularGeometry,
            _ => ReceiverStatus.NotConverged,
        },
        satellites);

    private ReceiverFix Unsolved(ReceiverStatus status, int satellites)
    {
        Array.Fill(Clocks, double.NaN);
        return ReceiverFix.None(Prepared.Time, status, satellites);
    }
}
