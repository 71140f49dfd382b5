using System.CommandLine;
using Constellation.Core;
using Constellation.Simulation;
using Constellation.Time;
using Spectre.Console;

namespace Constellation.Cli;

/// <summary><c>observe SCENARIO --site LAT,LON,H -o DIR</c>: simulated observations with the files that other programs need to process them.</summary>
internal static class ObserveVerb
{
    private const string Notes =
        """
        DIR gets for each receiver NAME.rnx (RINEX observations), NAME.truth.csv (where it was, its clock offset) and with --ledger
        NAME.ledger.csv or .parquet: every term of every observation, whose sum is the observation. Besides nav.rnx (the messages),
        orbits.sp3 and clocks.clk (the truth, antennas and the tracked pair of signals: add neither antenna offsets nor biases), manifest.json.

        Truth is that of 'run SCENARIO': simulated, or from files with --set orbits.source=nav:FILE --set clocks.source=nav:FILE
        --set broadcast.source=nav:FILE (or sp3:, clk:). With files, satellites of all systems that --signals names take part.

        Columns and signs of the ledger, and what is left out of the observations: docs/theory/observations.md.
        """;

    public static Command Create()
    {
        Argument<string> scenario = new("scenario") { Description = "Name of a built-in scenario (see 'list scenarios') or a TOML file", HelpName = "SCENARIO" };
        Option<string[]> set = Options.Settings();
        Option<string[]> sites = new("--site") { Description = "A receiver that stands: latitude, longitude (degrees) and height (m), with a name before it if wanted, BEIJ=39.9,116.4,50; may be given several times", HelpName = "LAT,LON,H", DefaultValueFactory = _ => [] };
        Option<string?> trajectory = new("--trajectory") { Description = "A receiver that moves: aircraft, ship or car around the sites; leo (500 km); a CSV of epoch_gpst,x_m,y_m,z_m or epoch_gpst,lat_deg,lon_deg,height_m; an element set (TLE, OMM)", HelpName = "FILE|aircraft|ship|car|leo" };
        Option<string> output = new("--output", "-o") { Description = "Folder for the files; those of the same names are replaced", HelpName = "DIR", Required = true };
        Option<Epoch?> start = Options.Epoch("--start", "First epoch; that of the scenario if not given"), stop = Options.Epoch("--stop", "Last epoch, instead of --duration");
        Option<Duration?> duration = Options.Duration("--duration", "Length; that of the scenario if not given"), step = Options.Duration("--step", "Time between epochs (default 30s)");
        Option<string?> ledger = new("--ledger") { Description = "Also write every term of every observation; Parquet is made in memory, 10 MB for a million rows", HelpName = "csv|parquet" };
        ledger.AcceptOnlyFromAmong("csv", "parquet");
        Option<int> rinex = new("--rinex") { Description = "RINEX version of observations and messages, 3 (3.05) or 4 (4.00) (default 3)", HelpName = "3|4", DefaultValueFactory = _ => 3 };
        rinex.AcceptOnlyFromAmong("3", "4");
        ObserveOptions receiver = new();
        Option<ulong?> seed = Options.Seed();
        Option<int> threads = Options.Threads();
        Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no summary" };
        Command command = new("observe", "Simulated observations of a scenario's satellites: RINEX OBS and NAV, SP3, CLK, with a ledger of every error term")
        {
            scenario, set, sites, trajectory, start, stop, duration, step,
        };
        receiver.AddTo(command);
        foreach (Option option in new Option[] { ledger, rinex, output, seed, threads, quiet })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancel) =>
        {
            string[] settings = [.. parsed.GetRequiredValue(set), .. parsed.GetValue(seed) is { } s ? [$"seed={s}"] : Array.Empty<string>()];
            ScenarioDefinition definition = Scenarios.Read(parsed.GetRequiredValue(scenario), settings);
            ObserveReceivers who = ObserveReceivers.Parse(parsed.GetRequiredValue(sites), parsed.GetValue(trajectory));
            Duration between = parsed.GetValue(step) ?? Duration.FromSeconds(30);
            (Epoch? first, Duration? length) = Span(parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(duration), who.Coverage, between, definition);
            ObservationFiles files = new() { RinexVersion = parsed.GetValue(rinex) == 4 ? 4.0 : 3.05, Ledger = parsed.GetValue(ledger) };
            string folder = parsed.GetRequiredValue(output);
            if (folder.Length == 0 || File.Exists(folder))
            {
                throw new InputException(Diagnostic.Error("CN1005", new SourceSpan("--output"), folder.Length == 0 ? "the name of the folder is empty" : $"'{folder}' is a file", "name a folder"));
            }

            bool silent = parsed.GetValue(quiet);
            int most = parsed.GetValue(threads);
            ObserveRun run;
            IReadOnlyList<ObservedCounts> counts;
            using (RunDisplay display = new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), silent))
            {
                run = ObserveRun.Prepare(definition, first, length, between, receiver.Settings(parsed, definition), most, display.Report, cancel);
                counts = ObservationFolder.Write(run, who.From(run.Grid.Start), folder, files, display.Report, cancel);
            }

            if (!silent)
            {
                Tell(run, counts, folder);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation observe beidou-3 --site 39.9,116.4,50 -o beijing",
            "constellation observe gps --site BERL=52.5,13.4,40 --site MADR=40.4,-3.7,660 --duration 2h --step 1s --receiver-clock csac --ledger parquet -o europe",
            "constellation observe galileo --site 48,11,0 --trajectory aircraft --start 2024-09-20T06:00:00GPST --duration 1h --step 1s -o flight",
            "constellation observe gps --trajectory leo --mask 0 --duration 3h --step 10s -o leo",
            "constellation observe noise-free --set orbits.source=nav:brdc.rnx --set clocks.source=nav:brdc.rnx --set broadcast.source=nav:brdc.rnx --signals G,E --site 55.5,8.5,60 -o check");
    }

    /// <summary>The epochs asked for; a table of places gives those that it covers.</summary>
    private static (Epoch? Start, Duration? Length) Span(Epoch? start, Epoch? stop, Duration? duration, EpochSpan? covered, Duration step, ScenarioDefinition scenario)
    {
        if (stop is not null && duration is not null)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--stop"), "--stop and --duration are both given", "leave one of them out"));
        }

        if (covered is { } way && step > Duration.Zero)
        {
            start ??= way.First + (step * (1 + Duration.FloorDivide(Duration.FromSeconds(1), step)));
            duration ??= stop is null ? way.Last - start.Value - Duration.FromSeconds(1) : null;
        }

        if (stop is { } last)
        {
            Epoch first = start ?? scenario.Start ?? throw new InputException(Diagnostic.Error("CN1004", new SourceSpan("observe"), "--start is missing: the scenario has none of its own", "write it, as in --start 2024-09-20T00:00:00GPST"));
            (start, duration) = (first, last - first);
        }

        if (covered is { } whole && start is { } begin && duration is { } asked && step > Duration.Zero && asked > Duration.Zero)
        {
            RequireWithin(whole, begin, asked, step);
        }

        return (start, duration);
    }

    /// <summary>Before anything is computed: a table has to cover half a second more than the observations on both sides.</summary>
    private static void RequireWithin(EpochSpan covered, Epoch start, Duration length, Duration step)
    {
        Epoch last = start + (step * Duration.FloorDivide(length, step));
        Duration half = Duration.FromSeconds(0.5), room = covered.Last - half - start;
        if (start - half < covered.First || last + half > covered.Last)
        {
            throw new InputException(Diagnostic.Error(
                "CN4306", new SourceSpan("--trajectory"), $"the trajectory goes from {covered.First.ToString(TimeScale.Gpst)} to {covered.Last.ToString(TimeScale.Gpst)}, the observations from {start.ToString(TimeScale.Gpst)} to {last.ToString(TimeScale.Gpst)}",
                start - half < covered.First || room < step ? "choose --start and --duration half a second within it" : $"write --duration {Math.Floor(room.TotalSeconds / step.TotalSeconds) * step.TotalSeconds:0.######}s at most, or another --start: both ends half a second within it"));
        }
    }

    private static void Tell(ObserveRun run, IReadOnlyList<ObservedCounts> counts, string folder)
    {
        foreach (string note in run.Notes)
        {
            Console.Error.WriteLine($"note: {note}");
        }

        foreach (ObservedCounts c in counts)
        {
            Console.Error.WriteLine($"{Path.Combine(folder, ObservationFiles.Observations(c.Marker))}: {c.Epochs} epochs, {c.Observations} pseudoranges, at most {c.Satellites} satellites, {c.Slips} cycle slips");
        }
    }
}
