using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Rows of <c>summary.csv</c> as a table: scopes down, metrics across, both in the order in which they come.</summary>
internal sealed class SummaryPivot
{
    private readonly Dictionary<(string Metric, string Scope), SummaryRow> _rows = [];
    private readonly Dictionary<string, (string Unit, int? Decimals)> _columns;

    public SummaryPivot(IEnumerable<SummaryRow> rows)
    {
        SummaryRow[] all = [.. rows];
        foreach (SummaryRow row in all)
        {
            _rows[(row.Metric, row.Scope)] = row;
        }

        Metrics = [.. all.Select(r => r.Metric).Distinct()];
        Scopes = [.. all.Select(r => r.Scope).Distinct()];
        _columns = Metrics.ToDictionary(m => m, m => (all.First(r => r.Metric == m).Unit, Numbers.DecimalsFor(all.Where(r => r.Metric == m).Select(r => r.Value))));
    }

    public IReadOnlyList<string> Metrics { get; }

    public IReadOnlyList<string> Scopes { get; }

    public string Head(string metric)
    {
        string unit = Unit(metric, _columns[metric].Unit);
        return unit.Length > 0 ? $"{Labels.Metric(metric)} ({unit})" : Labels.Metric(metric);
    }

    /// <summary>The number without its unit; no row and no value are an en dash.</summary>
    public string Cell(string metric, string scope) =>
        !_rows.TryGetValue((metric, scope), out SummaryRow row) ? Numbers.None
        : IsFraction(metric, row.Unit) ? Numbers.Percent(row.Value)
        : Numbers.Text(row.Value, _columns[metric].Decimals);

    public XElement? Table(string caption, string scopeHead) => Scopes.Count == 0 ? null : Html.Table(
        caption, [scopeHead, .. Metrics.Select(Head)], Scopes.Select(scope => (IReadOnlyList<string>)[Labels.Scope(scope), .. Metrics.Select(m => Cell(m, scope))]));

    /// <summary>One number by itself.</summary>
    public static string Value(SummaryRow row) => IsFraction(row.Metric, row.Unit) ? Numbers.Percent(row.Value) : Numbers.Text(row.Value);

    /// <summary>For people: a fraction is shown in per cent, a bare number has none.</summary>
    public static string Unit(string metric, string unit) => IsFraction(metric, unit) ? "%" : HasUnit(unit) ? unit : "";

    private static bool IsFraction(string metric, string unit) => metric.StartsWith("availability", StringComparison.Ordinal) && !HasUnit(unit);

    private static bool HasUnit(string unit) => unit is not ("" or "1" or "-");
}
