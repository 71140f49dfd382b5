using System.Globalization;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Figures of a batch for people: as many decimals as their intervals are worth, the same for all points of a metric.</summary>
public sealed class BatchNumbers
{
    private const int Usual = 4, Most = 9;
    private readonly int? _decimals;
    private readonly double _nothing;

    /// <param name="rows">Of one metric and scope.</param>
    public BatchNumbers(IReadOnlyList<PairedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double size = rows.Select(r => Math.Abs(r.Mean)).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        _nothing = 1e-9 * size;
        double[] halves = [.. rows.Select(r => r.DifferenceHalf).Where(h => h > _nothing)];
        double[] steps = halves.Length > 0 ? halves : [.. rows.Select(r => Math.Abs(r.Difference)).Where(d => d > _nothing)];

        // Two digits of the middle interval; where nothing was drawn, of the middle difference.
        double told = steps.Length == 0 ? 0 : steps.Order().ElementAt(steps.Length / 2);
        int digits = told > 0 ? 1 - (int)Math.Floor(Math.Log10(told)) : size > 0 ? Usual - 1 - (int)Math.Floor(Math.Log10(size)) : Usual;
        _decimals = digits > Most ? null : Math.Max(0, digits);
    }

    /// <summary>A mean, or half of an interval; empty where there is none.</summary>
    public string Value(double value) => !double.IsFinite(value) ? "" : _decimals is { } n ? value.ToString("F" + n, CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Half of an interval; empty where all seeds agree, or there is but one.</summary>
    public string Half(double value) => !(value > _nothing) ? ""
        : _decimals is { } n && value < 0.5 * Math.Pow(10, -n) ? "<" + Math.Pow(10, -n).ToString("F" + n, CultureInfo.InvariantCulture)
        : Value(value);

    /// <summary>A difference with its sign and, where seeds differ, half of its interval.</summary>
    public string Interval(PairedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Half(row.DifferenceHalf) is { Length: > 0 } half ? $"{Difference(row)}±{half}" : Difference(row);
    }

    /// <summary>A difference with its sign; <c>0</c> where both points have the same figure in every seed.</summary>
    public string Difference(PairedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return !double.IsFinite(row.Difference) ? "" : IsSame(row) ? "0" : (row.Difference < 0 ? "−" : "+") + Value(Math.Abs(row.Difference));
    }

    /// <summary>Whether nothing differs.</summary>
    public static bool IsSame(PairedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Difference == 0 && (row.DifferenceHalf == 0 || double.IsNaN(row.DifferenceHalf));
    }
}
