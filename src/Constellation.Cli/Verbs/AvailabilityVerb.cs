using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>availability CONSTELLATION</c>: failures, spares and outages over years, and which satellites matter.</summary>
internal static class AvailabilityVerb
{
    /// <summary>Sum over replicates of satellites and years beyond which a study is refused.</summary>
    private const double Most = 3e7;

    private const string Notes =
        """
        What fails by default, each exponentially distributed, and where the figure comes from:
          satellite  12 years of life                       design life of recent navigation satellites
          outage     5000 h between, 36 h to repair         between: 0.9998 per hour, the continuity that GPS commits to; repair assumed
          clock      6 years, 4 units in turn, 6 h each     assumed; the last failure is the end of the satellite
          link       3 years, 12 h                          assumed; the satellite serves on with older messages
          station    60 days, 1 day; 3 stations, 1 needed   assumed
          planned    12 h every year of each satellite      assumed
        A lost satellite is replaced by a spare of its plane, which drifts to the slot (100 km higher or lower, the shorter way: 3.6 deg a day
        for BeiDou's medium orbits), and by a launch after 270 days (assumed) where there is none; a used spare is replaced by a launch too.

        Geometry: PDOP <= 6 on a grid of 10 degrees over a day every hour, unobstructed above 5 degrees; every set of empty slots is
        computed once. geometry_everywhere is the share of time in which all points are good. Columns low and high: 95 % interval of the
        mean over the replicates, Wilson's for shares; empty where no replicate differs from another.

        --run takes the signal-in-space error of each satellite from a run (sisre_rms of its summary) and adds --user-error to it: with that,
        the accuracy of positions where geometry is good (rms, three-dimensional, receivers weighing ranges by their errors) is told, and
        critical and critical-pairs rank by its growth, so that a satellite of good signals counts for more than one of bad ones.

        Random numbers have addresses: the same seed gives the same years for any number of threads, and a change of one kind of
        equipment leaves the others' draws alone. Theory and tests: docs/theory/availability.md.
        """;

    public static Command Create()
    {
        FailureSettings defaults = new();
        Argument<string> source = new("constellation") { Description = "A constellation of the library ('list constellations') or a TOML file of one, or a scenario: its satellites", HelpName = "CONSTELLATION" };
        Option<string> what = new("--what") { Description = "Which table", HelpName = string.Join('|', AvailabilityTables.Kinds), DefaultValueFactory = _ => AvailabilityTables.Kinds[0] };
        what.AcceptOnlyFromAmong([.. AvailabilityTables.Kinds]);
        Option<double> years = Options.Number("--years", "Length of the study", 10, 0.01, 1000, "YEARS");
        Option<int> replicates = AvailabilityOptions.Integer("--replicates", "How often the years are lived through", defaults.Replicates, 1, 1_000_000);
        Option<string[]> rates = AvailabilityOptions.Rates();
        Option<int> clocks = AvailabilityOptions.Integer("--clocks", "Clocks of a satellite", defaults.ClockUnits, 1, 32);
        Option<int> stations = AvailabilityOptions.Integer("--stations", "Ground stations", defaults.Stations, 0, 1000);
        Option<int> needed = AvailabilityOptions.Integer("--stations-needed", "With fewer working stations messages grow old", defaults.StationsNeeded, 0, 1000);
        Option<int?> spares = AvailabilityOptions.Integer("--spares", "Spares in each plane; without it those that the constellation has", 0, 100);
        Option<Duration?> drift = Options.Duration("--drift", "Time of a spare to its slot, in place of the drift orbit's", positive: true);
        Option<double> height = Options.Number("--drift-height", "Height by which the drift orbit differs", 100, 1, 1000, "KM");
        Option<Duration?> launch = Options.Duration("--launch", "From a loss to the service of a launched satellite; 270d if not given", positive: true);
        Option<Duration?> plane = Options.Duration("--plane-loss", "Mean time until a whole plane is lost at once; never if not given", positive: true);
        Option<Duration?> planned = Options.Duration("--planned", "Time between planned outages of a satellite; 0s for none, 365.25d if not given");
        Option<Duration?> plannedLength = Options.Duration("--planned-length", "Length of a planned outage; 12h if not given", positive: true);
        Option<string?> outages = new("--outages") { Description = "List of known outages, lines SAT,FROM,LENGTH such as C19,100d,12h", HelpName = "FILE" };
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<double> grid = Options.Number("--grid", "Cell of the world grid", 10, 1, 90, "DEG"), mask = Options.Number("--mask", "Elevation mask", 5, 0, 89, "DEG"), limit = Options.Number("--pdop", "Greatest PDOP that counts", 6, 1, 1000, "");
        Option<string?> run = new("--run") { Description = "Folder of a run: the signal-in-space error of each satellite, for the accuracy of users", HelpName = "DIR" };
        Option<double> user = Options.Number("--user-error", "Receiver's and atmosphere's part of a range's error, with --run (assumed: two frequencies, open sky)", 0.5, 0.01, 1000, "M");
        Option<string?> by = new("--by") { Description = "What makes one loss worse than another in the tables critical and critical-pairs; accuracy with --run, availability without, if not given", HelpName = "availability|pdop|accuracy" };
        by.AcceptOnlyFromAmong("availability", "pdop", "accuracy");
        Option<string?> plot = new("--plot") { Description = "Draw the number of satellites in service, or the ranking, to a PNG or SVG", HelpName = "FILE" };
        Option<ulong?> seed = Options.Seed();
        Option<int> threads = Options.Threads();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("availability", "Failures, spares and outages over years: slots, geometry, continuity, and which satellites matter")
        {
            source, what, years, replicates, rates, clocks, stations, needed, spares, drift, height, launch, plane, planned, plannedLength, outages, satellites, grid, mask, limit, run, user, by, plot, seed, threads, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            PlotOutput.RequirePicture(parsed.GetValue(plot), "CN6103");
            ConstellationSlots slots = Slots(parsed.GetRequiredValue(source), parsed.GetRequiredValue(satellites));
            FailureSettings settings = AvailabilityOptions.Apply(defaults, parsed.GetValue(rates) ?? []) with
            {
                Length = Duration.FromSeconds(Math.Round(parsed.GetValue(years) * 365.25 * 86_400)),
                Replicates = parsed.GetValue(replicates),
                Seed = parsed.GetValue(seed) ?? defaults.Seed,
                ClockUnits = parsed.GetValue(clocks),
                Stations = parsed.GetValue(stations),
                StationsNeeded = Math.Min(parsed.GetValue(needed), parsed.GetValue(stations)),
                SparesPerPlane = parsed.GetValue(spares),
                Drift = parsed.GetValue(drift),
                DriftHeight = 1000 * parsed.GetValue(height),
                Launch = parsed.GetValue(launch) ?? defaults.Launch,
                PlaneLoss = parsed.GetValue(plane),
                PlannedEvery = parsed.GetValue(planned) is { } every ? every > Duration.Zero ? every : null : defaults.PlannedEvery,
                PlannedLength = parsed.GetValue(plannedLength) ?? defaults.PlannedLength,
                Listed = AvailabilityOptions.ReadOutages(parsed.GetValue(outages), slots),
            };
            RequireAffordable(settings, slots);
            GeometryCriterion geometry = new(slots, Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromDays(1), Duration.FromHours(1), Cell(parsed.GetValue(grid)), parsed.GetValue(mask), parsed.GetValue(limit),
                parsed.GetValue(run) is { } folder ? RangeErrors.Of(folder, slots, parsed.GetValue(user)) : null);
            (string kind, int workers) = (parsed.GetRequiredValue(what), parsed.GetValue(threads));
            AvailabilityStudy study = new(slots, settings, geometry);
            RunPlot? picture = null;
            Action<TableWriter> rows;
            CriticalityOrder order = Order(parsed.GetValue(by), geometry);
            using CountedProgress progress = new("availability", kind.StartsWith("critical", StringComparison.Ordinal) ? "losses" : "replicates");
            if (kind is "critical" or "critical-pairs")
            {
                IReadOnlyList<CriticalSet> ranking = CriticalSatellites.Rank(slots, geometry, kind == "critical" ? 1 : 2, workers, cancel, order, progress.Report);
                (rows, picture) = (w => AvailabilityTables.Ranking(w, ranking), new CriticalSatellitesPlot(ranking, order));
            }
            else if (kind == "events")
            {
                rows = w => AvailabilityTables.Events(w, slots, study, settings.Replicates);
            }
            else
            {
                AvailabilityReport report = study.Run(workers, cancel, progress.Report);
                progress.Dispose();
                picture = new SatelliteCountPlot(report);
                AvailabilityTables.Report(Console.Error, report, slots);
                rows = kind switch
                {
                    "slots" => w => AvailabilityTables.Slots(w, report),
                    "states" => w => AvailabilityTables.States(w, report),
                    _ => w => AvailabilityTables.Summary(w, report),
                };
            }

            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), AvailabilityTables.Columns(kind), rows);
            if (parsed.GetValue(plot) is { } path && picture is not null)
            {
                PlotOutput.Write(path, picture);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation availability beidou-3 --years 10 --replicates 200",
            "constellation availability beidou-3 --spares 0 --mtbf satellite=3000d --mtbf outage=5000h/36h --what states --plot states.png",
            "constellation availability beidou-3 --spares 1 --drift 14d --launch 365d --what slots",
            "constellation availability gps --what critical-pairs -o pairs.csv",
            "constellation availability beidou-3 --what critical --run runs/beidou-3");
    }

    /// <summary>Constellations come first; a scenario of the same name has the same satellites.</summary>
    private static ConstellationSlots Slots(string name, SatelliteSelector satellites)
    {
        EphemerisLibrary library = EphemerisLibrary.BuiltIn;
        string bare = name.StartsWith("scenario/", StringComparison.Ordinal) ? name["scenario/".Length..] : name;
        bool scenario = bare != name || (library.Find(LibraryKind.Constellation, name) is null && library.Find(LibraryKind.Scenario, name) is not null);
        if (scenario)
        {
            ScenarioDefinition read = Scenarios.Read(bare, []);
            return new(read.Constellation, [.. read.Satellites.Where(satellites.Accepts)]);
        }

        ConstellationDefinition constellation = library.Constellation(name, new SourceSpan(name));
        OrbitSources.TellMissing(satellites, [.. constellation.Satellites.Select(s => s.Id)]);
        return new(constellation, [.. constellation.Satellites.Where(s => s.Role == SatelliteRole.Active ? satellites.Accepts(s) : satellites.Names(s.Id))]);
    }

    private static CriticalityOrder Order(string? by, GeometryCriterion geometry) => by switch
    {
        "availability" => CriticalityOrder.Availability,
        "pdop" => CriticalityOrder.Pdop,
        "accuracy" when !geometry.HasAccuracy => throw new InputException(Diagnostic.Error("CN6126", new SourceSpan("--by"), "accuracy needs the errors of signals", "give a run of the constellation with --run DIR, or rank by availability or pdop")),
        "accuracy" => CriticalityOrder.Accuracy,
        _ => geometry.HasAccuracy ? CriticalityOrder.Accuracy : CriticalityOrder.Availability,
    };

    private static double Cell(double step) => Positioning.UserGrid.IsStep(step)
        ? step
        : throw new InputException(Diagnostic.Error("CN6104", new SourceSpan("--grid"), FormattableString.Invariant($"{step} degrees do not divide 180"), "write a cell such as 5, 10 or 15"));

    private static void RequireAffordable(FailureSettings settings, ConstellationSlots slots)
    {
        double outages = settings.Outages.BetweenFailures is { } m ? settings.Length.TotalSeconds / m.TotalSeconds : 0;
        double planned = settings.PlannedEvery is { } p ? settings.Length.TotalSeconds / p.TotalSeconds : 0;
        double events = settings.Replicates * slots.Satellites.Count * (outages + planned + (settings.Length.TotalDays / 365.25));
        if (events > Most || events / settings.Replicates > Most / 30)
        {
            throw new InputException(Diagnostic.Error("CN6105", new SourceSpan("--replicates"), FormattableString.Invariant($"about {events:0.0e0} events are more than {Most:0e0} in all or {Most / 30:0e0} a replicate"), "ask for fewer replicates or years, or for rarer failures"));
        }
    }
}
