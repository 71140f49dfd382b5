using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What one receiver measures of a scenario, epoch by epoch: pseudorange, carrier phase, Doppler and strength of every signal it tracks.</summary>
/// <remarks>
/// The observation equation with its signs stands in docs/theory/observations.md. Geometry is found for blocks of epochs at once, on several threads; what one epoch leaves
/// to the next (ambiguities, multipath, clock) goes on in order. Every random number has an address of epoch, satellite and signal: the bytes depend neither on the number
/// of threads nor on which other satellites and signals are tracked. Memory does not grow with the number of epochs.
/// </remarks>
public sealed class ObservationSimulator : IObservationSource
{
    private const int BlockLength = 64;

    private const double StrengthNoise = 0.3;              // dB: of the receiver's own estimate of C/N0 (assumed)

    /// <summary>Ambiguities begin within five million cycles, so that no phase looks like its code.</summary>
    private const double AmbiguityRange = 1e7;

    private readonly PathSurvey _survey;
    private readonly ObservationSettings _settings;
    private readonly EpochGrid _grid;
    private readonly int _threads;
    private readonly SignalTrack[][] _tracks;
    private readonly ReceiverClock _clock;
    private readonly TroposphereNoise _sky;
    private readonly RandomDraws _thermal, _doppler, _multipath, _ambiguity, _slip;
    private readonly EpochPaths[] _block = new EpochPaths[BlockLength];
    private readonly double[] _windUp;
    private long _next, _filled;

    internal ObservationSimulator(TrueSky sky, ITrajectory trajectory, EpochGrid grid, ObservationSettings settings, string marker, int threads)
    {
        (_settings, _grid, _threads) = (settings, grid, threads);
        _survey = new PathSurvey(sky, trajectory, settings);
        _clock = new ReceiverClock(settings.ReceiverClock, settings.MillisecondJumps, settings.Seed, settings.Run, settings.Number);
        Layout = LayoutOf(settings);
        _windUp = new double[sky.Satellites.Count];
        _tracks = [.. sky.Satellites.Select(s => TracksOf(s, settings))];
        RandomDraws For(NoisePurpose purpose) => new(settings.Seed, settings.Run, EntityId.User(settings.Number), purpose);
        _sky = new TroposphereNoise(settings, grid.Step, For);
        (_thermal, _doppler, _multipath) = (For(NoisePurpose.ReceiverThermal), For(NoisePurpose.ReceiverDoppler), For(NoisePurpose.ReceiverMultipath));
        (_ambiguity, _slip) = (For(NoisePurpose.ReceiverAmbiguity), For(NoisePurpose.ReceiverSlip));
        Position<Itrf>? first = trajectory.TryAt(grid.Start, out ReceiverState state) ? state.Position : null;
        Receiver = new ReceiverDescription
        {
            Marker = marker,
            Receiver = "SIMULATED",
            Antenna = settings.Calibration?.Name ?? settings.Receiver.Antenna.Name.ToUpperInvariant(),
            ApproximatePosition = first,
            Interval = grid.Step,
            Moving = !trajectory.IsStatic,
            GlonassChannels = sky.Satellites.Where(s => s.Id.System == GnssSystem.Glonass).ToDictionary(s => s.Id, s => s.Channel),
        };
    }

    public ReceiverDescription Receiver { get; }

    public ObservationLayout Layout { get; }

    /// <summary>Told of every term of every observation; null: nobody is.</summary>
    public ILedger? Ledger { get; set; }

    /// <summary>Cycle slips so far, those at losses of lock not counted.</summary>
    public long Slips { get; private set; }

    /// <summary>The receiver at the epoch read last: when by system time the signals came, where it was, and its clock offset, s.</summary>
    public (Epoch Reception, ReceiverState State, double ClockOffset) Truth { get; private set; }

    public bool TryRead(ObservationEpoch epoch)
    {
        while (_next < _grid.Count)
        {
            if (_next == _filled)
            {
                FillBlock();
            }

            long k = _next++;
            EpochPaths paths = _block[k % BlockLength];
            if (paths.IsKnown)
            {
                Observe(k, paths, epoch);
                return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
    }

    private void FillBlock()
    {
        long first = _filled;
        int count = (int)Math.Min(BlockLength, _grid.Count - first);
        ClockState[] clocks = new ClockState[count];
        for (int i = 0; i < count; i++)
        {
            clocks[i] = _clock.Now();
            _clock.Advance(_grid.Step);
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _threads) }, i => _block[i] = _survey.At(_grid[(int)first + i], clocks[i]));
        _filled += count;
    }

    private void Observe(long k, EpochPaths paths, ObservationEpoch epoch)
    {
        epoch.Begin(paths.Tag, Layout);
        Truth = (paths.Reception, paths.State, paths.Clock.Offset);
        _sky.Advance(k);
        for (int i = 0; i < paths.Satellites.Length; i++)
        {
            SatellitePath path = paths.Satellites[i];
            if (path.Id == default)
            {
                continue;
            }

            epoch.Add(path.Id, out Span<double> values, out Span<LossOfLock> locks);
            bool any = false;
            _windUp[path.Index] = path.WindUp + Math.Round(_windUp[path.Index] - path.WindUp);
            double troposphere = _sky.Delay(path);
            foreach (SignalTrack track in _tracks[path.Index])
            {
                any |= Observe(k, paths, path, troposphere, track, values, locks);
            }

            if (!any)
            {
                epoch.RemoveLast();
            }
        }
    }

    /// <param name="k">Index of the epoch.</param>
    /// <param name="paths">The epoch.</param>
    /// <param name="path">The satellite.</param>
    /// <param name="troposphere">m.</param>
    /// <param name="track">The signal.</param>
    /// <param name="values">By column.</param>
    /// <param name="locks">By column.</param>
    private bool Observe(long k, EpochPaths paths, in SatellitePath path, double troposphere, SignalTrack track, Span<double> values, Span<LossOfLock> locks)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        double sin = Math.Sin(path.Elevation), wavelength = c / track.Frequency;
        (double mirrorCode, double mirrorPhase, double mirrorStrength) = _settings.Multipath.Mirror.IsNone ? default : _settings.Multipath.Mirror.At(sin, track.Frequency, track.CodeLoop);
        double strength = _settings.Receiver.CarrierToNoise(_settings.Beam.Power(track.Power, path.SatelliteRadius, path.OffNadir, path.Signal.Range), path.AntennaAngle) + mirrorStrength;
        strength = track.Semicodeless && double.IsFinite(strength) ? ReceiverModel.Semicodeless(strength) : strength;
        if (!_settings.Receiver.Tracks(strength, track.Semicodeless))
        {
            return false;
        }

        ulong address = DrawAddress.At(k, track.Address);
        bool slipped = Track(k, track, address, out bool isNew);
        (double codeNoise, double phaseNoise, double dopplerNoise, double strengthNoise) = Thermal(address, track, strength);
        (double codeMultipath, double phaseMultipath) = Multipath(k, address, path.Elevation, track);
        LedgerRow common = new(paths.Tag, path.Id, new ObservationCode(ObservableKind.Pseudorange, track.Code))
        {
            Range = path.Signal.RangeUnturned,
            Sagnac = path.Signal.Range - path.Signal.RangeUnturned,
            SatelliteClock = -c * path.Signal.Transmission.Clock,
            Relativity = -c * path.Signal.Transmission.Relativity,
            Gravitation = path.Gravitation,
            ReceiverClock = c * paths.Clock.Offset,
            Troposphere = troposphere,
            Tide = path.Tide,
            Antenna = PhaseCentre(path, track.Code.Band),
            CarrierToNoise = strength + strengthNoise,
            Elevation = path.Elevation,
            Azimuth = path.Azimuth,
        };
        LedgerRow code = common with
        {
            GroupDelay = path.Message is null ? 0 : 0 - (c * GroupDelays.ForCode(path.Message, track.Code.ToString())),
            GroupDelayError = track.GroupDelayError,
            Ionosphere = path.Ionosphere.Code(track.Frequency),
            Multipath = codeMultipath + mirrorCode,
            Noise = codeNoise,
        };
        LedgerRow phase = common with
        {
            Code = new ObservationCode(ObservableKind.CarrierPhase, track.Code),
            Ionosphere = path.Ionosphere.First == 0 ? 0 : path.Ionosphere.Phase(track.Frequency),
            WindUp = wavelength * _windUp[path.Index],
            Multipath = phaseMultipath + mirrorPhase,
            Noise = phaseNoise,
            Ambiguity = wavelength * track.Ambiguity,
        };
        LedgerRow doppler = new(paths.Tag, path.Id, new ObservationCode(ObservableKind.Doppler, track.Code))
        {
            Range = path.Signal.RangeRate,
            SatelliteClock = -c * path.Signal.ClockRate,
            Relativity = -c * path.Signal.RelativityRate,
            ReceiverClock = c * paths.Clock.Frequency,
            Noise = 0 - (wavelength * dopplerNoise),
            CarrierToNoise = common.CarrierToNoise,
            Elevation = path.Elevation,
            Azimuth = path.Azimuth,
        };
        (values[track.Column], values[track.Column + 1]) = (code.Sum, phase.Sum / wavelength);
        (values[track.Column + 2], values[track.Column + 3]) = (-doppler.Sum / wavelength, common.CarrierToNoise);
        locks[track.Column + 1] = slipped || (isNew && k > 0) ? LossOfLock.Slip : LossOfLock.None;
        if (Ledger is { } ledger)
        {
            ledger.Add(code with { Value = code.Sum });
            ledger.Add(phase with { Value = phase.Sum });
            ledger.Add(doppler with { Value = doppler.Sum });
        }

        return true;
    }

    /// <summary>A phase centre nearer to the satellite than the reference point shortens the distance; the variation lengthens it. [ANTEX]</summary>
    private double PhaseCentre(in SatellitePath path, char band) => _settings.Calibration is { } antenna && antenna.TryOffset(path.Id.System, band, out Vector3d offset)
        ? antenna.Variation(path.Id.System, band, path.Azimuth, path.Elevation) - path.AntennaDirection.Dot(offset)
        : 0;

    /// <summary>Carries the ambiguity on: new after a loss of lock, changed by a slip.</summary>
    private bool Track(long k, SignalTrack track, ulong address, out bool isNew)
    {
        isNew = track.LastTracked != k - 1 || track.LastTracked < 0;
        bool slipped = false;
        if (isNew)
        {
            track.Ambiguity = Math.Floor((_ambiguity.UniformAt(address) - 0.5) * AmbiguityRange);
        }
        else if (_settings.SlipsPerHour > 0 && _slip.UniformAt(address) < _settings.SlipsPerHour * _grid.Step.TotalSeconds / 3600)
        {
            // Most slips are small: one to a thousand cycles, either way.
            double u = (2 * _ambiguity.UniformAt(address)) - 1;
            track.Ambiguity += Math.Sign(u) * (1 + Math.Floor(999 * Math.Abs(u * u * u)));
            slipped = true;
            Slips++;
        }

        track.LastTracked = k;
        return slipped;
    }

    private (double Code, double Phase, double Doppler, double Strength) Thermal(ulong address, SignalTrack track, double strength)
    {
        double scale = _settings.ThermalNoise;
        if (scale == 0)
        {
            return default;
        }

        (double code, double phase) = _thermal.NormalPairAt(address);
        (double doppler, double told) = _doppler.NormalPairAt(address);
        return (scale * track.CodeLoop.Sigma(strength) * code, scale * track.CarrierLoop.Sigma(strength) * phase, scale * _settings.Receiver.Frequency(track.Semicodeless).Sigma(strength) * doppler, scale * StrengthNoise * told);
    }

    private (double Code, double Phase) Multipath(long k, ulong address, double elevation, SignalTrack track)
    {
        MultipathModel model = _settings.Multipath;
        if (model.IsNone)
        {
            return default;
        }

        (double code, double phase) = _multipath.NormalPairAt(address);
        if (track.MultipathEpoch < 0)
        {
            (track.CodeMultipath, track.PhaseMultipath) = (code, phase);
        }
        else
        {
            GaussMarkov step = GaussMarkov.Step(1, (k - track.MultipathEpoch) * _grid.Step.TotalSeconds / model.CorrelationTime.TotalSeconds);
            (track.CodeMultipath, track.PhaseMultipath) = (step.Next(track.CodeMultipath, code), step.Next(track.PhaseMultipath, phase));
        }

        track.MultipathEpoch = k;
        double sigma = model.Code.Sigma(Math.Max(0, elevation));
        return (sigma * track.MultipathShare * track.CodeMultipath, sigma * model.PhaseShare * track.PhaseMultipath);
    }

    private static ObservationLayout LayoutOf(ObservationSettings settings) => new(settings.Signals.Select(s => new KeyValuePair<GnssSystem, IReadOnlyList<ObservationCode>>(
        s.Key,
        [.. s.Value.SelectMany(code => new[] { ObservableKind.Pseudorange, ObservableKind.CarrierPhase, ObservableKind.Doppler, ObservableKind.SignalStrength }.Select(kind => new ObservationCode(kind, code)))])));

    /// <summary>What no message tells of a signal's delay in its satellite, m: the same for all receivers.</summary>
    internal static double GroupDelayError(ObservationSettings settings, SatelliteId satellite, SignalCode code) => settings.GroupDelaySigma == 0
        ? 0
        : settings.GroupDelaySigma * new RandomDraws(settings.Seed, settings.Run, EntityId.Satellite(satellite), NoisePurpose.SignalDelay).NormalPairAt(DrawAddress.Of(code)).Even;

    private static SignalTrack[] TracksOf(TrueSatellite satellite, ObservationSettings settings)
    {
        if (!settings.Signals.TryGetValue(satellite.Id.System, out IReadOnlyList<SignalCode>? codes))
        {
            return [];
        }

        List<SignalTrack> tracks = [];
        for (int i = 0; i < codes.Count; i++)
        {
            if (!settings.Catalogue.Sends(satellite.Block, satellite.Id.System, codes[i]))
            {
                continue;
            }

            SignalDefinition signal = settings.Catalogue.Find(satellite.Id.System, codes[i])!;
            double frequency = Carriers.Frequency(satellite.Id.System, codes[i].Band, satellite.Channel);
            ulong address = DrawAddress.Of(satellite.Id, codes[i]);
            tracks.Add(new SignalTrack
            {
                Code = codes[i],
                Column = 4 * i,
                Frequency = frequency,
                Power = signal.MinimumPowerDbw + (10 * Math.Log10(signal.Component(codes[i])!.PowerShare)),
                CodeLoop = settings.Receiver.Code(signal, codes[i].Attribute == 'W'),
                CarrierLoop = settings.Receiver.Carrier(frequency, codes[i].Attribute == 'W'),
                MultipathShare = MultipathModel.CodeShare(signal.ChipRate),
                Semicodeless = codes[i].Attribute == 'W',
                GroupDelayError = GroupDelayError(settings, satellite.Id, codes[i]),
                Address = address,
            });
        }

        return [.. tracks];
    }
}
