using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Positions from codes corrected by those of a base at known coordinates: what both see alike of orbits, clocks and atmosphere cancels.</summary>
/// <remarks>
/// The base's residual of a satellite, its clocks solved for with the coordinates held, is taken off the rover's pseudorange of the same signals [Kaplan06] 8.2.
/// Satellites that the base has not are not used. Models of the atmosphere are applied at both ends, so that the difference of height and place counts.
/// </remarks>
public sealed class DifferentialReceiver : IReceiver
{
    private readonly SinglePointReceiver _rover;
    private readonly SinglePointReceiver _base;
    private readonly IObservationSource _source;
    private readonly Duration _oldest;
    private readonly Dictionary<(SatelliteId Satellite, SignalPair Signals), double> _corrections = [];
    private ObservationEpoch _current = new(), _next = new();
    private bool _hasCurrent, _hasNext, _ended;
    private Epoch? _solved;

    /// <param name="states">For both ends.</param>
    /// <param name="options">For both ends; the ionosphere by a model or free, not weighted.</param>
    /// <param name="source">Of the base; read as time goes on.</param>
    /// <param name="place">Of the base's antenna.</param>
    /// <param name="oldest">Base epochs farther away are not used.</param>
    public DifferentialReceiver(ISatelliteStates states, ReceiverOptions options, IObservationSource source, Position<Itrf> place, Duration oldest)
    {
        _rover = new SinglePointReceiver(states, options with { Weights = new DifferentialWeights(options.Weights) });
        _base = new SinglePointReceiver(states, options with { FixedPosition = place, Robust = false, FalseAlarm = 0, Velocity = false });
        (_source, _oldest) = (source, oldest);
        _base.Preparation.GlonassChannels = source.Receiver.GlonassChannels;
    }

    public ObservationPreparation Preparation => _rover.Preparation;

    public PreparedEpoch Prepared => _rover.Prepared;

    /// <summary>Base epoch minus rover epoch of the corrections used last, s.</summary>
    public double Age { get; private set; }

    public void Reset() => _rover.Reset();

    public ReceiverFix Solve(ObservationEpoch observed)
    {
        _rover.Prepare(observed);
        if (!TryCorrections(observed.Time))
        {
            return ReceiverFix.None(observed.Time, ReceiverStatus.NoBase, 0);
        }

        PreparedEpoch prepared = _rover.Prepared;
        for (int i = prepared.Count - 1; i >= 0; i--)
        {
            ref PreparedSatellite s = ref prepared[i];
            if (_corrections.TryGetValue((s.Id, s.Signals.Signals), out double correction))
            {
                s.Range1 -= correction;
                s.Range2 -= correction;
            }
            else
            {
                prepared.RemoveAt(i);
            }
        }

        return _rover.Solve();
    }

    /// <summary>Corrections of the base epoch nearest to an epoch; false if none is near enough.</summary>
    private bool TryCorrections(Epoch epoch)
    {
        _hasCurrent = _hasCurrent || TryRead(ref _current);
        while (_hasCurrent)
        {
            _hasNext = _hasNext || TryRead(ref _next);
            if (!_hasNext || Distance(_next.Time, epoch) > Distance(_current.Time, epoch))
            {
                break;
            }

            (_current, _next, _hasNext) = (_next, _current, false);
        }

        if (!_hasCurrent || Distance(_current.Time, epoch) > _oldest)
        {
            return false;
        }

        Age = (_current.Time - epoch).TotalSeconds;
        if (_solved != _current.Time)
        {
            _solved = _current.Time;
            _corrections.Clear();
            if (_base.Solve(_current).Status == ReceiverStatus.Ok)
            {
                for (int i = 0; i < _base.Used.Length; i++)
                {
                    PreparedSatellite s = _base.Prepared[_base.Used[i]];
                    _corrections[(s.Id, s.Signals.Signals)] = _base.Residuals[i];
                }
            }
        }

        return _corrections.Count > 0;
    }

    private bool TryRead(ref ObservationEpoch epoch)
    {
        _ended = _ended || !_source.TryRead(epoch);
        return !_ended;
    }

    private static Duration Distance(Epoch a, Epoch b) => a > b ? a - b : b - a;
}
