using Constellation.Reporting;
using Spectre.Console;

namespace Constellation.Cli;

/// <summary>Two runs side by side for people, on standard error.</summary>
internal static class ComparisonTables
{
    private const int WidthWithoutTerminal = 160;

    private static readonly (string Metric, string Name)[] s_signals = [("sisre_rms", "SISRE"), ("sisre_orbit_rms", "orbit"), ("sisre_clock_rms", "clock"), ("sisre_clock_std", "clock varying")],
        s_users = [("horizontal_95", "horizontal 95 %"), ("vertical_95", "vertical 95 %"), ("availability", "available %")];

    public static void Write(RunPair pair, IReadOnlyList<ComparisonRow> rows)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        console.WriteLine($"A: {pair.A.Path}: {pair.A.Manifest.Title}");
        console.WriteLine($"B: {pair.B.Path}: {pair.B.Manifest.Title}");
        foreach (string remark in pair.Remarks.Concat(ComparisonGaps.Of(pair, rows)))
        {
            console.WriteLine($"note: {remark}");
        }

        ILookup<string, ComparisonRow> byScope = rows.ToLookup(r => r.Scope);
        console.Write(Of("signal in space, rms in metres: A, B - A +- its standard deviation over stretches of the run (* beyond two of them); clock varying: about each satellite's mean", "orbits", byScope, s_signals));
        console.Write(Of("positions, metres: A, B - A +- its standard deviation", "users", byScope, s_users));
    }

    private static Table Of(string title, string head, ILookup<string, ComparisonRow> byScope, (string Metric, string Name)[] columns)
    {
        Table table = new Table().Title(title).Border(TableBorder.Simple);
        table.AddColumn(head);
        foreach ((_, string name) in columns)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
            table.AddColumn(new TableColumn("B - A").RightAligned());
        }

        foreach (IGrouping<string, ComparisonRow> scope in byScope.Where(g => g.Any(r => r.Metric == columns[0].Metric)))
        {
            List<string> cells = [scope.Key];
            foreach ((string metric, _) in columns)
            {
                ComparisonRow row = scope.First(r => r.Metric == metric);
                double factor = metric == "availability" ? 100 : 1;
                cells.Add(Number(factor * row.A));
                cells.Add(double.IsNaN(row.Difference) ? "-" : $"{Signed(factor * row.Difference)} +- {Number(factor * row.Sigma)}{(row.IsSignificant && Math.Abs(factor * row.Difference) >= 0.0005 ? " *" : "  ")}");
            }

            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000");

    private static string Signed(double value) => value.ToString("+0.000;-0.000;0.000");
}
