using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>How wrong the satellites' messages are.</summary>
internal static class SignalSection
{
    public static XElement? Of(ReportData data, FigureSheet figures)
    {
        RunManifest manifest = data.Manifest;
        return ReportPage.Section(
            "signals",
            "Signal in space",
            Html.Paragraph("The signal-in-space range error (SISRE) is what wrong orbits and clocks in the messages do to the range of an average user: "
                + "the root of (w·R − C)² + v²·(A² + X²) with radial, along-track and cross-track orbit errors R, A, X and clock error C in metres; the weights w and v follow from the height of the orbit."),
            new SummaryPivot(data.Summary.Where(r => IsOfClasses(r.Scope, manifest) && !ControlSection.Owns(r.Metric))).Table("By class of orbit", "Satellites"),
            figures.Figure(new SisreOverAgePlot(data.Sisre)),
            figures.Figure(new SisreOverTimePlot(data.Sisre, data.Folder.Epochs)),
            figures.Figure(new SisreBySatellitePlot(data.Sisre)));
    }

    /// <summary>All satellites or a class of them, not one.</summary>
    public static bool IsOfClasses(string scope, RunManifest manifest) =>
        UserSection.IsOfSatellites(scope, manifest) && manifest.Satellites.All(s => s.Sat != scope);
}
