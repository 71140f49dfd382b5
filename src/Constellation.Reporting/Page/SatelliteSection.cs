using System.Xml.Linq;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Every satellite of the run, with what the summary says of it.</summary>
internal static class SatelliteSection
{
    public static XElement? Of(ReportData data)
    {
        IReadOnlyList<RunSatellite> satellites = data.Manifest.Satellites;
        HashSet<string> names = [.. satellites.Select(s => s.Sat)];
        SummaryPivot pivot = new(data.Summary.Where(r => names.Contains(r.Scope)));
        return satellites.Count == 0 ? null : ReportPage.Section(
            "satellites",
            "Satellites",
            Html.Table(
                "In the order of their numbers",
                ["PRN", "SVN", "Plane", "Slot", "Block", "Class", "Clock", "Launched", .. pivot.Metrics.Select(pivot.Head)],
                satellites.Select(s => (IReadOnlyList<string>)
                [
                    s.Sat, s.Svn, s.Plane, s.Slot, s.Block, OrbitClasses.Label(s.OrbitClass), s.ClockStory, s.Launched.Length == 0 ? Numbers.None : s.Launched,
                    .. pivot.Metrics.Select(m => pivot.Cell(m, s.Sat)),
                ]),
                textColumns: 8));
    }
}
