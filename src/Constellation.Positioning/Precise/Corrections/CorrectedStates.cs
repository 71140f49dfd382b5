using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Broadcast messages with the corrections of a service, which are simulated: precise product minus broadcast, late and quantised as the service has them.</summary>
/// <remarks>
/// <para>Corrections are along, across and radial to the Earth-fixed velocity, as the interface documents say, and are added. Those of the orbit lead to the
/// phase centre of the product's ionosphere-free pair, those of the clock to the product's clock: differences of group delays are in them, so codes and their
/// biases are those of the product. A satellite without a product, or whose correction does not fit into the service's bits, is not usable.</para>
/// <para>The errors of real services, decimetres of their real-time estimation, are not in this: it shows what interval, latency and quantisation cost.</para>
/// </remarks>
public sealed class CorrectedStates : IAntennaStates
{
    private readonly BroadcastStates _broadcast;
    private readonly PreciseStates _precise;
    private readonly CorrectionService _service;
    private readonly Dictionary<SatelliteId, (Epoch Orbit, Epoch Clock, SatelliteCorrection? Correction)> _last = [];
    private readonly Dictionary<SatelliteId, YawLaw> _laws = [];

    public CorrectedStates(BroadcastStates broadcast, PreciseStates precise, CorrectionService service) => (_broadcast, _precise, _service) = (broadcast, precise, service);

    public CorrectionService Service => _service;

    public IEarthOrientation Earth => _precise.Earth;

    public bool TryAt(SatelliteId satellite, Epoch transmission, Epoch reception, out TransmitterState state)
    {
        state = default;
        if (!_service.Systems.Contains(satellite.System) || Correction(satellite, reception) is not { } correction ||
            !_broadcast.TryAt(satellite, transmission, correction.MessageEpoch, out TransmitterState broadcast))
        {
            return false;
        }

        (Vector3d radial, Vector3d along, Vector3d cross) = Axes(broadcast);
        state = broadcast with
        {
            Position = broadcast.Position + (correction.Radial * radial) + (correction.Along * along) + (correction.Cross * cross),
            ClockOffset = broadcast.ClockOffset + (correction.Clock / PhysicalConstants.SpeedOfLight),
            RangeSigma = _service.QuantisationSigma,
            Message = null,
        };
        return true;
    }

    /// <summary>Positions are of the phase centre already.</summary>
    public TransmitAntenna AntennaOf(SatelliteId satellite, Epoch epoch) => s_none;

    private static readonly TransmitAntenna s_none = TransmitAntenna.OfPair(AntennaOffset.Unknown);

    public BodyAxes Axes(SatelliteId satellite, Epoch epoch, in TransmitterState state, in EarthRotation earth, Position<Gcrf> sun)
    {
        if (!_laws.TryGetValue(satellite, out YawLaw? law))
        {
            _laws[satellite] = law = SatelliteProperties.Covers(satellite) ? SatelliteProperties.For(satellite, epoch).Attitude : NominalYaw.Instance;
        }

        Matrix3d m = earth.GcrfToItrf, back = m.Transpose();
        Vector3d velocity = state.Velocity + earth.AngularVelocityItrf.Cross(state.Position.Vector);
        BodyAxes axes = law.At(back * state.Position.Vector, back * velocity, sun.Vector);
        return new(m * axes.X, m * axes.Y, m * axes.Z);
    }

    /// <summary>The correction that a user has at an epoch: the newest of orbit and clock that have arrived, of one message.</summary>
    private SatelliteCorrection? Correction(SatelliteId satellite, Epoch now)
    {
        Epoch orbitAt = Newest(now, _service.OrbitInterval), clockAt = Newest(now, _service.ClockInterval);
        if (_last.TryGetValue(satellite, out (Epoch Orbit, Epoch Clock, SatelliteCorrection? Correction) known) && known.Orbit == orbitAt && known.Clock == clockAt)
        {
            return known.Correction;
        }

        // The clock goes with the message of the orbit: one issue of data for both.
        SatelliteCorrection? correction = null;
        if (TryDifference(satellite, orbitAt, orbitAt, out Vector3d orbit, out _) && TryDifference(satellite, clockAt, orbitAt, out _, out double clock))
        {
            SatelliteCorrection made = new(
                orbitAt, CorrectionService.Quantise(orbit.X, _service.RadialStep, _service.RadialBits), CorrectionService.Quantise(orbit.Y, _service.AlongStep, _service.AlongBits),
                CorrectionService.Quantise(orbit.Z, _service.AlongStep, _service.AlongBits), CorrectionService.Quantise(clock, _service.ClockStep, _service.ClockBits));
            correction = double.IsNaN(made.Radial + made.Along + made.Cross + made.Clock) ? null : made;
        }

        _last[satellite] = (orbitAt, clockAt, correction);
        return correction;
    }

    private Epoch Newest(Epoch now, double interval)
    {
        (int week, Duration time) = (now - Duration.FromSeconds(_service.Latency)).ToGps();
        return Epoch.FromGps(week, Duration.FromSeconds(Math.Floor(time.TotalSeconds / interval) * interval));
    }

    /// <summary>Precise minus broadcast: radial, along and across (m), and the clock (m).</summary>
    private bool TryDifference(SatelliteId satellite, Epoch epoch, Epoch messageEpoch, out Vector3d orbit, out double clock)
    {
        (orbit, clock) = (default, 0);
        if (!_broadcast.TryAt(satellite, epoch, messageEpoch, out TransmitterState broadcast) || broadcast.Message is { Healthy: false } ||
            !_precise.TryAt(satellite, epoch, epoch, out TransmitterState precise))
        {
            return false;
        }

        (char first, char second) = Pair(satellite.System);
        IonosphereFree free = new(Carriers.Frequency(satellite.System, first), Carriers.Frequency(satellite.System, second));
        TransmitAntenna antenna = _precise.AntennaOf(satellite, epoch);
        Vector3d offset = (free.A * antenna.Offset(first)) - (free.B * antenna.Offset(second));
        Vector3d difference = precise.Position.Vector + _precise.Axes(satellite, epoch, precise).ToGcrf(offset) - broadcast.Position.Vector;
        (Vector3d radial, Vector3d along, Vector3d cross) = Axes(broadcast);
        orbit = new(difference.Dot(radial), difference.Dot(along), difference.Dot(cross));
        clock = PhysicalConstants.SpeedOfLight * (precise.ClockOffset - broadcast.ClockOffset);
        return true;
    }

    private static (char First, char Second) Pair(GnssSystem system) => system switch
    {
        GnssSystem.Galileo => ('1', '5'),
        GnssSystem.BeiDou => ('2', '6'),
        _ => ('1', '2'),
    };

    private static (Vector3d Radial, Vector3d Along, Vector3d Cross) Axes(in TransmitterState state)
    {
        Vector3d along = state.Velocity.Unit(), cross = state.Position.Vector.Cross(state.Velocity).Unit();
        return (along.Cross(cross), along, cross);
    }
}
