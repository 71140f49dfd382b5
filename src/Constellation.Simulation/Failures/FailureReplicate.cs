using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>One course of the years: when which slot does not serve.</summary>
/// <remarks>Events in order of time, no time steps. Losses and spares of a plane depend on each other and go through one queue; what happens within the life of a
/// satellite depends on nothing else and is drawn by itself.</remarks>
internal sealed class FailureReplicate
{
    private readonly ConstellationSlots _slots;
    private readonly FailureSettings _settings;
    private readonly int _number;
    private readonly double _end;
    private readonly List<SlotInterval> _intervals = [];
    private readonly PriorityQueue<(int Kind, int Slot), (double Time, int Slot)> _queue = new();
    private readonly double[] _born, _dies;
    private readonly int[] _generation;

    /// <summary>By plane: angle of each place of a spare, from when to when there is a spare, and the how manieth it is. One that is used or dies by itself is followed by a launch.</summary>
    private readonly Dictionary<string, List<(double Angle, double From, double Until, ulong Number)>> _spares = [];

    private FailureReplicate(ConstellationSlots slots, FailureSettings settings, int number)
    {
        (_slots, _settings, _number, _end) = (slots, settings, number, settings.Length.TotalSeconds);
        (_born, _dies, _generation) = (new double[slots.Satellites.Count], new double[slots.Satellites.Count], new int[slots.Satellites.Count]);
    }

    /// <summary>Times out of service by slot and start; those of one slot may overlap.</summary>
    public static IReadOnlyList<SlotInterval> Run(ConstellationSlots slots, FailureSettings settings, int number)
    {
        FailureReplicate replicate = new(slots, settings, number);
        replicate.Replace();
        replicate.List();
        replicate._intervals.Sort((a, b) => (a.Slot, a.Start, a.Cause).CompareTo((b.Slot, b.Start, b.Cause)));
        return replicate._intervals;
    }

    /// <summary>Seconds that the terminal of a slot is down, mean over the slots; whether the slot serves then is not asked.</summary>
    public static double LinksMissing(ConstellationSlots slots, FailureSettings settings, int number) => slots.Satellites.Average(s =>
        Alternating(settings.Link, new FailureDraws(settings, number, EntityId.Satellite(s.Id), NoisePurpose.FailureLink), 0, 0, settings.Length.TotalSeconds).Sum(i => i.Stop - i.Start));

    /// <summary>Seconds with fewer stations than needed.</summary>
    public static double StationsMissing(FailureSettings settings, int number)
    {
        List<(double Time, int Change)> changes = [];
        double end = settings.Length.TotalSeconds;
        for (int s = 0; s < settings.Stations; s++)
        {
            FailureDraws draws = new(settings, number, EntityId.Station(s), NoisePurpose.FailureStation);
            foreach ((double start, double stop) in Alternating(settings.Station, draws, 0, 0, end))
            {
                changes.Add((start, -1));
                changes.Add((stop, 1));
            }
        }

        changes.Sort();
        (double missing, double last, int working) = (0, 0, settings.Stations);
        foreach ((double time, int change) in changes.Append((end, 0)))
        {
            missing += working < settings.StationsNeeded ? time - last : 0;
            (last, working) = (time, working + change);
        }

        return missing;
    }

    private void Replace()
    {
        foreach (string plane in _slots.Planes)
        {
            _spares[plane] = [.. _slots.Spares(plane, _settings.SparesPerPlane).Select((angle, k) => (angle, 0.0, Life(plane, k, 0), 0UL))];
        }

        for (int slot = 0; slot < _born.Length; slot++)
        {
            Begin(slot, 0);
        }

        QueuePlanes();
        while (_queue.TryDequeue(out (int Kind, int Slot) what, out (double Time, int Slot) at))
        {
            if (at.Time < _end && (what.Kind < 0 || at.Time == _dies[what.Slot]))
            {
                foreach (int slot in what.Kind < 0 ? Enumerable.Range(0, _born.Length).Where(s => _slots.Satellites[s].Plane == _slots.Planes[what.Slot] && _born[s] <= at.Time) : [what.Slot])
                {
                    Lose(slot, at.Time);
                }
            }
        }

        for (int slot = 0; slot < _born.Length; slot++)
        {
            Live(slot, Math.Min(_dies[slot], _end));
        }
    }

    /// <summary>A satellite takes up its slot and draws how long it lives.</summary>
    private void Begin(int slot, double time)
    {
        (_born[slot], double life) = (time, double.PositiveInfinity);
        ulong first = (ulong)_generation[slot] * FailureDraws.PerGeneration;
        if (_settings.Life is { } mean)
        {
            life = Draws(slot, NoisePurpose.FailureLife).Exponential(mean.TotalSeconds, first);
        }

        double clocks = 0;
        foreach (double worn in ClockLives(slot))
        {
            clocks += worn + (clocks == 0 ? 0 : _settings.Clock.ToRepair.TotalSeconds);
        }

        _dies[slot] = time + Math.Min(life, clocks == 0 ? double.PositiveInfinity : clocks);
        _queue.Enqueue((0, slot), (_dies[slot], slot));
    }

    private void Lose(int slot, double time)
    {
        Live(slot, time);
        string plane = _slots.Satellites[slot].Plane;
        List<(double Angle, double From, double Until, ulong Number)> spares = _spares[plane];
        int near = -1;
        for (int k = 0; k < spares.Count; k++)
        {
            while (spares[k].Until <= time)
            {
                Follow(plane, k, spares[k].Until);
            }

            if (spares[k].From <= time && time < spares[k].Until && (near < 0 || _slots.DriftTime(spares[k].Angle, slot, _settings) < _slots.DriftTime(spares[near].Angle, slot, _settings)))
            {
                near = k;
            }
        }

        double back = time + _settings.Launch.TotalSeconds;
        if (near >= 0)
        {
            back = Math.Min(back, time + _slots.DriftTime(spares[near].Angle, slot, _settings));

            Follow(plane, near, time);
        }

        _intervals.Add(new(slot, time, Math.Min(back, _end), OutageCause.Vacant));
        _generation[slot]++;
        Begin(slot, back);
    }

    /// <summary>The next spare is launched to the same place.</summary>
    private void Follow(string plane, int k, double ordered)
    {
        (double angle, _, _, ulong number) = _spares[plane][k];
        double arrives = ordered + _settings.Launch.TotalSeconds;
        _spares[plane][k] = (angle, arrives, arrives + Life(plane, k, number + 1), number + 1);
    }

    /// <summary>Interruptions of the satellite that is in the slot, up to its end.</summary>
    private void Live(int slot, double until)
    {
        double born = _born[slot];
        if (born >= until)
        {
            return;
        }

        ulong first = (ulong)_generation[slot] * FailureDraws.PerGeneration;
        foreach ((double start, double stop) in Alternating(_settings.Outages, Draws(slot, NoisePurpose.FailureOutage), first, born, until))
        {
            _intervals.Add(new(slot, start, stop, OutageCause.Outage));
        }

        double time = born;
        foreach (double worn in ClockLives(slot))
        {
            time += worn;
            if (time >= until)
            {
                break;
            }

            _intervals.Add(new(slot, time, Math.Min(until, time + _settings.Clock.ToRepair.TotalSeconds), OutageCause.Clock));
            time += _settings.Clock.ToRepair.TotalSeconds;
        }

        if (_settings.PlannedEvery is { } every)
        {
            double length = _settings.PlannedLength.TotalSeconds, phase = Draws(slot, NoisePurpose.FailurePlanned).Uniform(0) * every.TotalSeconds;
            for (double k = Math.Ceiling((born - phase) / every.TotalSeconds); phase + (k * every.TotalSeconds) < until; k++)
            {
                double start = phase + (k * every.TotalSeconds);
                _intervals.Add(new(slot, start, Math.Min(until, start + length), OutageCause.Planned));
            }
        }
    }

    private void List()
    {
        foreach (ListedOutage listed in _settings.Listed)
        {
            int slot = _slots.Satellites.Select((s, i) => (s, i)).Where(p => p.s.Id == listed.Satellite).Select(p => p.i).DefaultIfEmpty(-1).First();
            double start = listed.From.TotalSeconds, stop = Math.Min(_end, start + listed.Length.TotalSeconds);
            if (slot >= 0 && start < stop)
            {
                _intervals.Add(new(slot, start, stop, OutageCause.Planned));
            }
        }
    }

    private void QueuePlanes()
    {
        if (_settings.PlaneLoss is { } mean)
        {
            for (int p = 0; p < _slots.Planes.Count; p++)
            {
                FailureDraws draws = new(_settings, _number, EntityId.Scenario, NoisePurpose.FailurePlane);
                double time = 0;
                for (ulong n = 0; (time += draws.Exponential(mean.TotalSeconds, ((ulong)p * FailureDraws.PerGeneration) + n)) < _end; n++)
                {
                    _queue.Enqueue((-1, p), (time, -1 - p));
                }
            }
        }
    }

    private IEnumerable<double> ClockLives(int slot)
    {
        if (_settings.Clock.BetweenFailures is not { } mean)
        {
            yield break;
        }

        FailureDraws draws = Draws(slot, NoisePurpose.FailureClock);
        for (int unit = 0; unit < _settings.ClockUnits; unit++)
        {
            yield return draws.Exponential(mean.TotalSeconds, ((ulong)_generation[slot] * FailureDraws.PerGeneration) + (ulong)unit);
        }
    }

    private double Life(string plane, int spare, ulong n) => _settings.Life is { } mean
        ? new FailureDraws(_settings, _number, EntityId.User(spare + (_slots.Planes.Index().First(p => p.Item == plane).Index << 10)), NoisePurpose.FailureSpare).Exponential(mean.TotalSeconds, n)
        : double.PositiveInfinity;

    private FailureDraws Draws(int slot, NoisePurpose purpose) => new(_settings, _number, EntityId.Satellite(_slots.Satellites[slot].Id), purpose);

    /// <summary>Times out of service of equipment that works and is repaired in turn.</summary>
    private static IEnumerable<(double Start, double Stop)> Alternating(EquipmentRates rates, FailureDraws draws, ulong first, double from, double until)
    {
        if (rates.BetweenFailures is not { } between)
        {
            yield break;
        }

        double time = from;
        for (ulong n = first; ; n += 2)
        {
            time += draws.Exponential(between.TotalSeconds, n);
            if (time >= until)
            {
                yield break;
            }

            double stop = Math.Min(until, time + draws.Exponential(rates.ToRepair.TotalSeconds, n + 1));
            yield return (time, stop);
            time = stop;
        }
    }
}
