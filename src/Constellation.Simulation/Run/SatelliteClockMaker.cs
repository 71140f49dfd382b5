using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Draws the clocks of one satellite and puts them together: units with their events, temperature, spares, steering.</summary>
/// <remarks>Unit 0 has the random numbers that a single clock has: spares, temperatures and steering of one satellite change no draw of another, nor of this unit.</remarks>
internal sealed class SatelliteClockMaker(ScenarioDefinition scenario, SatelliteDefinition satellite, EpochSpan span, DrawnClocks drawn)
{
    /// <summary>Nodes of a temperature: well within the edge of an eclipse and the shortest lag.</summary>
    private static readonly Duration s_thermalStep = Duration.FromSeconds(30);

    private readonly List<string> _story = [];

    /// <param name="orbit">Truth, on GCRF axes; only a temperature needs it.</param>
    public SatelliteClock Draw(IOrbit? orbit)
    {
        ClockRedundancy? redundancy = scenario.Clocks.RedundancyOf(satellite.Id);
        ClockUnit[] units = [.. Enumerable.Range(0, 1 + (redundancy?.Spares ?? 0)).Select(k => new ClockUnit(Unit(k, redundancy, orbit), k <= (redundancy?.HotSpares ?? 0)))];
        SatelliteClock whole = redundancy is null ? Ending(units[0].Clock) : Redundant(units, redundancy);
        return Steered(whole) with { Story = _story };
    }

    /// <summary>The same for a clock that was read: it has scheduled events alone.</summary>
    public SatelliteClock WithEvents(IClock read)
    {
        ClockEvent[] events = Scheduled(0);
        Epoch? failure = events.Where(e => e.Failure && span.Contains(e.Epoch)).Select(e => (Epoch?)e.Epoch).Min();
        IClock clock = events.Length == 0 ? read : new EventClock(read, events);
        return failure is { } end ? Ended(clock, end) with { Story = _story } : new(clock);
    }

    private ClockEvent[] Scheduled(int unit) => [.. scenario.Faults.Clocks.Where(f => f.Satellite == satellite.Id && f.Unit == unit).Select(f => f.Event)];

    private string NameOf(int unit, ClockRedundancy? redundancy) => unit == 0 ? satellite.Clock : redundancy?.SpareModel ?? satellite.Clock;

    private ClockModel KindOf(int unit, ClockRedundancy? redundancy) => scenario.ClockModels[NameOf(unit, redundancy)];

    private IClock Unit(int unit, ClockRedundancy? redundancy, IOrbit? orbit)
    {
        ClockModel kind = KindOf(unit, redundancy), model = scenario.Clocks.InForce(kind);
        EntityId entity = EntityId.SatelliteUnit(satellite.Id, unit);
        IEnumerable<ClockEvent> chance = scenario.Clocks.RatesOf(kind)?.Draw(span, scenario.Seed, 0, entity) ?? [];
        ClockEvent[] events = [.. Scheduled(unit).Concat(chance).OrderBy(e => e.Epoch)];
        IClock clock = PerfectClock.Instance;
        if (!model.IsPerfect)
        {
            Duration step = scenario.Clocks.Sampling;
            int nodes = checked((int)Duration.FloorDivide(span.Last - span.First, step)) + 2;
            clock = drawn.Draw(model, new EpochGrid(span.First, step, nodes), events, entity);
        }

        clock = WithTemperature(clock, model, orbit);
        return events.Length == 0 ? clock : new EventClock(clock, events);
    }

    private IClock WithTemperature(IClock clock, ClockModel model, IOrbit? orbit)
    {
        if (scenario.Clocks.Thermal.FirstOrDefault(t => t.Satellites.Contains(satellite.Id)) is not { } thermal || !scenario.Clocks.Deterministic)
        {
            return clock;
        }

        double coefficient = thermal.Coefficient ?? model.TemperatureCoefficient;
        int intervals = checked((int)Duration.FloorDivide(span.Last - span.First, s_thermalStep)) + 1;

        // The last node lies at the end of the span, to a nanosecond before it: the orbit goes no further.
        Duration step = Duration.FromSeconds(Math.Floor((span.Last - span.First).TotalSeconds / intervals * 1e9) / 1e9);
        return new ThermalClock(clock, coefficient, thermal.Profile, orbit!, new EpochGrid(span.First, step, intervals + 1));
    }

    private SatelliteClock Ending(IClock clock) => clock.Validity.Last < Needed ? Ended(clock, clock.Validity.Last) : new(clock);

    private SatelliteClock Ended(IClock clock, Epoch end)
    {
        _story.Add(ClockStory.Ended(satellite.Id, end));
        return new(clock) { Outages = [new EpochSpan(end, EpochSpan.Unbounded.Last)] };
    }

    /// <summary>Histories end at the span's end, to the nodes of a temperature.</summary>
    private Epoch Needed => span.Last - Duration.FromSeconds(1);

    private SatelliteClock Redundant(ClockUnit[] units, ClockRedundancy redundancy)
    {
        if (redundancy.Monitor is { } monitor)
        {
            units = Monitored(units, monitor);
        }

        EntityId entity = EntityId.Satellite(satellite.Id);
        RedundantClock clock = RedundantClock.Assemble(units, span with { Last = Needed }, redundancy.TakeOver, [], scenario.Seed, 0, entity);
        _story.AddRange(clock.Switches.Select(s => ClockStory.TakeOver(satellite.Id, s, KindOf(s.Unit, redundancy).Name, units[s.Unit].Hot)));
        SatelliteClock ending = Ending(clock);
        return ending with
        {
            Outages = [.. clock.Switches.Where(s => s.Restored > s.Lost).Select(s => new EpochSpan(s.Lost, s.Restored)), .. ending.Outages],
            Kinds = [.. clock.Switches.Select(s => new ClockKindChange(s.Lost, s.Restored, NameOf(s.Unit, redundancy)))],
            Notices = [.. clock.Switches.Select(s => Notice(s, redundancy, units[s.Unit].Hot))],
        };
    }

    private ClockNotice Notice(ClockSwitch change, ClockRedundancy redundancy, bool hot)
    {
        TakeOverSettings errors = redundancy.TakeOver;
        double frequency = hot ? errors.HotFrequencySigma : Hypotenuse(errors.ColdFrequencySigma, errors.WarmUpSigma);

        // Whether the filter has followed a jump that is now taken back it cannot know: the whole of it counts as unknown.
        return new(change.Restored) { PhaseSigma = Hypotenuse(errors.PhaseSigma, change.Correction.Offset), FrequencySigma = Hypotenuse(frequency, change.Correction.Frequency), Kind = scenario.Clocks.InForce(KindOf(change.Unit, redundancy)) };
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));

    /// <summary>Units that the monitoring unit blames end there. It blames one of three or more, so that another one runs.</summary>
    private ClockUnit[] Monitored(ClockUnit[] units, ClockMonitor monitor)
    {
        ClockUnit[] left = [.. units];
        List<int> running = [.. Enumerable.Range(0, units.Length).Where(i => units[i].Hot)];
        EntityId entity = EntityId.Satellite(satellite.Id);
        for (Epoch from = span.First; running.Count >= 2;)
        {
            Epoch end = running.Min(i => left[i].Clock.Validity.Last) is var first && first < Needed ? first : Needed;
            ClockAlarm? alarm = monitor.FirstAlarm([.. running.Select(i => left[i].Clock)], new EpochSpan(from, end), scenario.Seed, 0, entity);
            if (alarm is { Unit: null })
            {
                _story.Add(ClockStory.Undecided(satellite.Id, alarm));
                return left;
            }

            if (alarm is { Unit: { } which })
            {
                int unit = running[which];
                _story.Add(ClockStory.Blamed(satellite.Id, unit, alarm));
                left[unit] = left[unit] with
                {
                    Clock = new EventClock(left[unit].Clock, [new ClockEvent(alarm.Epoch, 0) { Failure = true }]),
                    TrustedUntil = alarm.Epoch - (monitor.Interval * (alarm.IsFrequency ? 2L * monitor.Window : 2)),
                };
                running.RemoveAt(which);
                from = alarm.Epoch;
                continue;
            }

            if (end >= Needed)
            {
                return left;
            }

            running.RemoveAll(i => left[i].Clock.Validity.Last <= end);
            from = end;
        }

        return left;
    }

    private SatelliteClock Steered(SatelliteClock clock)
    {
        if (scenario.Clocks.Steering.FirstOrDefault(s => s.Satellites.Contains(satellite.Id)) is not { } steering)
        {
            return clock;
        }

        EpochSpan steered = new(span.First, clock.Clock.Validity.Last < span.Last ? clock.Clock.Validity.Last : span.Last);
        SteeredClock output = new(Set(clock.Clock, steered, steering.Settings.Interval), steered, steering.Settings, scenario.Seed, 0, EntityId.Satellite(satellite.Id));
        IEnumerable<ClockNotice> commands = output.Commands.Where(c => c.Change != 0).Select(c => new ClockNotice(c.Epoch) { FrequencyStep = c.Change });
        return clock with { Clock = output, Notices = [.. clock.Notices.Concat(commands).OrderBy(n => n.Epoch)] };
    }

    /// <summary>Steered clocks have been so for long: the unit begins at system time with its mean frequency over the first interval taken off, not with the microseconds of a free one.</summary>
    private static EventClock Set(IClock clock, EpochSpan span, Duration interval)
    {
        Epoch next = span.First + interval < span.Last ? span.First + interval : span.Last;
        double offset = clock.At(span.First).Offset, elapsed = (next - span.First).TotalSeconds;
        return new(clock, [new ClockEvent(span.First, -offset, elapsed > 0 ? (offset - clock.At(next).Offset) / elapsed : 0)]);
    }
}
