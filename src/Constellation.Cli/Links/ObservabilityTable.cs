using System.Globalization;
using Constellation.Formats;
using Constellation.Links;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what observability</c>: one a direction with a name, what the measurements know of it, and what would help.</summary>
internal sealed class ObservabilityTable(LinkEstimation estimation, ObservabilityReport report) : ILinkTable, IPlottable
{
    public static LinkTableKind Kind { get; } = new(
        "observability",
        "what the measurements cannot tell: turns of the net, clocks and delays against each other, each with the station or constraint that would",
        "direction,state,unseen_share,sigma_over_apriori,removed_by",
        Open)
    {
        Text = ["direction", "state", "removed_by"],
    };

    private static ObservabilityTable Open(LinkRequest request)
    {
        LinkEstimation estimation = LinkEstimation.Open(LinkRequests.Within(request), request.Threads, request.Cancel);
        return new ObservabilityTable(estimation, estimation.Observability());
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (ObservableDirection direction in report.Directions)
        {
            writer.Text(direction.Name).Text(direction.State.ToString().ToLowerInvariant()).Real(direction.Share).Real(direction.SigmaOverApriori).Text(direction.Remedy).EndRow();
        }
    }

    public RunPlot Plot() => new ObservabilityPlot(report);

    public void Report(TextWriter people)
    {
        foreach (string note in estimation.Notes)
        {
            people.WriteLine($"links: {note}");
        }

        people.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"links: {report.Eigenvalues.Count} unknowns, {report.NullDimension} directions not seen at all, {report.NamedDimension} of them named; {report.Directions.Count(d => d.State == ObservabilityState.Weak)} seen worse than known before"));
    }
}
