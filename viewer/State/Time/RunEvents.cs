using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What happened in a run, as far as its folder tells: of all satellites once, of the selected one when it is selected.</summary>
/// <remarks>A table that is missing or damaged is a table without events: those who need it for more will say what is wrong with it.</remarks>
internal sealed class RunEvents(ISceneSource source)
{
    private readonly Dictionary<SatelliteId, IReadOnlyList<RunEvent>> _own = [];
    private readonly Lazy<Dictionary<string, List<(Epoch At, double Age)>>> _ages = new(() => Ages(source.Folder));
    private readonly Lazy<Dictionary<string, List<(Epoch At, Position<Itrf> Place)>>> _places = new(() => Places(source.Folder));
    private IReadOnlyList<RunEvent>? _common;

    /// <summary>By time.</summary>
    public IReadOnlyList<RunEvent> Of(SatelliteId? selected)
    {
        _common ??= Sorted(Common());
        if (selected is not { } satellite)
        {
            return _common;
        }

        if (!_own.TryGetValue(satellite, out IReadOnlyList<RunEvent>? events))
        {
            _own[satellite] = events = Sorted([.. _common, .. Uploads(satellite), .. Eclipses(satellite)]);
        }

        return events;
    }

    private static IReadOnlyList<RunEvent> Sorted(IEnumerable<RunEvent> events) => [.. events.OrderBy(e => e.From).ThenBy(e => e.Text, StringComparer.Ordinal)];

    private List<RunEvent> Common()
    {
        List<RunEvent> events = [];
        if (source.Folder is not { } folder)
        {
            return events;
        }

        foreach (RunSatellite satellite in folder.Manifest.Satellites)
        {
            foreach (RunClockChange change in satellite.ClockChanges ?? [])
            {
                if (Epoch.TryParse(change.Epoch, out Epoch at))
                {
                    events.Add(new RunEvent(at, null, RunEventKind.Clock, $"{satellite.Sat} goes over to {change.Clock}", IdOf(satellite.Sat)));
                }
            }
        }

        if (ScenarioOf(folder)?.Faults is { } faults)
        {
            AddFaults(events, faults, source.Grid);
        }

        foreach ((string sat, List<(Epoch At, double Age)> ages) in _ages.Value)
        {
            for (int i = 1; i < ages.Count; i++)
            {
                if (ages[i].At - ages[i - 1].At > source.Grid.Step * 2)
                {
                    events.Add(new RunEvent(ages[i - 1].At + source.Grid.Step, ages[i].At, RunEventKind.Outage, $"{sat} without a message", IdOf(sat)));
                }
            }
        }

        return events;
    }

    private static void AddFaults(List<RunEvent> events, FaultSettings faults, EpochGrid grid)
    {
        foreach ((SatelliteId satellite, Clocks.ClockEvent fault, _) in faults.Clocks)
        {
            events.Add(new RunEvent(fault.Epoch, null, RunEventKind.Fault, fault.Failure ? $"a clock of {satellite} fails" : $"a clock of {satellite} is disturbed", satellite));
        }

        foreach (Links.TerminalFault fault in faults.Links)
        {
            events.Add(new RunEvent(fault.From ?? grid.Start, fault.Until ?? grid.Last, RunEventKind.Fault, fault.LossProbability >= 1 ? $"crosslink terminal of {fault.Satellite} is out" : $"crosslink terminal of {fault.Satellite} is disturbed", fault.Satellite));
        }

        foreach (SatelliteId satellite in faults.Ephemerides.Keys)
        {
            events.Add(new RunEvent(grid.Start, grid.Last, RunEventKind.Fault, $"broadcast orbits of {satellite} are displaced", satellite));
        }

        if (faults.AnchorLostAt is { } lost)
        {
            events.Add(new RunEvent(lost, null, RunEventKind.Outage, "anchor stations fall silent"));
        }
    }

    private IEnumerable<RunEvent> Uploads(SatelliteId satellite)
    {
        if (!_ages.Value.TryGetValue(satellite.ToString(), out List<(Epoch At, double Age)>? ages))
        {
            yield break;
        }

        for (int i = 1; i < ages.Count; i++)
        {
            // The age of what is on air grows until something newer takes its place: it then is as old as the new message.
            if (ages[i].Age < ages[i - 1].Age)
            {
                Epoch made = ages[i].At - Duration.FromSeconds(Math.Floor(Math.Max(0, ages[i].Age)));
                yield return new RunEvent(made > ages[i - 1].At ? made : ages[i].At, null, RunEventKind.Upload, $"{satellite} broadcasts a new message", satellite);
            }
        }
    }

    /// <summary>Entries into and exits from the Earth's shadow (less than half of the Sun), interpolated between epochs.</summary>
    private IEnumerable<RunEvent> Eclipses(SatelliteId satellite)
    {
        if (!_places.Value.TryGetValue(satellite.ToString(), out List<(Epoch At, Position<Itrf> Place)>? places))
        {
            yield break;
        }

        Epoch? entered = null;
        (Epoch At, double Light)? before = null;
        foreach ((Epoch at, Position<Itrf> place) in places)
        {
            EarthRotation earth = EarthOrientation.BuiltIn.At(at);
            double light = Eclipse.Fraction(earth.ToGcrf(place), Sun.PositionGcrf(at)) - 0.5;
            Epoch edge = before is { } last && last.Light * light < 0 ? last.At + Duration.FromSeconds(Math.Round((at - last.At).TotalSeconds * last.Light / (last.Light - light))) : at;
            if (light < 0)
            {
                entered ??= edge;
            }
            else if (entered is { } from)
            {
                yield return Shadow(from, edge);
                entered = null;
            }

            before = (at, light);
        }

        if (entered is { } open && before is { } end && end.At > open)
        {
            yield return Shadow(open, end.At);
        }

        RunEvent Shadow(Epoch from, Epoch until) => new(from, until, RunEventKind.Eclipse, $"{satellite} in the Earth's shadow", satellite);
    }

    private static ScenarioDefinition? ScenarioOf(RunFolder folder)
    {
        try
        {
            return folder.Scenario;
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static Dictionary<string, List<(Epoch At, double Age)>> Ages(RunFolder? folder) => Read<double>(folder, RunFolder.SisreFile, "epoch_gpst,sat,age_s", table =>
    {
        double[] age = table.Real("age_s");
        return i => age[i];
    });

    private static Dictionary<string, List<(Epoch At, Position<Itrf> Place)>> Places(RunFolder? folder) => Read<Position<Itrf>>(folder, RunFolder.OrbitsFile, "epoch_gpst,sat,x_m,y_m,z_m", table =>
    {
        double[] x = table.Real("x_m"), y = table.Real("y_m"), z = table.Real("z_m");
        return i => new Position<Itrf>(x[i], y[i], z[i]);
    });

    /// <summary>A table by satellite.</summary>
    private static Dictionary<string, List<(Epoch At, T Value)>> Read<T>(RunFolder? folder, string file, string columns, Func<ColumnTable, Func<int, T>> values)
    {
        Dictionary<string, List<(Epoch At, T Value)>> bySatellite = [];
        if (folder is null || !File.Exists(Path.Combine(folder.Path, file)))
        {
            return bySatellite;
        }

        try
        {
            ColumnTable table = folder.Table(file, columns);
            Epoch[] epochs = table.Epochs("epoch_gpst");
            string[] sats = table.Text("sat");
            Func<int, T> value = values(table);
            for (int i = 0; i < epochs.Length; i++)
            {
                if (!bySatellite.TryGetValue(sats[i], out List<(Epoch At, T Value)>? rows))
                {
                    bySatellite[sats[i]] = rows = [];
                }

                rows.Add((epochs[i], value(i)));
            }
        }
        catch (InputException)
        {
            bySatellite.Clear();
        }

        return bySatellite;
    }

    private static SatelliteId? IdOf(string sat) => SatelliteId.TryParse(sat, out SatelliteId id) ? id : null;
}
