using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>The measuring side of the links: makes from truth what terminals and receivers would report.</summary>
/// <remarks>Every number is addressed by seed, run, terminal and time, so it does not depend on who else measures. Delay walk and troposphere
/// go on from frame to frame: ask for the frames of a run in order, once.</remarks>
public sealed class LinkNetwork
{
    private readonly LinkSystem _system;
    private readonly LinkTruth _truth;
    private readonly LinkFaults _faults;
    private readonly ILinkSchedule _schedule;
    private readonly TerminalDelays?[] _delays;
    private readonly RandomDraws[] _noise;
    private readonly RandomDraws[] _rangeNoise;
    private readonly RandomDraws[] _troposphere;
    private readonly double[] _zenithDelay;
    private readonly LocalTrack[] _tracks;
    private StationPlace[] _places = [];
    private Epoch? _last;
    private ulong _frames;

    public LinkNetwork(LinkSystem system, LinkTruth truth, ulong seed, uint run = 0, LinkFaults? faults = null, ILinkSchedule? schedule = null)
    {
        if (truth.Orbits.Count != system.Satellites.Count || truth.SatelliteClocks.Count != system.Satellites.Count || truth.StationClocks.Count != system.Stations.Count)
        {
            throw new ArgumentException(
                $"{system.Satellites.Count} satellites and {system.Stations.Count} stations need as many truths, not {truth.Orbits.Count} orbits, {truth.SatelliteClocks.Count} and {truth.StationClocks.Count} clocks",
                nameof(truth));
        }

        (_system, _truth, _faults) = (system, truth, faults ?? LinkFaults.None);
        _schedule = schedule ?? new LinkPlanner(system);
        RandomDraws[] Streams(NoisePurpose purpose) =>
            [.. Enumerable.Range(0, system.NodeCount).Select(n => new RandomDraws(seed, run, system.Entity(n), purpose))];
        _noise = Streams(NoisePurpose.LinkNoise);
        _rangeNoise = Streams(NoisePurpose.StationNoise);
        _troposphere = Streams(NoisePurpose.StationTroposphere);
        _zenithDelay = new double[system.NodeCount];
        _tracks = new LocalTrack[system.NodeCount];
        _delays = [.. Enumerable.Range(0, system.NodeCount).Select(n => system.PayloadOf(n) is { } payload
            ? new TerminalDelays(seed, run, system.Entity(n), payload, ExtraReceive(n))
            : null)];
    }

    /// <summary>One frame per epoch of the grid.</summary>
    public IEnumerable<LinkFrame> Measure(EpochGrid grid)
    {
        for (int i = 0; i < grid.Count; i++)
        {
            yield return Measure(grid[i]);
        }
    }

    /// <summary>The round of slots centred on <paramref name="epoch"/>, which is later than the last one asked for, and the L-band ranges at it.</summary>
    public LinkFrame Measure(Epoch epoch)
    {
        Advance(epoch);
        int satellites = _system.Satellites.Count;
        EarthRotation rotation = _truth.Earth.At(epoch);
        StationPlace[] places = _places = [.. _system.Stations.Select(s => s.At(rotation))];
        for (int n = 0; n < _tracks.Length; n++)
        {
            _tracks[n] = n < satellites ? LocalTrack.Of(_truth.Orbits[n], epoch) : LocalTrack.Of(_system.Station(n), _truth.Earth, epoch);
        }

        Vector3d[] positions = [.. _tracks.Take(satellites).Select(t => t.At(0))];
        List<DualOneWay> links = [];
        MeasureSlots(epoch, places, links);
        List<StationRange> ranges = [];
        MeasureRanges(epoch, positions, places, ranges);
        return new LinkFrame(epoch, links, ranges);
    }

    private void MeasureSlots(Epoch epoch, StationPlace[] places, List<DualOneWay> links)
    {
        if (_system.Payload is null)
        {
            return;
        }

        LinkView view = LinkView.Of(_system, epoch, [.. _tracks.Take(_system.Satellites.Count).Select(t => (t.At(0), t.Velocity))], places);
        bool anchorLost = epoch >= _faults.AnchorLostAt;
        foreach (LinkContact contact in _schedule.Round(view).Contacts)
        {
            if (!(anchorLost && _system.IsStation(contact.B)))
            {
                links.Add(new DualOneWay(
                    contact.A, contact.B, epoch + Duration.FromSeconds(contact.Forward), epoch + Duration.FromSeconds(contact.Back),
                    OneWay(contact.A, contact.B, epoch, contact.Forward), OneWay(contact.B, contact.A, epoch, contact.Back)));
            }
        }
    }

    /// <summary>Pseudorange: path, clocks at reception and transmission, delays of both terminals, residual troposphere, noise. [Tang18]</summary>
    private double OneWay(int transmitter, int receiver, Epoch epoch, double reception)
    {
        (double path, double lightTime) = SignalPath.Trace(_tracks[transmitter], _tracks[receiver], reception);
        Epoch received = epoch + Duration.FromSeconds(reception);
        double clocks = ClockOffset(receiver, received) - ClockOffset(transmitter, received - Duration.FromSeconds(lightTime));
        double troposphere = _system.IsStation(transmitter) ? Troposphere(transmitter, receiver)
            : _system.IsStation(receiver) ? Troposphere(receiver, transmitter) : 0;
        ulong index = MeasurementIndex(received);
        double noise = _system.ReceiveNoise(receiver) * _noise[receiver].NormalAt(index);
        return path + (PhysicalConstants.SpeedOfLight * clocks) + _delays[transmitter]!.Transmit + _delays[receiver]!.Receive + troposphere + noise;
    }

    private void MeasureRanges(Epoch epoch, Vector3d[] positions, StationPlace[] places, List<StationRange> ranges)
    {
        StationEquipment equipment = _system.Equipment;
        for (int s = 0; s < places.Length; s++)
        {
            int node = _system.Satellites.Count + s;
            for (int i = 0; _system.Stations[s].IsMonitor && i < positions.Length; i++)
            {
                double elevation = places[s].ElevationOf(positions[i]);
                if (elevation < equipment.LBandElevationMask)
                {
                    continue;
                }

                (double path, double lightTime) = SignalPath.Trace(_tracks[i], _tracks[node], 0);
                double clocks = ClockOffset(node, epoch) - ClockOffset(i, epoch - Duration.FromSeconds(lightTime));
                SatelliteId id = _system.Satellites[i].Id;
                ulong index = ((ulong)(epoch.SinceJ2000.WholeSeconds + s_indexOrigin) << 16) + (ulong)(((id.Letter - 'A') * 1024) + id.Number);
                double noise = Math.Sqrt(equipment.LBandVariance(elevation)) * _rangeNoise[node].NormalAt(index);
                ranges.Add(new StationRange(i, node, path + (PhysicalConstants.SpeedOfLight * clocks) + Troposphere(node, i) + noise));
            }
        }
    }

    /// <summary>Slant residual at the centre of the frame: over half a minute elevation and residual change by less than 1 mm.</summary>
    private double Troposphere(int station, int satellite) =>
        _zenithDelay[station] * StationEquipment.Mapping(_places[station - _system.Satellites.Count].ElevationOf(_tracks[satellite].At(0)));

    private double ClockOffset(int node, Epoch epoch) =>
        (_system.IsStation(node) ? _truth.StationClocks[node - _system.Satellites.Count] : _truth.SatelliteClocks[node]).At(epoch).Offset;

    private void Advance(Epoch epoch)
    {
        double elapsed = _last is { } last ? (epoch - last).TotalSeconds : double.PositiveInfinity;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elapsed, nameof(epoch));
        double kept = Math.Exp(-elapsed / _system.Equipment.TroposphereTime);
        for (int n = 0; n < _delays.Length; n++)
        {
            if (double.IsFinite(elapsed))
            {
                _delays[n]?.Advance(elapsed);
            }

            if (_system.IsStation(n))
            {
                double fresh = _system.Equipment.TroposphereSigma * Math.Sqrt(1 - (kept * kept));
                _zenithDelay[n] = (kept * _zenithDelay[n]) + (fresh * _troposphere[n].NormalAt(_frames));
            }
        }

        (_last, _frames) = (epoch, _frames + 1);
    }

    private double ExtraReceive(int node) =>
        !_system.IsStation(node) && _faults.ReceiveDelay.TryGetValue(_system.Satellites[node].Id, out double extra) ? extra : 0;

    /// <summary>Milliseconds since 10,000 years before J2000: a terminal receives once in a half slot.</summary>
    private static ulong MeasurementIndex(Epoch received) =>
        ((ulong)(received.SinceJ2000.WholeSeconds + s_indexOrigin) * 1000) + (ulong)(received.SinceJ2000.Attoseconds / 1_000_000_000_000_000);

    private const long s_indexOrigin = 316_000_000_000;
}
