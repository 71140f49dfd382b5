using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Points by the metrics that answer the question of a sweep, for people.</summary>
internal static class AnswerTable
{
    private const int WidestName = 44;

    public static void Print(BatchManifest manifest, IReadOnlyList<string> names, IReadOnlyList<PairedRow[]> answer, int mostLines)
    {
        Console.Error.WriteLine(manifest.Question);
        Console.Error.WriteLine(manifest.Seeds == 1
            ? "one seed: mean and difference to the first point; intervals need two seeds"
            : $"mean over {manifest.Seeds} seeds, and difference to the first point with half of its 95 % interval; ?: zero lies within it");
        int[] points = [.. answer[0].Take(mostLines).Select(r => r.Point)];
        List<string[]> columns = [["", .. points.Select(p => Short(names[p]))], .. answer.Select(a => Column(a, points))];
        int[] widths = [.. columns.Select(c => c.Max(t => t.Length))];
        for (int line = 0; line <= points.Length; line++)
        {
            Console.Error.WriteLine("  " + string.Join("  ", columns.Select((c, i) => c[line].PadRight(widths[i]))).TrimEnd());
        }

        if (answer[0].Length > mostLines)
        {
            Console.Error.WriteLine($"  and {answer[0].Length - mostLines} more: {BatchOutputs.ComparisonFile}");
        }
    }

    private static string[] Column(PairedRow[] rows, int[] points)
    {
        BatchNumbers numbers = new(rows);
        string unit = rows[0].Unit.Length > 0 ? ", " + rows[0].Unit : "";
        return [rows[0].Metric + unit, .. points.Select(p => Cell(rows[p], numbers))];
    }

    private static string Cell(PairedRow row, BatchNumbers numbers) => row.Point == 0 ? numbers.Value(row.Mean)
        : BatchNumbers.IsSame(row) ? $"{numbers.Value(row.Mean)} same"
        : $"{numbers.Value(row.Mean)} {numbers.Interval(row)}{(row.IsProven || double.IsNaN(row.DifferenceHalf) ? "" : "?")}";

    private static string Short(string name) => name.Length <= WidestName ? name : name[..(WidestName - 3)] + "...";
}
