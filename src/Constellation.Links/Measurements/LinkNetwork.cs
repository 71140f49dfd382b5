using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>The measuring side of the links: makes from truth what terminals and receivers would report.</summary>
/// <remarks>Every number is addressed by seed, run, terminal and time, so it does not depend on who else measures. Delay walk and troposphere
/// go on from frame to frame: ask for the frames of a run in order, once.</remarks>
public sealed class LinkNetwork
{
    /// <summary>s; between geostationary satellites on both sides of the Earth 0.3.</summary>
    private const double LongestLightTime = 1;

    private readonly LinkSystem _system;
    private readonly LinkTruth _truth;
    private readonly LinkFaults _faults;
    private readonly ILinkSchedule _schedule;
    private readonly RangeMaker _ranges;
    private readonly RandomDraws[] _rangeNoise;
    private readonly RandomDraws[] _troposphere;
    private readonly double[] _zenithDelay;
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
        _rangeNoise = Streams(NoisePurpose.StationNoise);
        _troposphere = Streams(NoisePurpose.StationTroposphere);
        _zenithDelay = new double[system.NodeCount];
        _ranges = new RangeMaker(system, truth, _faults, Troposphere, seed, run);
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
    /// <param name="epoch">Centre of the round.</param>
    /// <param name="ledger">Receives what every pair is made of, in the order of the links; null: nobody asks.</param>
    public LinkFrame Measure(Epoch epoch, ICollection<LinkLedger>? ledger = null) => Measure(epoch, ledger, null);

    /// <summary>The same, with what others with other clocks may make measurements of.</summary>
    /// <param name="epoch">Centre of the round.</param>
    /// <param name="ledger">Receives what every pair is made of; null: nobody asks.</param>
    /// <param name="parts">Receives the round without its clocks; null: nobody asks.</param>
    public LinkFrame Measure(Epoch epoch, ICollection<LinkLedger>? ledger, FrameParts? parts)
    {
        parts?.Begin(epoch);
        Advance(epoch);
        int satellites = _system.Satellites.Count;
        EarthRotation rotation = _truth.Earth.At(epoch);
        StationPlace[] places = _places = [.. _system.Stations.Select(s => s.At(rotation))];
        (Vector3d Position, Vector3d Velocity)[] planned = new (Vector3d, Vector3d)[satellites];
        for (int n = 0; n < satellites; n++)
        {
            StateVector state = _truth.Planned[n].At(epoch);
            planned[n] = (state.Position, state.Velocity);
        }

        bool[] silent = [.. Enumerable.Range(0, satellites).Select(n => IsSilent(n, epoch))];
        List<DualOneWay> links = [];
        List<LinkContact> lost = [];
        MeasureSlots(epoch, planned, places, silent, links, lost, ledger, parts);
        List<StationRange> ranges = [];
        MeasureRanges(epoch, planned, places, silent, ranges, parts);
        return new LinkFrame(epoch, links, ranges) { Lost = lost };
    }

    private void MeasureSlots(Epoch epoch, (Vector3d Position, Vector3d Velocity)[] planned, StationPlace[] places, bool[] silent, List<DualOneWay> links, List<LinkContact> lost, ICollection<LinkLedger>? ledger, FrameParts? parts)
    {
        if (_system.Payload is null)
        {
            return;
        }

        LinkView view = LinkView.Of(_system, epoch, planned, places, silent);
        bool anchorLost = epoch >= _faults.AnchorLostAt;
        IReadOnlyList<LinkContact> contacts = _schedule.Round(view).Contacts;
        links.EnsureCapacity(contacts.Count);
        foreach (LinkContact contact in contacts)
        {
            if ((anchorLost && _system.IsStation(contact.B)) || _ranges.IsLost(contact.A, contact.B, contact.Forward))
            {
                lost.Add(contact);
                continue;
            }

            double there = _ranges.OneWay(contact.A, contact.B, contact.Forward, out RangeTerms thereTerms, out RangeParts thereParts);
            double returned = _ranges.OneWay(contact.B, contact.A, contact.Back, out RangeTerms backTerms, out RangeParts backParts);
            DualOneWay link = new(contact.A, contact.B, epoch + Duration.FromSeconds(contact.Forward), epoch + Duration.FromSeconds(contact.Back), there, returned)
            {
                ForwardSigma = _ranges.SigmaOfBudget(contact.A, contact.B),
                ReturnSigma = _ranges.SigmaOfBudget(contact.B, contact.A),
            };
            links.Add(link);
            parts?.Add(link, thereParts, backParts);
            if (ledger is not null)
            {
                (double distance, double clocks) = _ranges.TruthAt(contact.A, contact.B, (contact.Forward + contact.Back) / 2);
                ledger.Add(new LinkLedger(link, thereTerms, backTerms, _ranges.TwoWay(contact.A, contact.B, contact.Forward), distance, clocks));
            }
        }
    }

    private void MeasureRanges(Epoch epoch, (Vector3d Position, Vector3d Velocity)[] planned, StationPlace[] places, bool[] silent, List<StationRange> ranges, FrameParts? parts)
    {
        StationEquipment equipment = _system.Equipment;
        for (int s = 0; s < places.Length; s++)
        {
            int node = _system.Satellites.Count + s;
            for (int i = 0; _system.Stations[s].IsMonitor && i < planned.Length; i++)
            {
                double elevation = places[s].ElevationOf(planned[i].Position);
                if (silent[i] || elevation < equipment.LBandElevationMask)
                {
                    continue;
                }

                (double path, double lightTime) = SignalPath.Trace(_ranges.Tracks[i], _ranges.Tracks[node], 0);
                double clocks = _ranges.ClockOffset(node, epoch) - _ranges.ClockOffset(i, epoch - Duration.FromSeconds(lightTime));
                SatelliteId id = _system.Satellites[i].Id;
                ulong index = ((ulong)(epoch.SinceJ2000.WholeSeconds + s_indexOrigin) << 16) + (ulong)(((id.Letter - 'A') * 1024) + id.Number);
                double noise = Math.Sqrt(equipment.LBandVariance(elevation)) * _rangeNoise[node].NormalAt(index);
                double troposphere = Troposphere(node, i);
                ranges.Add(new StationRange(i, node, path + (PhysicalConstants.SpeedOfLight * clocks) + troposphere + noise));
                parts?.Add(i, node, path, lightTime, troposphere, noise);
            }
        }
    }

    /// <summary>Slant residual at the centre of the frame: over half a minute elevation and residual change by less than 1 mm.</summary>
    private double Troposphere(int station, int satellite) =>
        _zenithDelay[station] * StationEquipment.Mapping(_places[station - _system.Satellites.Count].ElevationOf(_ranges.Tracks[satellite].CentreAt(0)));

    private void Advance(Epoch epoch)
    {
        double elapsed = _last is { } last ? (epoch - last).TotalSeconds : double.PositiveInfinity;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elapsed, nameof(epoch));
        double kept = Math.Exp(-elapsed / _system.Equipment.TroposphereTime);
        for (int n = 0; n < _zenithDelay.Length; n++)
        {
            if (_system.IsStation(n))
            {
                double fresh = _system.Equipment.TroposphereSigma * Math.Sqrt(1 - (kept * kept));
                _zenithDelay[n] = (kept * _zenithDelay[n]) + (fresh * _troposphere[n].NormalAt(_frames));
            }
        }

        _ranges.Advance(epoch, elapsed);
        (_last, _frames) = (epoch, _frames + 1);
    }

    /// <summary>Whether an outage touches the round: its slots and the light times before them.</summary>
    private bool IsSilent(int satellite, Epoch epoch)
    {
        Duration half = Duration.FromSeconds(((_system.Payload?.FrameLength ?? 0) / 2) + LongestLightTime);
        return _faults.Silent.TryGetValue(_system.Satellites[satellite].Id, out IReadOnlyList<EpochSpan>? outages)
            && outages.Any(o => epoch + half >= o.First && epoch - half < o.Last);
    }

    private const long s_indexOrigin = 316_000_000_000;
}
