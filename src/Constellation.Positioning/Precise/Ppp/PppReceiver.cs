using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Precise point positioning behind the interface of all receivers. Positions are of the marker, or of the antenna reference point if told so.</summary>
/// <param name="states">Satellites.</param>
/// <param name="settings">For the antenna set up at a time: its calibration may change with it.</param>
/// <param name="who">Who measured the epoch read last.</param>
/// <param name="ofAntenna">Whether positions are of the antenna reference point.</param>
public sealed class PppReceiver(IAntennaStates states, Func<ReceiverDescription, PppSettings> settings, Func<ReceiverDescription> who, bool ofAntenna) : IReceiver
{
    /// <summary>A position with a larger standard deviation in space counts as still converging, m.</summary>
    private const double Settled = 0.1;

    private ReceiverDescription? _receiver;

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
            Engine = new PppEngine(states, Settings, _receiver);
        }

        PppEpoch epoch = Engine.Process(observed);
        if (epoch.Status != PppStatus.Ok)
        {
            return ReceiverFix.None(observed.Time, Status(epoch.Status), epoch.Satellites);
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

    public void Reset() => Engine = null;

    private static ReceiverStatus Status(PppStatus status) => status switch
    {
        PppStatus.NoObservations => ReceiverStatus.NoObservations,
        PppStatus.NoEphemeris => ReceiverStatus.NoEphemeris,
        PppStatus.TooFewSatellites => ReceiverStatus.TooFewSatellites,
        _ => ReceiverStatus.NotConverged,
    };
}
