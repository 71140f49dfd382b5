using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>How well the operator knows its satellites, and whether its filter knows how well; only where it was simulated.</summary>
internal static class ControlSection
{
    private static readonly OdtsComponent[] s_components = Enum.GetValues<OdtsComponent>();

    private static readonly string[] s_ownTable = ["odts_radial_rms", "odts_along_rms", "odts_cross_rms", "odts_clock_rms"];

    /// <summary>A metric of the summary that belongs to this section.</summary>
    public static bool Owns(string metric) => metric.StartsWith("odts_", StringComparison.Ordinal);

    public static XElement? Of(ReportData data, FigureSheet figures) =>
        data.Odts is not { IsEmpty: false } errors ? null : ReportPage.Section(
            "control",
            "Control segment",
            Html.Paragraph("Orbit determination and time synchronisation (ODTS): errors of the operator's estimates of orbits and clocks, radial, along-track, cross-track and clock, "
                + "beside the standard deviation that its filter claims for them. The ratio is the root mean square of error over claim: near 1 the filter knows how good it is, above 1 it is too sure of itself."),
            Table(errors),
            new SummaryPivot(data.Summary.Where(r => SignalSection.IsOfClasses(r.Scope, data.Manifest) && Owns(r.Metric) && !s_ownTable.Contains(r.Metric))).Table("From the summary", "Satellites"),
            Html.Tag("div", Html.Class("pair"), s_components.Select(c => figures.Figure(new OdtsErrorPlot(errors, c, data.Folder.Epochs)))));

    private static XElement Table(OdtsErrors errors)
    {
        string?[] classes = [.. errors.Classes, null];
        (double Error, double Claimed, double Ratio)[][] values = [.. s_components.Select(c => ((double, double, double)[])[.. classes.Select(o => errors.Rms(c, o))])];
        int?[] decimals = [.. values.Select(column => Numbers.DecimalsFor(column.Select(v => v.Error)))];
        return Html.Table(
            "Root mean square over the run, and its ratio to what the filter claims",
            ["Satellites", "Radial (m)", "ratio", "Along-track (m)", "ratio", "Cross-track (m)", "ratio", "Clock (m)", "ratio"],
            classes.Select((o, row) => (IReadOnlyList<string>)
            [
                o is null ? "All" : OrbitClasses.Label(o),
                .. s_components.SelectMany((_, c) => new[] { Numbers.Text(values[c][row].Error, decimals[c]), Numbers.Text(values[c][row].Ratio, 2) }),
            ]));
    }
}
