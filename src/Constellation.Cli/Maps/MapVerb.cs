using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>map RUN|SOURCE --what QUANTITY -o map.png|csv|tif</c>: geometry, accuracy, integrity or signal-in-space error over the Earth.</summary>
internal static class MapVerb
{
    private const double DefaultGridDeg = 5;

    private const string Notes =
        """
        Cells of --grid degrees of the WGS 84 ellipsoid at height 0; the values are of their centres. One number per cell out of all epochs:
        --stat mean, median, p95 (where small is bad, 5 %), min, max or worst. Geometry shows means, levels of integrity 95 %, shares the
        share of epochs. 'accuracy' without --stat is the error that 95 % of all positions of the cell stay below; with it, the statistic
        of the epochs' own 95 % errors. Accuracy by the covariance takes the ionosphere-free receiver of 'run' (C/N0, multipath, troposphere)
        and the signal in space of --sis; of a run without --analytic, what its users really got.

        Protection levels: Advanced RAIM for an airborne two-frequency receiver, LPV-200 allocation, integrity support from --ism.

        Tables and GeoTIFF hold all cells, those outside --region or without a value empty (NaN); shares are fractions there. Pictures show
        per cent; bright is good.
        """;

    public static Command Create()
    {
        SceneOptions scene = new("map", "A run folder, names of constellations ('list constellations'), or RINEX navigation, SP3, OEM, almanac or element files, as for 'dop'");
        Option<string> what = new("--what") { Description = "What to show. " + string.Join("; ", MapQuantity.All.Select(q => $"{q.Name}: {q.Description}")), HelpName = "QUANTITY", Required = true };
        what.CompletionSources.Add(_ => MapQuantity.All.Select(q => new System.CommandLine.Completions.CompletionItem(q.Name)));
        Option<double?> grid = new("--grid") { Description = "Cell in degrees, from 0.25 to 90, divides 180 (default 5; of a run: its own)", HelpName = "DEG", CustomParser = ParseGrid };
        Option<PointStatistic?> stat = new("--stat") { Description = "Which value out of all epochs", HelpName = "mean|median|p95|min|max|worst", CustomParser = Statistic };
        Option<Region> region = MapRegions.Option();
        Option<double?> pdop = Limit("--pdop-limit", "Largest PDOP that counts as available (default 6)", 1, 1e6), horizontal = Limit("--hpe-limit", "Largest 95 % horizontal error that counts as available, m", 1e-3, 1e6), vertical = Limit("--vpe-limit", "Largest 95 % vertical error that counts as available, m", 1e-3, 1e6);
        Option<double?> hal = Limit("--hal", "Horizontal alert limit, m (default 40)", 0.1, 1e6), val = Limit("--val", "Vertical alert limit, m (default 35)", 0.1, 1e6), emt = Limit("--emt-limit", "Largest effective monitor threshold, m (default 15)", 0.1, 1e6), sigma = Limit("--sigma-limit", "Largest vertical standard deviation, m (default 1.87)", 0.01, 1e6);
        Option<Duration?> mtbf = Options.Duration("--mtbf", "Mean time between failures of a satellite (default 1826.25d)"), mttr = Options.Duration("--mttr", "Mean time until it serves again (default 36h)"), interval = Options.Duration("--interval", "How long a service must continue (default 1h)");
        Option<bool> analytic = new("--analytic") { Description = "Of a run: accuracy and availability by the covariance with the run's signal-in-space errors, instead of what its users got" };
        Option<string[]> sp3 = Files("--sp3", "Precise orbits for sisre of navigation files", "SP3"), clk = Files("--clk", "Precise clocks; without it those of the SP3 files", "CLK");
        Option<string?> atx = new("--atx") { Description = "Antenna file (ANTEX) for the product's phase centres", HelpName = "ATX" };
        atx.Or(InstalledKind.Antennas);
        Option<string?> output = Options.Output("Picture (.png, .svg), table (.csv) or GeoTIFF (.tif); without it the table goes to standard output");
        Command command = new("map", "A map of the Earth: visible satellites, DOP, accuracy, availability, continuity, protection levels, signal-in-space error");
        scene.AddTo(command);
        foreach (Option option in (Option[])[what, grid, stat, region, pdop, horizontal, vertical, hal, val, emt, sigma, mtbf, mttr, interval, analytic, sp3, clk, atx, output])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancel) =>
        {
            string? path = parsed.GetValue(output);
            _ = MapTarget.Ending(path);
            AccuracyThresholds standard = new();
            MapSettings settings = new()
            {
                Quantity = Named(parsed.GetRequiredValue(what)),
                Statistic = parsed.GetValue(stat),
                Limits = new() { Pdop = parsed.GetValue(pdop) ?? standard.Pdop, Horizontal = parsed.GetValue(horizontal) ?? double.PositiveInfinity, Vertical = parsed.GetValue(vertical) ?? double.PositiveInfinity },
                AsksForErrors = parsed.GetValue(horizontal) is not null || parsed.GetValue(vertical) is not null,
                Integrity = new(parsed.GetValue(hal) ?? 40, parsed.GetValue(val) ?? 35, parsed.GetValue(emt) ?? 15, parsed.GetValue(sigma) ?? 1.87),
                Reliability = new(Positive(parsed.GetValue(mtbf), "--mtbf") ?? SatelliteReliability.Typical.BetweenFailures, Positive(parsed.GetValue(mttr), "--mttr") ?? SatelliteReliability.Typical.ToRepair),
                Interval = Positive(parsed.GetValue(interval), "--interval") ?? 3600,
                Analytic = parsed.GetValue(analytic),
                Threads = parsed.GetValue(scene.Threads),
            };
            if (settings.Quantity.IsShare && settings.Statistic is { } other && other != PointStatistic.Mean)
            {
                throw new InputException(Diagnostic.Error("CN4372", new SourceSpan("--stat"), $"'{settings.Quantity.Name}' is a share of all epochs: there is no {other.ToString().ToLowerInvariant()} of it", "leave --stat out"));
            }

            ErrorSource errors = new(parsed.GetRequiredValue(scene.Sources), parsed.GetValue(sp3) ?? [], parsed.GetValue(clk) ?? [], parsed.GetValue(atx));
            SceneSource source = errors.IsAsked && settings.Quantity.Name.StartsWith("sisre", StringComparison.Ordinal)
                ? errors.Open(parsed.GetValue(scene.Start), parsed.GetValue(scene.Stop), parsed.GetValue(scene.Step), parsed.GetRequiredValue(scene.Satellites), cancel)
                : scene.Open(parsed, cancel);
            MapDrawing drawing = new(source, settings, parsed.GetValue(grid) ?? source.Run?.Manifest.GridStepDeg ?? DefaultGridDeg, parsed.GetRequiredValue(region));
            double[,] values;
            using (RunDisplay display = new(Spectre.Console.AnsiConsole.Create(new Spectre.Console.AnsiConsoleSettings { Out = new Spectre.Console.AnsiConsoleOutput(Console.Error) }), quiet: false))
            {
                values = drawing.Measured(parsed.GetValue(grid), parsed.GetValue(scene.MaskFile))
                    ?? drawing.Computed(scene.Horizon(parsed, source), scene.SpaceSigmas(parsed, source), () => scene.Supports(parsed, source), source.Errors, done => display.Report(new("map", done)), cancel);
            }

            drawing.Write(path, values);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation map beidou-3 --what pdop --start 2024-09-20T00:00:00GPST --stop 2024-09-20T23:55:00GPST --step 5min --grid 1 -o pdop.png",
            "constellation map final.sp3.gz --sat G,E --what vpl --step 10min --ism support.csv -o vpl.tif",
            "constellation map gps galileo --what integrity --start 2024-09-20T00:00:00GPST --stop 2024-09-20T23:50:00GPST --step 10min -o lpv200.png",
            "constellation map gps --what continuity --pdop-limit 4 --mtbf 365d --start 2024-09-20T00:00:00GPST --stop 2024-09-20T23:50:00GPST --step 10min --region europe",
            "constellation map runs/beidou-3 --what accuracy -o accuracy.png",
            "constellation map runs/beidou-3 --what vpl --ism runs/beidou-3 -o vpl.csv",
            "constellation map brdc.rnx.gz --sp3 final.sp3.gz --what sisre -o sisre.png");
    }

    private static MapQuantity Named(string name)
    {
        string[] names = [.. MapQuantity.All.Select(q => q.Name)];
        return MapQuantity.All.FirstOrDefault(q => q.Name == name)
            ?? throw new InputException(Diagnostic.Error("CN4373", new SourceSpan("--what"), $"there is no map of '{name}'", "known: " + string.Join(", ", names) + Spelling.Hint(name, names)));
    }

    private static double? Positive(Duration? duration, string option) => duration is not { } given ? null
        : given > Duration.Zero ? given.TotalSeconds
        : throw new InputException(Diagnostic.Error("CN4365", new SourceSpan(option), "the time is not positive", "write a duration such as 365d"));

    private static Option<double?> Limit(string name, string help, double least, double most) =>
        new(name) { Description = help, HelpName = "LIMIT", CustomParser = r => SceneOptions.Number(r, least, most, "") };

    private static PointStatistic? Statistic(ArgumentResult r)
    {
        string text = r.Tokens[^1].Value;
        if (Enum.TryParse(text, ignoreCase: true, out PointStatistic statistic) && text.All(char.IsAsciiLetterOrDigit) && !char.IsAsciiDigit(text[0]))
        {
            return statistic;
        }

        r.AddError($"'{text}' is no statistic; write mean, median, p95, min, max or worst");
        return null;
    }

    private static Option<string[]> Files(string name, string help, string helpName) => new(name) { Description = help, HelpName = helpName, AllowMultipleArgumentsPerToken = true };

    private static double? ParseGrid(System.CommandLine.Parsing.ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (double.TryParse(text, out double step) && UserGrid.IsStep(step))
        {
            return step;
        }

        result.AddError($"'{text}' is not a grid; write a cell from 0.25 to 90 degrees that divides 180, such as 5");
        return null;
    }
}
