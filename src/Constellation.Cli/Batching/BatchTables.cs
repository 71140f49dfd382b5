using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Tables of a batch beside its comparison: ranks, fronts, and what matters.</summary>
internal static class BatchTables
{
    public const string LeagueFile = "league.csv", ParetoFile = "pareto.csv", SensitivityFile = "sensitivity.csv";

    public static void Write(BatchFolder folder, IReadOnlyList<string> names, IReadOnlyList<PairedRow> rows, IReadOnlyList<ParetoRow> front, IReadOnlyList<SensitivityRow> sensitivity)
    {
        Table(folder, LeagueFile, TableColumn.From("metric,scope,unit,rank,point,name,mean", text: ["metric", "scope", "unit", "name"], integer: ["rank", "point"]), LeagueTable.Of(rows), (w, r) =>
            w.Text(r.Row.Metric).Text(r.Row.Scope).Text(r.Row.Unit).Integer(r.Rank).Integer(r.Row.Point).Text(names[r.Row.Point]).Real(r.Row.Mean).EndRow());
        Table(folder, ParetoFile, TableColumn.From("count,number,metric,scope,unit,point,name,mean,mean_half_95,on_front", text: ["count", "metric", "scope", "unit", "name", "on_front"], integer: ["number", "point"]), front, (w, r) =>
            w.Text(r.Count).Integer((long)r.Number).Text(r.Row.Metric).Text(r.Row.Scope).Text(r.Row.Unit).Integer(r.Row.Point).Text(names[r.Row.Point]).Real(r.Row.Mean).Real(r.Row.MeanHalf).Text(r.OnFront ? "yes" : "no").EndRow());
        Table(folder, SensitivityFile, TableColumn.From("metric,scope,unit,axis,effect,effect_half_95,share_alone,share_total", text: ["metric", "scope", "unit", "axis"]), sensitivity, (w, r) =>
            w.Text(r.Metric).Text(r.Scope).Text(r.Unit).Text(r.Axis).Real(r.Effect).Real(r.EffectHalf).Real(r.FirstOrder).Real(r.Total).EndRow());
    }

    /// <summary>A table without rows is not written.</summary>
    private static void Table<T>(BatchFolder folder, string name, TableColumn[] columns, IEnumerable<T> rows, Action<TableWriter, T> write)
    {
        T[] all = [.. rows];
        if (all.Length > 0)
        {
            AtomicFile.Write(Path.Combine(folder.Path, name), stream =>
            {
                using TableWriter writer = TableWriter.Create("csv", stream, columns);
                foreach (T row in all)
                {
                    write(writer, row);
                }
            });
        }
    }
}
