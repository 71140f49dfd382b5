using System.CommandLine;
using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary><c>batch map DIR</c>: what one point changes against another, cell by cell of the grid of users.</summary>
/// <remarks>CN6056 no cells were kept, CN6057 no such metric of cells, CN6058 no such point, CN6059 an ending that is no map.</remarks>
internal static class BatchMapVerb
{
    private const string Columns = "lat_deg,lon_deg,mean_a,mean_b,pairs,difference,difference_half_95,certain";

    public static Command Create()
    {
        Argument<string> path = BatchOptions.Folder();
        Option<string[]> points = new("--points") { Description = "Two points by name or number: B less A. Default: the second less the first", HelpName = "A B", AllowMultipleArgumentsPerToken = true, Arity = new ArgumentArity(2, 2) };
        Option<string?> metric = new("--metric") { Description = "Metric of users. Default: the first that was kept of cells", HelpName = "NAME" };
        Option<string?> output = new("--output", "-o") { Description = "A table .csv, or a picture .png or .svg. Default: the table on standard output", HelpName = "FILE" };
        Command command = new("map", "Difference of two points of a batch over the Earth; the sweep has to keep cells: scopes = [..., \"cell\"]") { path, points, metric, output };
        command.SetAction(parsed =>
        {
            string? target = parsed.GetValue(output);
            bool picture = target is not null && PlotFile.IsPicture(target);
            if (!picture && target is not null and not "-" && !target.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            {
                throw new InputException(Diagnostic.Error("CN6059", new SourceSpan("--output"), $"'{target}' is neither a table nor a picture", "end it in .csv, .png or .svg"));
            }

            BatchFolder folder = BatchFolder.Open(parsed.GetRequiredValue(path));
            string chosen = Metric(folder, parsed.GetValue(metric));
            IReadOnlyList<string> names = PointTable.Of(folder).Names;
            int[] pair = parsed.GetValue(points) is { Length: 2 } given ? [.. given.Select(p => Point(p, names))] : [0, Math.Min(1, names.Count - 1)];
            CellMap map = (CellMap.Of(folder, chosen, pair[0], [pair[1]]) is [var one, ..] ? one : null)
                ?? throw new InputException(Diagnostic.Error("CN6056", new SourceSpan(folder.Path), $"'{names[pair[0]]}' and '{names[pair[1]]}' have no cells in common", "run what is missing with 'batch --resume'; points need the same users.grid_step_deg"));
            if (picture)
            {
                PlotOutput.Write(target!, new BatchDifferenceMap(map, names));
            }
            else
            {
                TableOutput.Write(target, "csv", TableColumn.From(Columns, text: ["certain"], integer: ["pairs"]), writer => Write(writer, map));
            }
        });
        return command.WithExamples("constellation batch map sat60 --points 'without them' 'both in service' -o gain.png", "constellation batch map sat60 --points 0 7 --metric availability");
    }

    private static void Write(TableWriter writer, CellMap map)
    {
        foreach (CellRow cell in map.Cells)
        {
            writer.Real(cell.LatitudeDeg).Real(cell.LongitudeDeg).Real(cell.First).Real(cell.Second).Integer(cell.Pairs).Real(cell.Difference).Real(cell.DifferenceHalf).Text(cell.IsProven ? "yes" : "no").EndRow();
        }
    }

    private static string Metric(BatchFolder folder, string? asked)
    {
        IReadOnlyList<string> kept = CellMap.MetricsOf(folder);
        return kept.Count == 0
            ? throw new InputException(Diagnostic.Error("CN6056", new SourceSpan(folder.Path), "no figures of cells were kept", "add \"cell\" to the sweep's scopes, and a metric of users, and run it into a new folder"))
            : asked is null ? kept[0]
            : kept.Contains(asked) ? asked
            : throw new InputException(Diagnostic.Error("CN6057", new SourceSpan("--metric"), $"'{asked}' was not kept of cells", "known: " + string.Join(", ", kept) + Spelling.Hint(asked, kept)));
    }

    /// <summary>A name before a number: points may be called by numbers.</summary>
    private static int Point(string text, IReadOnlyList<string> names)
    {
        int named = names.ToList().IndexOf(text);
        return named >= 0 ? named
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < names.Count ? index
            : throw new InputException(Diagnostic.Error("CN6058", new SourceSpan("--points"), $"'{text}' is no point of the batch", $"give a number from 0 to {names.Count - 1}, or a name: {string.Join(", ", names.Take(20))}{(names.Count > 20 ? ", ..." : "")}"));
    }
}
