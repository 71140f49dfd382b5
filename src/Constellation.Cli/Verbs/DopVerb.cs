using System.CommandLine;
using System.CommandLine.Completions;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>dop SOURCE</c>: visible satellites and dilution of precision at a site or on a world grid.</summary>
internal static class DopVerb
{
    private const string Notes =
        """
        Geometry at the instant of each row, unobstructed horizon, equal independent errors of all ranges, one receiver clock for all
        systems. Fewer than four satellites, or a geometry without a solution: n_sat is given and the DOPs are empty.

        --grid: cells of DEG degrees of the WGS 84 ellipsoid at height 0; rows are their centres (5: -87.5 ... 87.5 by -177.5 ... 177.5),
        from the south-west eastward. For area means weight with the cosine of the latitude, which is exact for such cells.

        --summary: one row per point. n_sat_mean is over all epochs, the means and pdop_p95 (95th percentile) over the epochs
        with a solution; availability is the fraction of all epochs with PDOP <= 6. Area-weighted means go to standard error.
        """;

    public static Command Create()
    {
        Argument<string[]> sources = new("source")
        {
            Description = "RINEX navigation (2, 3 or 4), SP3, OEM, Yuma or SEM files, or element sets (TLE, OMM) (several of one kind are merged), or names of constellations ('list constellations'): active satellites, or those that --sat chooses, by mean motion with J2 secular rates",
            HelpName = "SOURCE",
            Arity = ArgumentArity.OneOrMore,
        };
        sources.Or(InstalledKind.Elements);
        sources.CompletionSources.Add(_ => EphemerisLibrary.BuiltIn.Names(LibraryKind.Constellation).Select(n => new CompletionItem(n)));
        Option<Epoch?> start = Options.Epoch("--start", "First epoch; for SP3 its first if not given"), stop = Options.Epoch("--stop", "Last epoch; for SP3 its last if not given");
        Option<Duration?> step = Options.Duration("--step", "Time between epochs; for SP3 its interval if not given");
        Option<double[]?> site = Options.Site();
        Option<double?> grid = Grid();
        Option<double> mask = Options.Number("--mask", "Elevation mask", 5, 0, 90, "DEG");
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<bool> summary = new("--summary") { Description = "One row per point instead of one per point and epoch: means, 95th percentile of PDOP, availability (PDOP <= 6)" };
        Option<int> threads = Options.Threads();
        Option<bool> strict = Options.Strict();
        Option<Dictionary<string, SatelliteId>> names = Options.Names();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("dop", "Visible satellites and dilution of precision (DOP) at a site or on a world grid") { sources, start, stop, step, site, grid, mask, satellites, summary, threads, format, output, names, strict };
        command.Validators.Add(r =>
        {
            if (r.GetResult(site) is null == r.GetResult(grid) is null)
            {
                r.AddError("write either --site LAT,LON,H or --grid DEG");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            ReadingRules rules = Reading.Rules(parsed.GetValue(strict));
            OrbitSource source = OrbitSources.Open(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(satellites), rules, parsed.GetValue(names));
            EpochGrid epochs = EpochGrids.Of("dop", source.Ephemeris, parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(step));
            DopPoints points = parsed.GetValue(site) is { Length: 3 } place ? DopPoints.Site(place) : DopPoints.Grid(parsed.GetValue(grid)!.Value);
            if (!parsed.GetValue(summary) && (double)epochs.Count * points.Users.Count > DopTable.MostRows)
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"{epochs.Count} epochs of {points.Users.Count} points are more than {DopTable.MostRows:0} rows", "choose a longer step or a shorter span, or --summary"));
            }

            DopTable table = new(new SatelliteSnapshots(source), epochs, points, double.DegreesToRadians(parsed.GetValue(mask)), parsed.GetValue(threads));
            if (parsed.GetValue(summary))
            {
                DopSummary[] rows = table.Summarise(cancel);
                TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(DopTable.SummaryHeader), writer => table.WriteSummary(writer, rows));
                table.Report(rows, Console.Error);
            }
            else
            {
                TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(DopTable.Header), writer => table.Write(writer, cancel));
            }

            rules.Summarise("dop");
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation dop beidou-3 --start 2024-09-20T00:00:00GPST --stop 2024-09-20T23:55:00GPST --step 5min --grid 5 --summary",
            "constellation dop final.sp3.gz --site 39.9,116.4,50 --mask 10 --sat G,E",
            "constellation dop brdc.rnx.gz --start 2020-06-25T00:00:00GPST --stop 2020-06-26T00:00:00GPST --step 15min --site=-33.87,151.21,20");
    }

    private static Option<double?> Grid() => new("--grid")
    {
        Description = "Cell of the world grid in degrees, from 0.25 to 90; divides 180",
        HelpName = "DEG",
        CustomParser = r =>
        {
            string text = r.Tokens.Count > 0 ? r.Tokens[^1].Value : "";
            if (double.TryParse(text, out double step) && UserGrid.IsStep(step))
            {
                return step;
            }

            r.AddError($"'{text}' is not a grid; write a cell from 0.25 to 90 degrees that divides 180, such as 5");
            return null;
        },
    };
}
