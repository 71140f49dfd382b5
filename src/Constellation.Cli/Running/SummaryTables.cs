using Constellation.Simulation;
using Spectre.Console;

namespace Constellation.Cli;

/// <summary>The figures of a run as two tables for people: signals in space by orbit class, positions by region and site.</summary>
internal static class SummaryTables
{
    public static void Write(IAnsiConsole console, RunResult result)
    {
        RunManifest manifest = result.Manifest;
        console.WriteLine(manifest.Title);
        console.WriteLine($"{manifest.Satellites.Count} satellites, {manifest.Epochs} epochs every {manifest.StepSeconds:0.###} s from {manifest.Start}, seed {manifest.Seed}");
        console.WriteLine(string.Join("; ", manifest.Stages.Select(s => $"{s.Key}: {s.Value}")));
        foreach (string note in manifest.Notes)
        {
            console.WriteLine($"note: {note}");
        }

        ILookup<string, SummaryRow> byScope = result.Summary.ToLookup(r => r.Scope);
        console.Write(ByOrbit(
            "signal in space, rms in metres", byScope, ("SISRE", "sisre_rms"), ("95 %", "sisre_p95"), ("orbit only", "sisre_orbit_rms"),
            ("radial", "sisre_radial_rms"), ("along", "sisre_along_rms"), ("cross", "sisre_cross_rms"), ("clock", "sisre_clock_rms")));
        if (result.Odts.Count > 0)
        {
            console.Write(ByOrbit(
                "orbits and clocks of the control segment, rms in metres", byScope,
                ("radial", "odts_radial_rms"), ("along", "odts_along_rms"), ("cross", "odts_cross_rms"), ("clock", "odts_clock_rms")));
        }

        console.Write(Users(result, byScope));
    }

    private static Table ByOrbit(string title, ILookup<string, SummaryRow> byScope, params (string Name, string Metric)[] columns)
    {
        Table table = new Table().Title(title).Border(TableBorder.Simple);
        table.AddColumn("orbits");
        Numbers(table, [.. columns.Select(c => c.Name)]);
        foreach (string scope in (string[])["all", "meo", "igso", "geo"])
        {
            if (byScope.Contains(scope))
            {
                table.AddRow([scope, .. columns.Select(c => Length(byScope[scope], c.Metric))]);
            }
        }

        return table;
    }

    private static Table Users(RunResult result, ILookup<string, SummaryRow> byScope)
    {
        Table table = new Table().Title("positions, 95 % errors in metres").Border(TableBorder.Simple);
        table.AddColumn("users");
        Numbers(table, "horizontal", "vertical", "PDOP", "satellites", "available %");
        string[] scopes = [.. result.Summary.Where(r => r.Metric == "horizontal_95").Select(r => r.Scope)];
        foreach (string scope in scopes)
        {
            SummaryRow[] rows = [.. byScope[scope]];
            double available = rows.Where(r => r.Metric == "availability").Select(r => 100 * r.Value).DefaultIfEmpty(double.NaN).First();
            table.AddRow(scope, Length(rows, "horizontal_95"), Length(rows, "vertical_95"), Value(rows, "pdop_mean", "0.00"), Value(rows, "satellites_mean", "0.0"), double.IsNaN(available) ? "-" : available.ToString("0.00"));
        }

        return table;
    }

    private static void Numbers(Table table, params string[] names)
    {
        foreach (string name in names)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }
    }

    /// <summary>Metres to a millimetre, below a centimetre to ten micrometres.</summary>
    private static string Length(IEnumerable<SummaryRow> rows, string metric)
    {
        SummaryRow[] all = [.. rows];
        return Value(all, metric, all.Any(r => r.Metric == metric && r.Value < 0.01) ? "0.00000" : "0.000");
    }

    private static string Value(IEnumerable<SummaryRow> rows, string metric, string format)
    {
        double value = rows.Where(r => r.Metric == metric).Select(r => r.Value).DefaultIfEmpty(double.NaN).First();
        return double.IsNaN(value) ? "-" : value.ToString(format);
    }
}
