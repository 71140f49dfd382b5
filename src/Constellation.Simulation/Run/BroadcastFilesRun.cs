using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A run on real messages: they replace control segment and broadcast stage; precise orbits and clocks from files are the truth.</summary>
/// <remarks>Antennas, group delays and the clock datum by <see cref="SisreComparison"/>. A satellite may come and go: at epochs without message,
/// orbit or clock, and where the message is off by more than the outlier limit, users do without it.</remarks>
internal sealed class BroadcastFilesRun(ScenarioDefinition scenario, int threads, Action<RunProgress> progress, CancellationToken cancel)
{
    private readonly StageTimer _timer = new();
    private readonly List<string> _notes = [];

    public RunResult Execute()
    {
        progress(new("files", 0));
        (SisreComparison comparison, EpochSpan coverage) = _timer.Time("files", Open);
        EpochGrid grid = Grid(coverage);
        ComparedSatellite[][] compared = _timer.Time("satellites", () => Compare(comparison, grid));
        SatelliteDefinition[] satellites = [.. scenario.Satellites.Where(s => compared.Any(e => e.Any(c => c.State.Id == s.Id)))];
        SatelliteId[] absent = [.. scenario.Satellites.Select(s => s.Id).Except(satellites.Select(s => s.Id))];
        if (satellites.Length == 0)
        {
            throw new InputException(Diagnostic.Error(
                "CN4002", new SourceSpan(scenario.Name), "no epoch has a valid message and a precise orbit and clock for three satellites of one system", "give files of the same day and of the scenario's systems"));
        }

        if (absent.Length > 0)
        {
            _notes.Add($"left out, since the files do not have them: {string.Join(' ', absent)}");
        }

        SatelliteEpochState[][] states = [.. compared.Select(e => e.Select(c => c.State with { Usable = c.Error.Sisre(c.Weights) <= comparison.OutlierLimit }).ToArray())];
        SisreRow[] sisre =
        [
            .. compared.SelectMany((epoch, e) => epoch.Select(c => new SisreRow(grid[e], c.State.Id, c.State.AgeSeconds, c.Error, c.Weights)))
                .Where(r => r.Sisre <= comparison.OutlierLimit),
        ];
        int outliers = compared.Sum(e => e.Length) - sisre.Length;
        if (outliers > 0)
        {
            _notes.Add($"{outliers} satellite epochs above the outlier limit of {comparison.OutlierLimit} m are not used");
        }

        UserRun users = new(scenario, grid);
        UserFix[][] fixes = _timer.Time("users", () => users.Solve(states, threads, done => progress(new("users", (double)done / grid.Count)), cancel));
        RunManifest manifest = ManifestMaker.Make(
            scenario, grid, satellites, [], ManifestMaker.FileStages(scenario), "per epoch and system (BeiDou: generation) the median of c dT - w_R R", _notes);
        return _timer.Time("statistics", () => new RunResult(scenario, manifest, grid, states, sisre, [], [], users, fixes, _timer));
    }

    private (SisreComparison Comparison, EpochSpan Coverage) Open()
    {
        if (scenario.Orbits.Source.Kind != DataSourceKind.Sp3 || scenario.Clocks.Source.Kind is not (DataSourceKind.Sp3 or DataSourceKind.Clk))
        {
            throw new InputException(Diagnostic.Error(
                "CN2152", new SourceSpan(scenario.Name), "messages from files can be judged by precise orbits and clocks only", "set orbits.source = \"sp3:FILE\" and clocks.source = \"clk:FILE\" or \"sp3:FILE\""));
        }

        NavigationFile navigation = NavigationFile.Merge(InputFiles.ReadAll(scenario.Broadcast.Source.Files, RinexNavReader.Read));
        Sp3File orbits = Sp3File.Merge(InputFiles.ReadAll(scenario.Orbits.Source.Files, Sp3Reader.Read));
        Dictionary<SatelliteId, TabulatedClock> clocks = TruthFiles.Tables(scenario.Clocks.Source);
        Dictionary<SatelliteId, PreciseSatellite> precise = [];
        foreach (SatelliteDefinition satellite in scenario.Satellites)
        {
            if (orbits.Orbit(satellite.Id) is { } orbit && clocks.TryGetValue(satellite.Id, out TabulatedClock? clock))
            {
                precise.Add(satellite.Id, new(orbit, clock));
            }
        }

        if (precise.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4003", new SourceSpan(scenario.Name), "the files have precise orbits and clocks of no satellite of the scenario", "give files of the scenario's systems"));
        }

        EpochSpan coverage = new(
            precise.Values.Min(p => Later(p.Orbit.Validity.First, p.Clock.Validity.First)),
            precise.Values.Max(p => Earlier(p.Orbit.Validity.Last, p.Clock.Validity.Last)));
        return (new SisreComparison(navigation.Messages, precise, new ProductAntennas(null).At), coverage);
    }

    private EpochGrid Grid(EpochSpan coverage)
    {
        Epoch start = scenario.Start ?? coverage.First;
        Duration left = coverage.Last - start;
        if (left < Duration.Zero || start < coverage.First)
        {
            throw new InputException(Diagnostic.Error(
                "CN4004", new SourceSpan(scenario.Name), $"the scenario starts at {start.ToString(TimeScale.Gpst)}, the files cover {coverage.First.ToString(TimeScale.Gpst)} to {coverage.Last.ToString(TimeScale.Gpst)}", "leave time.start out, or give files of that day"));
        }

        if (left < scenario.Duration)
        {
            Duration whole = scenario.Step * Duration.FloorDivide(left, scenario.Step);
            _notes.Add($"shortened to {whole.TotalSeconds / 3600:0.##} h: the files end at {coverage.Last.ToString(TimeScale.Gpst)}");
            return EpochGrid.Between(start, start + whole, scenario.Step);
        }

        return EpochGrid.Between(start, start + scenario.Duration, scenario.Step);
    }

    private ComparedSatellite[][] Compare(SisreComparison comparison, EpochGrid grid)
    {
        ComparedSatellite[][] compared = new ComparedSatellite[grid.Count][];
        Parallel.For(0, grid.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, e =>
            compared[e] = [.. comparison.At(grid[e]).OrderBy(c => c.State.Id)]);
        return compared;
    }

    private static Epoch Later(Epoch a, Epoch b) => a > b ? a : b;

    private static Epoch Earlier(Epoch a, Epoch b) => a < b ? a : b;
}
