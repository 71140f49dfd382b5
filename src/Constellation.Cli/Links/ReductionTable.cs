using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what reduction</c>: how well noise-free pairs can be brought to an epoch some time away, with predicted and with estimated orbits and clocks.</summary>
internal sealed class ReductionTable : ILinkTable
{
    /// <summary>Rounds spread over the scenario; each brings some 250 pairs per span and side.</summary>
    private const int Rounds = 8;

    public static LinkTableKind Kind { get; } = new(
        "reduction",
        "errors of bringing noise-free pairs to an epoch some time away from their slot, with what was believed before the first measurement and with the filter's estimates; what the clocks did meanwhile apart",
        "span_s,knowledge,n,clock_free_rms_m,clock_free_max_m,geometry_free_rms_m,geometry_free_max_m,clock_wander_rms_m",
        Open)
    {
        Text = ["knowledge"],
    };

    private readonly LinkMeasurementRun _run;

    private ReductionTable(LinkMeasurementRun run) => _run = run;

    private static ReductionTable Open(LinkRequest request) => new(LinkRequests.Prepare(request));

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (ReductionSpan span in _run.Reductions(Rounds, cancel))
        {
            writer.Real(span.Span).Text(span.Estimated ? "estimated" : "predicted").Integer(span.Count).Real(span.ClockFreeRms).Real(span.ClockFreeLargest)
                .Real(span.GeometryFreeRms).Real(span.GeometryFreeLargest).Real(span.ClockWanderRms).EndRow();
        }
    }

    public void Report(TextWriter people)
    {
        foreach (string note in _run.Notes)
        {
            people.WriteLine("links: " + note);
        }
    }
}
