using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Reads the clocks of RINEX clock files, SP3 files and tables; files of one product make one history.</summary>
internal sealed class StabilitySources(ReadingRules rules, Action<string> tell)
{
    /// <summary>Rows of the longest clock.</summary>
    private const long MostRows = ClockTableReader.MostRows;

    /// <summary>With more grid places for a row than this the interval is wrong rather than the gaps long.</summary>
    private const long PlacesPerRow = 50, MorePlaces = 1000;

    public bool RemoveCommon { get; init; }

    public bool Stations { get; init; }

    public bool Frequency { get; init; }

    /// <summary>Values per second of a table; NaN if not given.</summary>
    public double Rate { get; init; } = double.NaN;

    /// <summary>Looked at while a table is read.</summary>
    public CancellationToken Cancel { get; init; }

    /// <exception cref="InputException">A file cannot be read, or there is no such satellite.</exception>
    public IReadOnlyList<StabilitySource> Read(IReadOnlyList<string> files, SatelliteSelector satellites)
    {
        FileKind[] kinds = [.. files.Select(FileKinds.Of)];
        FileKind kind = kinds[0];
        if (Array.Exists(kinds, k => k != kind))
        {
            throw new InputException(Diagnostic.Error("CN3005", new SourceSpan(files[Array.FindIndex(kinds, k => k != kind)]), "is not of the same kind as the file before", "give files of one kind together"));
        }

        RequireFitting(kind == FileKind.Unknown);
        switch (kind)
        {
            case FileKind.RinexClock:
                ClkFile clk = ClkFile.Merge(InputFiles.ReadUsable(files, ClkReader.Read, rules));
                return Satellites(files, clk.Satellites.Keys.Select(id => (id, clk.Clock(id))), clk.Interval, _ => [], satellites, clk);
            case FileKind.Sp3:
                Sp3File sp3 = Sp3File.Merge(InputFiles.ReadUsable(files, Sp3Reader.Read, rules), rules.Tell);
                return Satellites(files, sp3.Satellites.Select(s => (s.Id, sp3.Clock(s.Id))), sp3.Interval, id => ClockEvents(sp3, id), satellites, null);
            case FileKind.Unknown:
                return [.. files.SelectMany(f => Table(f, satellites))];
            default:
                throw new InputException(Diagnostic.Error("CN3005", new SourceSpan(files[0]), $"is a file of kind {kind}, which has no clock histories", "give RINEX CLK, SP3, or a table of numbers"));
        }
    }

    private List<StabilitySource> Satellites(
        IReadOnlyList<string> files, IEnumerable<(SatelliteId Id, TabulatedClock? Clock)> all, Duration interval, Func<SatelliteId, HashSet<Epoch>> events, SatelliteSelector chosen, ClkFile? clk)
    {
        List<StabilitySource> sources = [];
        (SatelliteId Id, TabulatedClock Clock)[] clocks = [.. all.Where(c => c.Clock is not null).Select(c => (c.Id, c.Clock!))];
        CommonReference reference = new(clocks.Select(c => (c.Id.System, c.Clock)));
        foreach (IGrouping<GnssSystem, (SatelliteId Id, TabulatedClock Clock)> system in clocks.GroupBy(c => c.Id.System).OrderBy(g => g.Key))
        {
            (SatelliteId Id, TabulatedClock Clock)[] wanted = [.. system.Where(c => chosen.Accepts(c.Id)).OrderBy(c => c.Id)];
            if (wanted.Length == 0)
            {
                continue;
            }

            TellOfSteps(system.Key, system.Count(), reference);
            sources.AddRange(wanted.Select(c => OnGrid(files[0], c.Id.ToString(), RemoveCommon ? reference.Against(c.Id.System, c.Clock) : c.Clock, interval, events(c.Id))));
        }

        if (clk is { Stations.Count: > 0 })
        {
            if (Stations)
            {
                sources.AddRange(clk.Stations.Keys.Select(name => OnGrid(files[0], name, clk.StationClock(name)!, interval, [])));
            }
            else
            {
                tell($"{clk.Stations.Count} station clocks left out; --stations takes them");
            }
        }

        return sources.Count > 0 ? sources : throw new InputException(Diagnostic.Error(
            "CN4001", new SourceSpan("--sat"), "the file has no clock of such a satellite", clocks.Length == 0 ? "it has none at all" : $"it has {string.Join(", ", SatelliteSelector.Describe(clocks.Select(c => c.Id)))}"));
    }

    private void TellOfSteps(GnssSystem system, int clocks, CommonReference reference)
    {
        IReadOnlyList<(Epoch At, double Size)> steps = reference.Steps(system);
        if (steps.Count > 0)
        {
            (Epoch at, double size) = steps.MaxBy(s => Math.Abs(s.Size));
            tell(FormattableString.Invariant(
                $"{system}: the reference that {clocks} clocks share steps at {steps.Count} epochs, most by {size * 1e9:0.###} ns at {at.ToString(TimeScale.Gpst, 0)} GPST; {(RemoveCommon ? "taken out" : "--remove-common takes it out")}"));
        }
    }

    private StabilitySource OnGrid(string file, string name, TabulatedClock clock, Duration interval, HashSet<Epoch> events)
    {
        ReadOnlySpan<Epoch> epochs = clock.Epochs;
        if (epochs.Length < 2 || interval <= Duration.Zero)
        {
            return new StabilitySource(name, clock.Offsets.ToArray(), interval <= Duration.Zero ? Duration.FromSeconds(1) : interval, false, epochs[0], []);
        }

        interval = OwnInterval(epochs);     // stations may have fewer rows than satellites
        long last = Duration.FloorDivide(epochs[^1] - epochs[0], interval);
        if (last >= MostRows || last > (PlacesPerRow * epochs.Length) + MorePlaces)
        {
            throw new InputException(Diagnostic.Error("CN3236", new SourceSpan(file), $"{name}: from its first to its last epoch are {last} intervals of {interval.TotalSeconds:G6} s, but it has {epochs.Length} values", "give files of consecutive days"));
        }

        double[] values = new double[last + 1];
        Array.Fill(values, double.NaN);
        List<int> resets = [];
        int between = 0;
        for (int i = 0; i < epochs.Length; i++)
        {
            Duration since = epochs[i] - epochs[0];
            long place = Duration.FloorDivide(since, interval);
            if (since != interval * place)
            {
                between++;
                continue;
            }

            values[place] = clock.Offsets[i];
            if (events.Contains(epochs[i]))
            {
                resets.Add((int)place);
            }
        }

        if (between > 0)
        {
            tell($"{name}: {between} values between the grid of {interval.TotalSeconds:G6} s left out");
        }

        return new StabilitySource(name, values, interval, false, epochs[0], resets);
    }

    /// <summary>Median of the steps, the lower of two.</summary>
    private static Duration OwnInterval(ReadOnlySpan<Epoch> epochs)
    {
        Duration[] steps = new Duration[epochs.Length - 1];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = epochs[i + 1] - epochs[i];
        }

        Array.Sort(steps);
        return steps[(steps.Length - 1) / 2];
    }

    private static HashSet<Epoch> ClockEvents(Sp3File file, SatelliteId id)
    {
        Sp3Satellite satellite = file.Find(id)!;
        return [.. file.Epochs.Where((_, i) => satellite.Marks[i].HasFlag(Sp3Marks.ClockEvent))];
    }

    /// <summary>Options that mean nothing for a kind of file are told, not passed over.</summary>
    private void RequireFitting(bool table)
    {
        (string Option, bool Given, string Problem)[] options = table
            ?
            [
                ("--remove-common", RemoveCommon, "a table has no reference that its clocks share; give RINEX CLK or SP3 files"),
                ("--stations", Stations, "only a RINEX CLK file has station clocks"),
            ]
            :
            [
                ("--type", Frequency, "RINEX CLK and SP3 files hold offsets"),
                ("--rate", !double.IsNaN(Rate), "RINEX CLK and SP3 files tell their times themselves"),
            ];
        Diagnostic[] wrong = [.. options.Where(o => o.Given).Select(o => Diagnostic.Error("CN1003", new SourceSpan(o.Option), o.Problem, "leave the option out"))];
        if (wrong.Length > 0)
        {
            throw new InputException(wrong);
        }
    }

    private StabilitySource[] Table(string path, SatelliteSelector satellites)
    {
        ClockTable table = InputFiles.ReadUsable([path], p => ClockTableReader.Read(p, Frequency, Rate, Cancel), rules)[0];
        string file = Path.GetFileName(path);
        ClockValues[] chosen = ReferenceEquals(satellites, SatelliteSelector.All)
            ? [.. table.Clocks]
            : [.. table.Clocks.Where(c => SatelliteId.TryParse(c.Name, out SatelliteId id) && satellites.Accepts(id))];
        return chosen.Length > 0
            ? [.. chosen.Select(c => new StabilitySource(c.Name.Length == 0 ? file : c.Name, c.Values, c.Interval, Frequency, null, []) { NotFinite = c.NotFinite })]
            : throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), $"{file} has no clock of such a satellite", "leave --sat out, or name the column of the satellites sat"));
    }
}
