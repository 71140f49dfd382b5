using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>accuracy RUN|SOURCE</c>: errors of positions by the covariance, and of positions that are really solved, at a site, along a route or on a grid.</summary>
internal static class AccuracyVerb
{
    private const string Notes =
        """
        Covariance: least squares with the weights of the two-frequency receiver of 'run', one clock for each system; code noise and multipath
        by elevation, one zenith troposphere (5 cm) that all satellites share, and the signal in space of --sis (of a run: its own, by satellite).
        95 % errors follow from the shape of the ellipse: 2.45 standard deviations of a round one, 1.96 of a flat one.

        --sampled: the same errors are drawn, pseudoranges made of them and every position solved by least squares; of a run the messages err
        as they did there, else their errors are drawn with an e-folding time of two hours. Columns east_m, north_m, up_m: solution minus truth.

        --summary: 95 % of all positions of a place, epochs together; with --grid also of the regions, by area, and the place with the largest
        95 % horizontal error. availability: share of epochs within --pdop-limit, --hpe-limit and --vpe-limit (by covariance: the 95 % errors).
        """;

    public static Command Create()
    {
        SceneOptions scene = new("accuracy", "A run folder, names of constellations, or RINEX navigation, SP3, OEM, almanac or element files");
        PlaceOptions places = new(withGrid: true);
        Option<bool> sampled = new("--sampled") { Description = "Also solve positions from drawn errors" }, summary = new("--summary") { Description = "One row per place, or per region and worst place of a grid, instead of one per place and epoch" };
        Option<ulong?> seed = Options.Seed();
        Option<double?> pdop = Limit("--pdop-limit", "Largest PDOP that counts as available (default 6)"), horizontal = Limit("--hpe-limit", "Largest horizontal error that counts as available, m (default 10)"), vertical = Limit("--vpe-limit", "Largest vertical error that counts as available, m (default 10)");
        Option<string?> plot = new("--plot") { Description = "Draw the errors of the first place to FILE (.png or .svg); needs --sampled", HelpName = "FILE" };
        Option<string> kind = new("--plot-kind") { Description = "enu: over time; scatter: horizontal, with ellipse and circle; cdf: distribution; waterfall: what each source of error does", HelpName = "enu|scatter|cdf|waterfall", DefaultValueFactory = _ => "enu" };
        kind.AcceptOnlyFromAmong("enu", "scatter", "cdf", "waterfall");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("accuracy", "Accuracy of positions: by covariance, and of positions that are really solved");
        scene.AddTo(command);
        places.AddTo(command);
        foreach (Option option in (Option[])[sampled, summary, seed, pdop, horizontal, vertical, plot, kind, format, output])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancel) =>
        {
            bool draws = parsed.GetValue(sampled), waterfall = parsed.GetRequiredValue(kind) == "waterfall";
            if (parsed.GetValue(plot) is { } picture && (!PlotFile.IsPicture(picture) || (!draws && !waterfall)))
            {
                throw new InputException(Diagnostic.Error("CN4376", new SourceSpan("--plot"), PlotFile.IsPicture(picture) ? "errors are drawn of positions that are solved" : $"'{picture}' is no picture's name", "end it in .png or .svg, and add --sampled"));
            }

            AccuracyThresholds standard = new(), limits = new() { Pdop = parsed.GetValue(pdop) ?? standard.Pdop, Horizontal = parsed.GetValue(horizontal) ?? standard.Horizontal, Vertical = parsed.GetValue(vertical) ?? standard.Vertical };
            SceneSource source = scene.Open(parsed, cancel);
            (IReadOnlyList<UserDefinition> users, IReadOnlyList<Epoch>? own) = places.Read(parsed);
            AccuracyTable table = AccuracyTable.Compute(new()
            {
                Source = source,
                Users = users,
                OwnEpochs = own,
                Horizon = scene.Horizon(parsed, source),
                SpaceSigma = scene.SpaceSigmas(parsed, source),
                Sampled = draws,
                Seed = parsed.GetValue(seed) ?? 1,
                Limits = limits,
                Threads = parsed.GetValue(scene.Threads),
                Cancel = cancel,
            }, cancel);
            string header = parsed.GetValue(summary) ? AccuracyTable.SummaryHeader : draws ? AccuracyTable.Header + AccuracyTable.SampledColumns : AccuracyTable.Header;
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(header, text: ["scope", "method", "worst"], integer: ["n_sat", "places", "positions"]), writer =>
            {
                if (parsed.GetValue(summary))
                {
                    table.WriteSummary(writer);
                }
                else
                {
                    table.Write(writer);
                }
            });
            table.Report(Console.Error);
            if (parsed.GetValue(plot) is { } path)
            {
                RunPlot drawn = waterfall ? table.Waterfall() : table.Errors().Plot(parsed.GetRequiredValue(kind));
                if (!drawn.HasData)
                {
                    throw new InputException(Diagnostic.Error("CN4376", new SourceSpan("--plot"), "there is no position to draw", "choose epochs and satellites with positions"));
                }

                PlotOutput.Write(path, drawn);
                Console.Error.WriteLine($"accuracy: {drawn.AltText}");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation accuracy gps galileo --site 48.1,11.6,500 --start 2024-09-20T00:00:00GPST --stop 2024-09-20T23:55:00GPST --step 5min --sampled --plot errors.png",
            "constellation accuracy beidou-3 --grid 5 --sampled --summary --start 2024-09-20T00:00:00GPST --stop 2024-09-20T23:55:00GPST --step 5min",
            "constellation accuracy final.sp3.gz --route flight.csv --mask 10 --sat G,E",
            "constellation accuracy runs/beidou-3 --site 39.9,116.4,50 --plot waterfall.png --plot-kind waterfall");
    }

    private static Option<double?> Limit(string name, string help) => new(name) { Description = help, HelpName = "LIMIT", CustomParser = r => SceneOptions.Number(r, 1e-3, 1e6, "") };
}
