using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Precise point positioning with float ambiguities: one receiver, epoch by epoch, static or kinematic.</summary>
/// <remarks>
/// Observations are the ionosphere-free codes and carriers of one pair of bands a satellite. An extended Kalman filter holds a clock for each group of satellites
/// (new every epoch), the marker (constant, or new every epoch), the zenith wet delay and two gradients (random walks), and one ambiguity an arc (constant).
/// Carriers that do not fit are left out for an epoch, and begin anew when they do not fit the next time either. Deterministic; one engine serves one receiver.
/// </remarks>
public sealed class PppEngine
{
    /// <summary>An arc ends where a satellite is missing for longer than so many intervals, and at least so many seconds.</summary>
    private const double LongestGapIntervals = 10, ShortestGap = 120;

    /// <summary>A receiver clock may be off by seconds; beyond, the value is no code.</summary>
    private const double LongestCode = 1e10;

    private readonly PppSettings _settings;
    private readonly ReceiverDescription _receiver;
    private readonly PppStation _station;
    private readonly RangeModel _model;
    private readonly CodePosition _code = new();
    private readonly Dictionary<SatelliteId, PppTrack> _tracks = [];
    private readonly List<PppTrack> _seen = [];
    private readonly double[] _work = new double[128];
    private PppStates? _filter;
    private Epoch _last;
    private double _interval = 30;
    private double _clockJumps;

    public PppEngine(IAntennaStates states, PppSettings settings, ReceiverDescription receiver)
    {
        (_settings, _receiver) = (settings, receiver);
        _station = new(settings, states.Earth, receiver);
        _model = new(states, settings);
    }

    /// <summary>Millisecond jumps of the receiver's clock that were repaired.</summary>
    public int ClockJumps { get; private set; }

    /// <summary>Ambiguities begun anew on arcs that went on.</summary>
    public int Slips { get; private set; }

    /// <summary>Observations left out because they did not fit.</summary>
    public int Rejected { get; private set; }

    /// <summary>Satellites that were observed but never had orbit, clock and a pair of codes and carriers at once.</summary>
    public IEnumerable<SatelliteId> Unused => _tracks.Values.Where(t => !t.EverUsed).Select(t => t.Satellite).Order();

    /// <summary>Where what the filter takes of each epoch is kept; null where nobody asks for it.</summary>
    internal List<PppRecord>? Records { get; set; }

    /// <summary>Takes the next epoch in.</summary>
    public PppEpoch Process(ObservationEpoch epoch)
    {
        Gather(epoch);
        if (_seen.Count == 0)
        {
            return PppEpoch.Failed(epoch.Time, PppStatus.NoObservations, 0);
        }

        RepairClock();
        return Process(epoch.Time, replayed: false);
    }

    /// <summary>Takes an epoch in that another engine recorded; in any direction of time.</summary>
    internal PppEpoch Replay(PppRecord record)
    {
        _seen.Clear();
        foreach (PppRecord.Entry entry in record.Satellites)
        {
            if (!_tracks.TryGetValue(entry.Satellite, out PppTrack? track))
            {
                _tracks.Add(entry.Satellite, track = new PppTrack(entry.Satellite));
            }

            (track.NewArc, track.Arc, track.Pair, track.Measured) = (track.Arc != entry.Arc, entry.Arc, entry.Pair, entry.Measured);
            (track.UseCode, track.UsePhase) = (entry.UseCode, entry.UsePhase);
            Combine(track);
            _seen.Add(track);
        }

        return _seen.Count == 0 ? PppEpoch.Failed(record.Time, PppStatus.NoObservations, 0) : Process(record.Time, replayed: true);
    }

    private PppEpoch Process(Epoch time, bool replayed)
    {
        _station.Begin(time);
        _seen.RemoveAll(track => !HasState(track, time));
        if (_seen.Count == 0)
        {
            return PppEpoch.Failed(time, PppStatus.NoEphemeris, 0);
        }

        if (!TryPlace(time))
        {
            return PppEpoch.Failed(time, _filter is null ? PppStatus.NoFirstPosition : PppStatus.TooFewSatellites, _seen.Count);
        }

        PppStates filter = _filter!;
        double elapsed = _last == default ? 0 : Math.Abs((time - _last).TotalSeconds);
        _interval = elapsed > 0 ? Math.Min(_interval, Math.Max(elapsed, 0.01)) : _interval;
        _last = time;
        filter.Advance(elapsed);
        filter.Repetition = Math.Max(1, _settings.Correlation / _interval);
        _station.Place(filter.Marker, time);
        _seen.RemoveAll(track => !_model.TryResiduals(track, _station, filter[PppStates.Wet], (filter[PppStates.North], filter[PppStates.East])));
        SetClocks(filter);
        FollowArcs(filter, time, replayed);
        return Solve(filter, time);
    }

    /// <summary>Satellites with all four observations.</summary>
    private void Gather(ObservationEpoch epoch)
    {
        _seen.Clear();
        for (int i = 0; i < epoch.Count; i++)
        {
            SatelliteId id = epoch.Satellites[i];
            if (ClockGroup.Of(id) < 0 || (_settings.Systems is { } systems && !systems.Contains(id.System)) || _settings.Excluded.Contains(id))
            {
                continue;
            }

            if (!_tracks.TryGetValue(id, out PppTrack? track))
            {
                _tracks.Add(id, track = new PppTrack(id));
            }

            ReadOnlySpan<double> values = epoch.Values(i);
            if (!ReferenceEquals(track.Layout, epoch.Layout) || !Complete(track.Pair, values))
            {
                if (!TryChannel(id, out int channel) || !CarrierPair.TrySelect(id, epoch.Layout, values, channel, _settings, epoch.Time, out CarrierPair pair))
                {
                    continue;
                }

                if (track.Layout is not null && pair != track.Pair)
                {
                    track.GeometryFree = double.NaN;                // other signals: another ambiguity
                }

                (track.Pair, track.Layout) = (pair, epoch.Layout);
            }

            if (IsWeak(track.Pair, values))
            {
                continue;
            }

            Measure(track, values);
            (track.UseCode, track.UsePhase) = (true, true);
            _seen.Add(track);
            track.Slipped = epoch.Mark == EpochMark.PowerFailure;
            ReadOnlySpan<LossOfLock> lost = epoch.LossOfLockOf(i);
            track.Lost = (lost[track.Pair.Phase1], lost[track.Pair.Phase2]);
        }
    }

    private bool IsWeak(CarrierPair pair, ReadOnlySpan<double> values) =>
        _settings.LowestCarrierToNoise > 0 &&
        ((pair.Strength1 >= 0 && values[pair.Strength1] < _settings.LowestCarrierToNoise) || (pair.Strength2 >= 0 && values[pair.Strength2] < _settings.LowestCarrierToNoise));

    private static bool Complete(CarrierPair pair, ReadOnlySpan<double> values) =>
        !double.IsNaN(values[pair.Code1] + values[pair.Code2] + values[pair.Phase1] + values[pair.Phase2]);

    private bool TryChannel(SatelliteId id, out int channel)
    {
        channel = 0;
        if (id.System != GnssSystem.Glonass || _receiver.GlonassChannels.TryGetValue(id, out channel) || _settings.GlonassChannels.TryGetValue(id, out channel))
        {
            return true;
        }

        return false;
    }

    private void Measure(PppTrack track, ReadOnlySpan<double> values)
    {
        CarrierPair pair = track.Pair;
        double p1 = values[pair.Code1] - pair.Bias1, p2 = values[pair.Code2] - pair.Bias2;
        double l1 = (values[pair.Phase1] * pair.Wavelength1) + _clockJumps, l2 = (values[pair.Phase2] * pair.Wavelength2) + _clockJumps;
        track.Measured = (p1, p2, l1, l2);
        Combine(track);
    }

    private static void Combine(PppTrack track)
    {
        (double p1, double p2, double l1, double l2) = track.Measured;
        IonosphereFree free = new(track.Pair.Frequency1, track.Pair.Frequency2);
        (track.Code, track.Phase) = (free.Combine(p1, p2), free.Combine(l1, l2));
    }

    /// <summary>Codes that all jumped by milliseconds against carriers: the carriers follow them, so that arcs go on.</summary>
    private void RepairClock()
    {
        double jump = SlipDetector.ClockJump(_seen, _work);
        if (jump == 0)
        {
            return;
        }

        ClockJumps++;
        _clockJumps += jump;
        foreach (PppTrack track in _seen)
        {
            (double p1, double p2, double l1, double l2) = track.Measured;
            track.Measured = (p1, p2, l1 + jump, l2 + jump);
            Combine(track);
        }
    }

    private bool HasState(PppTrack track, Epoch tag)
    {
        bool has = Math.Abs(track.Code) < LongestCode && _model.TrySatellite(track, tag, _station);
        track.EverUsed |= has;
        return has;
    }

    /// <summary>A position to work around: that of the filter, or one from codes at the start and where it moves.</summary>
    private bool TryPlace(Epoch epoch)
    {
        if (_filter is not null && !_settings.Kinematic)
        {
            return true;
        }

        Position<Itrf>? guess = _filter?.Marker ?? _settings.FirstPosition ?? _receiver.ApproximatePosition;
        if (!_code.TrySolve(_seen, _station, guess, epoch, out Position<Itrf> marker) && !(guess is not null && _code.TrySolve(_seen, _station, null, epoch, out marker)))
        {
            return false;
        }

        if (_filter is null)
        {
            _station.Place(marker, epoch);
            _filter = new PppStates(_settings, marker, _station.Air.Wet);
        }
        else
        {
            _filter.SetMarker(marker);
        }

        return true;
    }

    /// <summary>Clocks by the median of the codes of their group: the filter works on what remains.</summary>
    private void SetClocks(PppStates filter)
    {
        for (int group = 0; group < ClockGroup.Count; group++)
        {
            int n = 0;
            foreach (PppTrack track in _seen)
            {
                if (track.Group == group && n < _work.Length)
                {
                    _work[n++] = track.CodeResidual;
                }
            }

            if (n > 0)
            {
                Span<double> sorted = _work.AsSpan(0, n);
                sorted.Sort();
                filter[group] = sorted[n / 2];
            }
        }

        foreach (PppTrack track in _seen)
        {
            track.CodeResidual -= filter[track.Group];
            track.PhaseResidual -= filter[track.Group];
        }
    }

    /// <summary>Ends arcs of satellites that are gone, begins those that are new or slipped.</summary>
    private void FollowArcs(PppStates filter, Epoch time, bool replayed)
    {
        double longest = Math.Max(LongestGapIntervals * _interval, ShortestGap);
        foreach (PppTrack track in _seen)
        {
            bool known = track.Ambiguity >= 0 && !double.IsNaN(track.GeometryFree) && (time - track.LastSeen).TotalSeconds <= longest;
            bool slipped = replayed ? track.NewArc : SlipDetector.Look(track, time, track.Lost.First, track.Lost.Second, track.SinElevation, longest) || track.Slipped;
            track.LastSeen = time;
            if (slipped || track.Ambiguity < 0)
            {
                track.Arc += replayed ? 0 : 1;
                Slips += known ? 1 : 0;
                filter.Begin(track, track.PhaseResidual - track.CodeResidual);
            }

            track.PhaseResidual -= filter[track.Ambiguity];
        }

        foreach (PppTrack track in _tracks.Values)
        {
            if (track.Ambiguity >= 0 && Math.Abs((time - track.LastSeen).TotalSeconds) > longest)
            {
                filter.End(track, _tracks.Values);
                (track.WindUp, track.Misfits) = (0, 0);
            }
        }
    }

    private PppEpoch Solve(PppStates filter, Epoch time)
    {
        if (_seen.Count == 0)
        {
            return PppEpoch.Failed(time, PppStatus.TooFewSatellites, 0);
        }

        filter.Save();
        for (int attempt = 0; ; attempt++)
        {
            filter.BeginUpdate();
            foreach (PppTrack track in _seen)
            {
                if (track.UseCode)
                {
                    filter.ObserveCode(track);
                }
            }

            foreach (PppTrack track in _seen)
            {
                if (track.UsePhase)
                {
                    filter.ObservePhase(track);
                }
            }

            if (attempt >= _seen.Count || !TryReject(filter))
            {
                break;
            }

            filter.Restore();
        }

        return Finish(filter, time);
    }

    /// <summary>Leaves the observation out that fits worst, if it is beyond belief.</summary>
    private bool TryReject(PppStates filter)
    {
        PppTrack? worst = null;
        bool phase = false;
        double greatest = _settings.Rejection;
        foreach (PppTrack track in _seen)
        {
            double code = track.UseCode ? Math.Abs(track.CodeResidual - filter.Explained(track, false)) / Math.Sqrt(track.CodeVariance) : 0;
            double carrier = track.UsePhase ? Math.Abs(track.PhaseResidual - filter.Explained(track, true)) / Math.Sqrt(track.PhaseVariance) : 0;
            if (Math.Max(code, carrier) > greatest)
            {
                (worst, phase, greatest) = (track, carrier >= code, Math.Max(code, carrier));
            }
        }

        if (worst is null)
        {
            return false;
        }

        Rejected++;
        if (!phase)
        {
            worst.UseCode = false;
        }
        else if (worst.Misfits > 0)
        {
            // Twice in a row: not an outlier but another ambiguity, missed by the detector. Begun from the code, and kept in the saved state.
            worst.Misfits = 0;
            worst.Arc++;
            Slips++;
            filter.Restore();
            double ambiguity = filter[worst.Ambiguity];
            filter.Begin(worst, ambiguity + worst.PhaseResidual - worst.CodeResidual);
            worst.PhaseResidual = worst.CodeResidual;
            filter.Save();
        }
        else
        {
            worst.UsePhase = false;
        }

        return true;
    }

    private PppEpoch Finish(PppStates filter, Epoch time)
    {
        double phaseSum = 0, codeSum = 0;
        int phases = 0, codes = 0, groups = 0;
        Span<NormalEquations.ClockSums> sums = stackalloc NormalEquations.ClockSums[SinglePointSolver.MaximumClocks];
        NormalEquations normal = new(sums);
        foreach (PppTrack track in _seen)
        {
            track.Misfits = track.UsePhase ? 0 : track.Misfits + 1;
            if (track.UsePhase)
            {
                double v = track.PhaseResidual - filter.Explained(track, true);
                (phaseSum, phases) = (phaseSum + (v * v), phases + 1);
            }

            if (track.UseCode)
            {
                double v = track.CodeResidual - filter.Explained(track, false);
                (codeSum, codes) = (codeSum + (v * v), codes + 1);
            }

            if (track.UsePhase || track.UseCode)
            {
                groups |= 1 << track.Group;
                normal.Add(-track.Direction.X, -track.Direction.Y, -track.Direction.Z, 1, 0, track.Group);
            }
        }

        filter.Apply();
        Records?.Add(new(time, [.. _seen.Select(t => new PppRecord.Entry(t.Satellite, t.Pair, t.Arc, t.Measured, t.UseCode, t.UsePhase))]));
        int satellites = Math.Max(phases, codes), reference = System.Numerics.BitOperations.TrailingZeroCount(groups);
        if (_settings.Kinematic && satellites < 3 + System.Numerics.BitOperations.PopCount((uint)groups))
        {
            return PppEpoch.Failed(time, PppStatus.TooFewSatellites, satellites);
        }

        Position<Itrf> marker = filter.Marker;
        if (!double.IsFinite(marker.X + marker.Y + marker.Z))
        {
            throw new InvalidOperationException("the filter has lost its position");
        }

        Dop dop = groups == 0 ? Dop.None : DopSolver.FromNormal(normal, LocalUp.At(marker), reference);
        UdCovariance p = filter.Covariance;
        const int x = PppStates.Position, y = x + 1, z = x + 2;
        Symmetric3 covariance = new(p.Variance(x), p.Covariance(x, y), p.Covariance(x, z), p.Variance(y), p.Covariance(y, z), p.Variance(z));
        List<PppClock> clocks = [];
        for (int group = 0; group < ClockGroup.Count; group++)
        {
            if ((groups & (1 << group)) != 0)
            {
                clocks.Add(new(ClockGroup.Names[group], filter[group] / PhysicalConstants.SpeedOfLight, Math.Sqrt(p.Variance(group)) / PhysicalConstants.SpeedOfLight));
            }
        }

        return new(
            time, PppStatus.Ok, marker, covariance, clocks, _station.Air.Hydrostatic + filter[PppStates.Wet], Math.Sqrt(p.Variance(PppStates.Wet)),
            (filter[PppStates.North], filter[PppStates.East]), satellites, dop, Math.Sqrt(phaseSum / Math.Max(phases, 1)), Math.Sqrt(codeSum / Math.Max(codes, 1)));
    }
}
