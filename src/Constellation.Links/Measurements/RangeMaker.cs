using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Makes single pseudoranges from truth, term by term, around the epoch to which it was taken last.</summary>
internal sealed class RangeMaker
{
    private readonly LinkSystem _system;
    private readonly LinkTruth _truth;
    private readonly RangeNoise _noise;

    /// <summary>All nodes at the epoch, where any payload's noise comes from its link budget.</summary>
    private readonly LinkScene? _scene;
    private readonly TerminalDelays?[] _delays;
    private readonly (AntennaPattern Transmit, AntennaPattern Receive)?[] _patterns;
    private readonly Vector3d[] _arms;
    private readonly LocalTrack[] _tracks, _terminals;
    private readonly Func<int, int, double> _troposphere;
    private Epoch _epoch;

    /// <param name="system">Who takes part.</param>
    /// <param name="truth">Orbits and clocks.</param>
    /// <param name="faults">What is wrong on purpose.</param>
    /// <param name="troposphere">Slant residual of a station (node) to a satellite, m.</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <param name="run">Of the random numbers.</param>
    public RangeMaker(LinkSystem system, LinkTruth truth, LinkFaults faults, Func<int, int, double> troposphere, ulong seed, uint run)
    {
        (_system, _truth, _troposphere) = (system, truth, troposphere);
        _noise = new RangeNoise(system, faults, seed, run);
        _scene = system.Satellites.Any(s => s.Payload is { NoiseFromBudget: true }) ? new LinkScene(system) : null;
        int nodes = system.NodeCount;
        (_tracks, _terminals, _arms) = (new LocalTrack[nodes], new LocalTrack[nodes], new Vector3d[nodes]);
        (_delays, _patterns) = (new TerminalDelays?[nodes], new (AntennaPattern, AntennaPattern)?[nodes]);
        for (int n = 0; n < nodes; n++)
        {
            if (system.PayloadOf(n) is not { } payload)
            {
                continue;
            }

            bool satellite = !system.IsStation(n);
            _delays[n] = new TerminalDelays(seed, run, system.Entity(n), payload, satellite, faults.Of(system, n));
            if (satellite)
            {
                LinkRangingErrors errors = payload.Errors;
                _arms[n] = TrueArm(errors, new RandomDraws(seed, run, system.Entity(n), NoisePurpose.LinkPhaseCentre));
                _patterns[n] = errors.PatternPeak > 0 ? AntennaPattern.Draw(new RandomDraws(seed, run, system.Entity(n), NoisePurpose.LinkPattern), errors.PatternPeak) : null;
            }
        }
    }

    /// <summary>Motion of the centres of mass around the epoch.</summary>
    public ReadOnlySpan<LocalTrack> Tracks => _tracks;

    /// <summary>Takes tracks, delays and mounts to an epoch, <paramref name="elapsed"/> seconds after the last one.</summary>
    public void Advance(Epoch epoch, double elapsed)
    {
        _epoch = epoch;
        Vector3d sun = _system.NeedsSun ? Sun.PositionGcrf(epoch).Vector : default;
        for (int n = 0; n < _tracks.Length; n++)
        {
            bool station = _system.IsStation(n);
            _tracks[n] = station ? LocalTrack.Of(_system.Station(n), _truth.Earth, epoch) : LocalTrack.Of(_truth.Orbits[n], epoch);
            _terminals[n] = _tracks[n].With(station || _system.Satellites[n] is not { Payload.Errors: { NeedsAttitude: true } errors } satellite
                ? null
                : new TerminalMount(_arms[n], satellite.Attitude, sun, errors.Eccentricity));
            SolarGeometry? geometry = station || sun == default ? null : SolarGeometry.Of(_tracks[n].CentreAt(0), _tracks[n].VelocityAt(0), sun);
            _delays[n]?.Advance(epoch, elapsed, geometry);
        }

        if (_scene is not null)
        {
            LocalTrack[] satellites = _tracks[.._system.Satellites.Count];
            EarthRotation rotation = _truth.Earth.At(epoch);
            _scene.Set([.. satellites.Select(t => t.CentreAt(0))], [.. satellites.Select(t => t.VelocityAt(0))], [.. _system.Stations.Select(s => s.At(rotation))], Sun.PositionGcrf(epoch).Vector);
        }
    }

    /// <summary>Whether a slot brings nothing: lost, or too weak in either direction.</summary>
    public bool IsLost(int a, int b, double slot) => _noise.IsLost(a, b, After(slot)) || double.IsNaN(Sigma(a, b) + Sigma(b, a));

    /// <summary>The same for those who do not ask for its parts.</summary>
    public double OneWay(int transmitter, int receiver, double reception, out RangeTerms terms) => OneWay(transmitter, receiver, reception, out terms, out _);

    /// <summary>Pseudorange: path, clocks at reception and transmission, delays of both terminals, residual troposphere, noise. [Tang18]</summary>
    /// <param name="transmitter">Node.</param>
    /// <param name="receiver">Node.</param>
    /// <param name="reception">Seconds from the epoch.</param>
    /// <param name="terms">What it is made of.</param>
    /// <param name="parts">All but the clocks.</param>
    public double OneWay(int transmitter, int receiver, double reception, out RangeTerms terms, out RangeParts parts)
    {
        (double path, double light) = SignalPath.Trace(_terminals[transmitter], _terminals[receiver], reception);
        Epoch received = After(reception);
        double clocks = PhysicalConstants.SpeedOfLight * (ClockOffset(receiver, received) - ClockOffset(transmitter, received - Duration.FromSeconds(light)));
        TerminalDelays from = _delays[transmitter]!, to = _delays[receiver]!;
        double troposphere = Troposphere(transmitter, receiver), white = _noise.White(receiver, received, Sigma(transmitter, receiver));
        double eccentricity = _terminals[receiver].ClockTermAt(reception) - _terminals[transmitter].ClockTermAt(reception - light);
        double pattern = Pattern(transmitter, reception - light, receiver, reception, transmits: true) + Pattern(receiver, reception, transmitter, reception - light, transmits: false);
        double drift = from.Drift.Transmit + to.Drift.Receive, heat = from.Heat.Transmit + to.Heat.Receive;
        double jump = from.Jumps.Transmit + to.Jumps.Receive + from.Faults(received).Transmit + to.Faults(received).Receive;
        double coloured = _noise.Coloured(transmitter, receiver, received), outlier = _noise.Outlier(transmitter, receiver, received);

        Vector3d place = _tracks[receiver].CentreAt(reception);
        double distance = (place - _tracks[transmitter].CentreAt(reception)).Norm;
        double centres = (place - _tracks[transmitter].CentreAt(reception - light)).Norm;
        terms = new(
            distance, centres - distance, (PhysicalConstants.SpeedOfLight * light) - centres, path - (PhysicalConstants.SpeedOfLight * light), clocks, eccentricity,
            from.Calibration.Transmit + to.Calibration.Receive, drift, heat, jump, pattern, troposphere, white, coloured, outlier);
        parts = new(received, light, path, from.Calibration.Transmit, to.Calibration.Receive, troposphere, white, eccentricity + drift + heat + jump + pattern + coloured + outlier);
        return parts.With(clocks);
    }

    /// <summary>Half of the way there and back, <paramref name="b"/> answering at once: paths, what a's clock did meanwhile, half the delays of both, noise.</summary>
    public TwoWayRange TwoWay(int a, int b, double reception)
    {
        (double back, double backLight) = SignalPath.Trace(_terminals[b], _terminals[a], reception);
        double turn = reception - backLight;
        (double there, double thereLight) = SignalPath.Trace(_terminals[a], _terminals[b], turn);
        double sent = turn - thereLight;
        Epoch received = After(reception);
        double clock = PhysicalConstants.SpeedOfLight * (ClockOffset(a, received) - ClockOffset(a, After(sent)));
        double eccentricity = _terminals[a].ClockTermAt(reception) - _terminals[a].ClockTermAt(sent);
        double delays = Sum(_delays[a]!, received) + Sum(_delays[b]!, received);
        double pattern = Pattern(a, sent, b, turn, transmits: true) + Pattern(b, turn, a, sent, transmits: false) + Pattern(b, turn, a, reception, transmits: true) + Pattern(a, reception, b, turn, transmits: false);
        return new(a, b, received, ((there + back + clock + eccentricity + delays + pattern) / 2) + Troposphere(a, b) + _noise.TwoWay(a, b, received, Sigma(b, a), Sigma(a, b)));
    }

    /// <summary>True distance and clock difference (m) at seconds from the epoch.</summary>
    public (double Distance, double Clocks) TruthAt(int a, int b, double seconds)
    {
        Epoch epoch = After(seconds);
        return ((_tracks[b].CentreAt(seconds) - _tracks[a].CentreAt(seconds)).Norm, PhysicalConstants.SpeedOfLight * (ClockOffset(b, epoch) - ClockOffset(a, epoch)));
    }

    public double ClockOffset(int node, Epoch epoch) =>
        (_system.IsStation(node) ? _truth.StationClocks[node - _system.Satellites.Count] : _truth.SatelliteClocks[node]).At(epoch).Offset;

    /// <summary>White noise that the link budget gives at the epoch, m, from which range and angles are half a round away at most (0.04 dB); NaN without a lock, null where no payload asks for it.</summary>
    public double? SigmaOfBudget(int transmitter, int receiver) => _scene?.RangingNoise(transmitter, receiver);

    private double Sigma(int transmitter, int receiver) => SigmaOfBudget(transmitter, receiver) ?? _system.ReceiveNoise(receiver);

    private static Vector3d TrueArm(LinkRangingErrors errors, RandomDraws draws)
    {
        Vector3d Draw(ulong first) => new(draws.NormalAt(first), draws.NormalAt(first + 1), draws.NormalAt(first + 2));
        return errors.PhaseCentre + (errors.PhaseCentreSigma * Draw(0)) + (errors.AttitudeSigma * Draw(3)).Cross(errors.PhaseCentre);
    }

    /// <summary>Transmit and receive delay of one terminal, m.</summary>
    private static double Sum(TerminalDelays d, Epoch epoch) =>
        d.Calibration.Transmit + d.Calibration.Receive + d.Drift.Transmit + d.Drift.Receive + d.Heat.Transmit + d.Heat.Receive + d.Jumps.Transmit + d.Jumps.Receive
        + d.Faults(epoch).Transmit + d.Faults(epoch).Receive;

    private double Pattern(int node, double at, int partner, double partnerAt, bool transmits) => _patterns[node] is not { } pattern
        ? 0
        : (transmits ? pattern.Transmit : pattern.Receive).At(_terminals[node].InBody(at, _tracks[partner].CentreAt(partnerAt)));

    private double Troposphere(int transmitter, int receiver) =>
        _system.IsStation(transmitter) ? _troposphere(transmitter, receiver) : _system.IsStation(receiver) ? _troposphere(receiver, transmitter) : 0;

    private Epoch After(double seconds) => _epoch + Duration.FromSeconds(seconds);
}
