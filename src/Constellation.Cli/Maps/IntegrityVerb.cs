using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>integrity RUN|SOURCE (--site | --route)</c>: protection levels of Advanced RAIM epoch by epoch, errors beside them, Stanford diagrams; <c>--overbound</c>: integrity support out of a run.</summary>
internal static class IntegrityVerb
{
    private const string Notes =
        """
        Advanced RAIM (multiple hypothesis solution separation) of an airborne two-frequency receiver: all satellites above the mask that the integrity
        support covers, weights by its URA, the receiver's noise and multipath and 0.12 m of zenith troposphere. Faults of single satellites and of whole
        constellations are monitored, as many together as their probabilities ask for. hpl_m and vpl_m are empty where no level exists.

        hpe_m, vpe_m: errors of positions that are formed with the same weights from drawn errors: the receiver's, and of the satellites those of the run,
        or normal ones of the deviation URE. available is 1 where the levels and accuracies meet --hal, --val, --emt-limit and --sigma-limit.

        --exclude SAT: levels after that satellite was excluded, with the priors that remain. --worst-exclusion: for each epoch the worst of all single
        exclusions, which is what a receiver must be able to offer after a fault.

        --overbound writes the table that --ism reads: pairs of normal distributions that bound the signal-in-space errors of a run, system by system.
        """;

    public static Command Create()
    {
        SceneOptions scene = new("integrity", "A run folder, names of constellations, or RINEX navigation, SP3, OEM, almanac or element files");
        Option<double[]?> site = Options.Site();
        Option<string?> route = new("--route") { Description = "A route: CSV table lat_deg,lon_deg, optionally height_m and epoch_gpst", HelpName = "FILE" };
        Option<double?> hal = Limit("--hal", "Horizontal alert limit, m (default 40)"), val = Limit("--val", "Vertical alert limit, m (default 35)"), emt = Limit("--emt-limit", "Largest effective monitor threshold, m (default 15)"), sigma = Limit("--sigma-limit", "Largest vertical standard deviation, m (default 1.87)");
        Option<string> operation = new("--operation") { Description = "How risk is shared: lpv200, or horizontal for operations without vertical guidance", HelpName = "lpv200|horizontal", DefaultValueFactory = _ => "lpv200" };
        operation.AcceptOnlyFromAmong("lpv200", "horizontal");
        Option<bool> worst = new("--worst-exclusion") { Description = "Levels after the worst exclusion of one satellite" }, overbound = new("--overbound") { Description = "Bound the errors of a run instead, and write integrity support" };
        Option<string?> exclude = new("--exclude") { Description = "Levels after this satellite was excluded", HelpName = "SAT" };
        Option<ulong?> seed = Options.Seed();
        Option<string?> plot = new("--plot") { Description = "Stanford diagram to FILE (.png or .svg)", HelpName = "FILE" };
        Option<string> kind = new("--plot-kind") { Description = "Which errors: vertical or horizontal", HelpName = "vertical|horizontal", DefaultValueFactory = _ => "vertical" };
        kind.AcceptOnlyFromAmong("vertical", "horizontal");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("integrity", "Protection levels of Advanced RAIM, Stanford diagrams, and integrity support out of a run");
        scene.AddTo(command);
        foreach (Option option in (Option[])[site, route, hal, val, emt, sigma, operation, worst, exclude, overbound, seed, plot, kind, format, output])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(r =>
        {
            int places = (r.GetResult(site) is null ? 0 : 1) + (r.GetResult(route) is null ? 0 : 1);
            if (r.GetResult(overbound) is null ? places != 1 : places != 0)
            {
                r.AddError(r.GetResult(overbound) is null ? "write either --site LAT,LON,H or --route FILE" : "--overbound is of all satellites of a run: leave --site and --route out");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            string? file = parsed.GetValue(output), tableFormat = parsed.GetRequiredValue(format);
            if (parsed.GetValue(overbound))
            {
                Overbound(parsed.GetRequiredValue(scene.Sources), file, tableFormat!);
                return Task.FromResult(ExitCode.Done);
            }

            PlotOutput.RequirePicture(parsed.GetValue(plot), "CN4376");

            SceneSource source = scene.Open(parsed, cancel);
            IReadOnlyList<UserDefinition> users;
            IReadOnlyList<Epoch>? own;
            (users, own) = PlaceOptions.Read(parsed.GetValue(site), parsed.GetValue(route));
            IntegrityTable table = new(source, users, own, scene.Horizon(parsed, source), scene.Supports(parsed, source))
            {
                Allocation = parsed.GetRequiredValue(operation) == "lpv200" ? IntegrityAllocation.Lpv200 : IntegrityAllocation.Horizontal,
                Limits = new(parsed.GetValue(hal) ?? 40, parsed.GetValue(val) ?? 35, parsed.GetValue(emt) ?? 15, parsed.GetValue(sigma) ?? 1.87),
                WorstExclusion = parsed.GetValue(worst),
                Excluded = parsed.GetValue(exclude) is { } name ? IntegrityTable.Excludable(name, source) : null,
                Seed = parsed.GetValue(seed) ?? 1,
            };
            table.Compute(cancel);
            TableOutput.Write(file, tableFormat!, TableColumn.From(IntegrityTable.Header, integer: ["n_sat", "modes", "available"]), table.Write);
            table.Report(Console.Error);
            if (parsed.GetValue(plot) is { } path)
            {
                StanfordPlot drawn = table.Stanford(parsed.GetRequiredValue(kind));
                if (!drawn.HasData)
                {
                    throw new InputException(Diagnostic.Error("CN4376", new SourceSpan("--plot"), "no epoch has a protection level", "choose more satellites, or integrity support that allows one"));
                }

                PlotOutput.Write(path, drawn);
                Console.Error.WriteLine($"integrity: {drawn.AltText}");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation integrity gps galileo --site 48.1,11.6,500 --start 2024-09-20T00:00:00GPST --stop 2024-09-20T23:55:00GPST --step 5min --plot stanford.png",
            "constellation integrity final.sp3.gz --sat G,E --route flight.csv --worst-exclusion -o levels.csv",
            "constellation integrity runs/beidou-3 --overbound -o support.csv",
            "constellation integrity runs/beidou-3 --site 39.9,116.4,50 --ism support.csv --plot stanford.svg --plot-kind horizontal");
    }

    private static void Overbound(string[] sources, string? file, string format)
    {
        if (!SceneSource.IsRun(sources))
        {
            throw new InputException(Diagnostic.Error("CN4378", new SourceSpan("--overbound"), $"'{string.Join(' ', sources)}' is not a run folder: it has no errors of messages", "give the folder that 'constellation run ... --out DIR' wrote"));
        }

        IReadOnlyList<SupportEstimate> estimates = RunSupport.Of(sources[0]);
        TableOutput.Write(file, format, TableColumn.From(SupportReader.Header, text: ["system"]), writer =>
        {
            foreach (SupportEstimate e in estimates)
            {
                writer.Text(((char)e.System).ToString()).Real(e.Support.Ura).Real(e.Support.Ure).Real(e.Support.NominalBias).Real(e.Support.SatelliteFault).Real(e.Support.ConstellationFault).EndRow();
            }
        });
        foreach (SupportEstimate e in estimates)
        {
            Console.Error.WriteLine($"integrity: {e.System}: {e.Samples} errors within bias {e.Support.NominalBias:0.000} m and sigma {e.Support.Ura:0.000} m on both sides; root mean square {e.Support.Ure:0.000} m; {e.Faults} beyond 4.42 sigma");
        }
    }

    private static Option<double?> Limit(string name, string help) => new(name) { Description = help, HelpName = "LIMIT", CustomParser = r => SceneOptions.Number(r, 1e-2, 1e6, "") };
}
