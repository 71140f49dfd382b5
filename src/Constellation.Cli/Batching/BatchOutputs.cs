using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>What a batch leaves when all its shards are there: the merged table, the comparison of its points as a table, a picture and a page.</summary>
internal static class BatchOutputs
{
    public const string ComparisonFile = "comparison.csv", ReportFile = "report.html";

    private const string ComparisonName = "comparison";
    private const int MostLines = 40, MostMaps = 12;

    /// <summary>Merges, and answers the sweep's question; says so where shards are missing.</summary>
    /// <returns>Whether all were there.</returns>
    public static bool Merge(BatchFolder folder, bool quiet)
    {
        IReadOnlyList<int> missing = BatchMerge.Write(folder);
        if (missing.Count > 0)
        {
            Console.Error.WriteLine($"{missing.Count} of {folder.Layout.Count} shards are missing: {string.Join(' ', missing.Take(20))}{(missing.Count > 20 ? " ..." : "")}; run them with 'batch SWEEP --resume --out {folder.Path}'");
            return false;
        }

        new BatchJournal(folder.Path, TimeProvider.System).Add("merged");
        PointTable points = PointTable.Of(folder);
        IReadOnlyList<string> names = points.Names;
        IReadOnlyList<PairedRow> rows = PairedComparison.Of(folder);
        IReadOnlyList<PairedRow[]> answer = BatchAnswer.Of(folder.Manifest, rows);
        PairedRow[] first = answer.Count == 0 ? [] : answer[0];
        IReadOnlyList<ParetoRow> front = ParetoFront.Of(first, points);
        SensitivityRow[] sensitivity = [.. rows.GroupBy(r => (r.Metric, r.Scope)).SelectMany(m => SweepSensitivity.Of([.. m], points))];
        WriteTable(folder, names, rows);
        BatchTables.Write(folder, names, rows, front, sensitivity);
        AtomicFile.WriteText(Path.Combine(folder.Path, ReportFile), BatchReport.Of(folder.Manifest, points, rows, front, sensitivity, Maps(folder, names.Count)));
        if (first.Length > 0)
        {
            RunPlot[] plots =
            [
                .. answer.Select((a, i) => new BatchComparisonPlot(a, names, i == 0 ? ComparisonName : $"{ComparisonName}-{a[0].Metric}")), .. front.GroupBy(r => r.Count).Select(c => new ParetoPlot([.. c], names)),
                .. sensitivity.Length > 0 ? [new SensitivityPlot([.. sensitivity.Where(r => r.Metric == first[0].Metric && r.Scope == first[0].Scope)])] : (RunPlot[])[],
            ];
            foreach (RunPlot plot in plots.Where(p => p.HasData))
            {
                AtomicFile.Write(Path.Combine(folder.Path, plot.Name + ".png"), stream => PlotFile.WritePng(stream, plot));
            }
        }

        if (!quiet)
        {
            if (answer.Count > 1)
            {
                AnswerTable.Print(folder.Manifest, names, answer, MostLines);
            }
            else
            {
                Print(folder.Manifest, names, first);
            }

            foreach (string assumed in folder.Manifest.Assumed)
            {
                Console.Error.WriteLine($"assumed: {assumed}");
            }

            PrintFront(names, front);
        }

        return true;
    }

    /// <summary>Of the first metric that answers the question among those kept of cells, all points against the first; those that change nothing anywhere are left out.</summary>
    private static CellMap[] Maps(BatchFolder folder, int points)
    {
        IReadOnlyList<string> kept = CellMap.MetricsOf(folder);
        string? metric = folder.Manifest.Answer.FirstOrDefault(kept.Contains) ?? (kept is [var any, ..] ? any : null);
        return metric is null ? [] : [.. CellMap.Of(folder, metric, 0, [.. Enumerable.Range(1, points - 1)]).Where(m => m.Cells.Any(c => c.Difference != 0 && double.IsFinite(c.Difference))).Take(MostMaps)];
    }

    private static void WriteTable(BatchFolder folder, IReadOnlyList<string> names, IReadOnlyList<PairedRow> rows)
    {
        const string header = "metric,scope,unit,point,name,n,mean,mean_half_95,pairs,difference,difference_half_95,certain";
        TableColumn[] columns = TableColumn.From(header, text: ["metric", "scope", "unit", "name", "certain"], integer: ["point", "n", "pairs"]);
        AtomicFile.Write(Path.Combine(folder.Path, ComparisonFile), stream =>
        {
            using TableWriter writer = TableWriter.Create("csv", stream, columns);
            foreach (PairedRow r in rows)
            {
                writer.Text(r.Metric).Text(r.Scope).Text(r.Unit).Integer(r.Point).Text(names[r.Point]).Integer(r.Seeds).Real(r.Mean).Real(r.MeanHalf)
                    .Integer(r.Pairs).Real(r.Difference).Real(r.DifferenceHalf).Text(r.IsProven ? "yes" : "no").EndRow();
            }
        });
    }

    /// <summary>The first metric, for people.</summary>
    private static void Print(BatchManifest manifest, IReadOnlyList<string> names, PairedRow[] rows)
    {
        if (rows.Length > 0)
        {
            Console.Error.WriteLine($"{manifest.Question}");
            Console.Error.WriteLine($"{rows[0].Metric}, {rows[0].Scope}{(rows[0].Unit.Length > 0 ? $", {rows[0].Unit}" : "")}: {(manifest.Seeds == 1 ? "one seed, difference to the first point; intervals need two seeds" : $"mean over {manifest.Seeds} seeds, difference to the first point with half of its 95 % interval")}");
            int width = Math.Min(48, rows.Max(r => names[r.Point].Length));
            foreach (PairedRow r in rows.Take(MostLines))
            {
                string name = names[r.Point].Length <= width ? names[r.Point].PadRight(width) : names[r.Point][..(width - 3)] + "...";
                string difference = r.Point == 0 ? "" : FormattableString.Invariant($"  {r.Difference,11:+0.00000;-0.00000}{(double.IsNaN(r.DifferenceHalf) ? "" : $" +- {r.DifferenceHalf.ToString("0.00000", CultureInfo.InvariantCulture)}{(r.IsProven ? "" : "  (not certain)")}")}");
                Console.Error.WriteLine(FormattableString.Invariant($"  {name}  {r.Mean,9:0.00000}{difference}"));
            }

            if (rows.Length > MostLines)
            {
                Console.Error.WriteLine($"  and {rows.Length - MostLines} more: {ComparisonFile}");
            }
        }
    }

    private static void PrintFront(IReadOnlyList<string> names, IReadOnlyList<ParetoRow> front)
    {
        foreach (IGrouping<string, ParetoRow> count in front.GroupBy(r => r.Count))
        {
            Console.Error.WriteLine($"best for their number of {ParetoPlot.What(count.Key)}: " + string.Join("; ", count.Where(r => r.OnFront).Select(r => FormattableString.Invariant($"{r.Number:0} {names[r.Row.Point]} {r.Row.Mean:0.00000}"))));
        }
    }
}
