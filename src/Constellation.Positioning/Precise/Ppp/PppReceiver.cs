using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Precise point positioning behind the interface of all receivers. Positions are of the marker, or of the antenna reference point if told so.</summary>
/// <param name="states">Satellites.</param>
/// <param name="settings">For the antenna set up at a time: its calibration may change with it.</param>
/// <param name="who">Who measured the epoch read last.</param>
/// <param name="ofAntenna">Whether positions are of the antenna reference point.</param>
/// <param name="smooth">Whether a second pass from the end to the start is wanted: see <see cref="Smoothed"/>.</param>
public sealed class PppReceiver(IAntennaStates states, Func<ReceiverDescription, PppSettings> settings, Func<ReceiverDescription> who, bool ofAntenna, bool smooth = false) : IReceiver
{
    /// <summary>A position with a larger standard deviation in space counts as still converging, m.</summary>
    private const double Settled = 0.1;

    private readonly List<PppEpoch> _epochs = [];
    private readonly List<PppEpoch> _finished = [];
    private List<PppRecord> _records = [];
    private ReceiverDescription? _receiver;

    /// <summary>Whether rows are final only after <see cref="Smoothed"/>.</summary>
    public bool Smooths => smooth;

    /// <summary>The engine at work; null before the first epoch.</summary>
    public PppEngine? Engine { get; private set; }

    /// <summary>The last epoch that had a position.</summary>
    public PppEpoch? Last { get; private set; }

    public PppSettings? Settings { get; private set; }

    public PreparedEpoch Prepared { get; } = new();

    public ReceiverFix Solve(ObservationEpoch observed)
    {
        if (Engine is null)
        {
            _receiver = who();
            Settings = settings(_receiver);
            Engine = new PppEngine(states, Settings, _receiver) { Records = smooth ? _records : null };
        }

        PppEpoch epoch = Engine.Process(observed);
        if (smooth)
        {
            _epochs.Add(epoch);
        }

        return Fix(epoch);
    }

    /// <summary>The fixes of all epochs by what came before and after them; of each set-up of the antenna by itself.</summary>
    public IReadOnlyList<ReceiverFix> Smoothed()
    {
        FinishPass();
        return [.. _finished.Select(Fix)];
    }

    private ReceiverFix Fix(PppEpoch epoch)
    {
        if (epoch.Status != PppStatus.Ok)
        {
            return ReceiverFix.None(epoch.Time, Status(epoch.Status), epoch.Satellites);
        }

        Last = epoch;
        return new()
        {
            Time = epoch.Time,
            Status = Math.Sqrt(epoch.Covariance.Trace) > Settled ? ReceiverStatus.Converging : ReceiverStatus.Ok,
            Position = PointOf(epoch.Marker),
            ClockOffset = epoch.Clocks.Count > 0 ? epoch.Clocks[0].Offset : double.NaN,
            ClockSigma = epoch.Clocks.Count > 0 ? epoch.Clocks[0].Sigma : double.NaN,
            Dop = epoch.Dop,
            Covariance = epoch.Covariance,
            Velocity = new(double.NaN, double.NaN, double.NaN),
            ClockDrift = double.NaN,
            Satellites = epoch.Satellites,
            ResidualRms = epoch.PhaseRms,
        };
    }

    /// <summary>The point that positions are of, by that of the marker.</summary>
    public Position<Itrf> PointOf(Position<Itrf> marker) => ofAntenna && _receiver is { } receiver
        ? marker + new TopocentricFrame(marker).FromLocal(new(receiver.AntennaDelta.East, receiver.AntennaDelta.North, receiver.AntennaDelta.Up))
        : marker;

    public void Reset()
    {
        FinishPass();
        Engine = null;
    }

    private void FinishPass()
    {
        if (smooth && Settings is not null && _receiver is not null && _epochs.Count > 0)
        {
            _finished.AddRange(PppSmoother.Smooth(states, Settings, _receiver, _epochs, _records));
        }

        _epochs.Clear();
        _records = [];
    }

    private static ReceiverStatus Status(PppStatus status) => status switch
    {
        PppStatus.NoObservations => ReceiverStatus.NoObservations,
        PppStatus.NoEphemeris => ReceiverStatus.NoEphemeris,
        PppStatus.TooFewSatellites => ReceiverStatus.TooFewSatellites,
        _ => ReceiverStatus.NotConverged,
    };
}
