using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what solution</c>: every round, every satellite, estimate minus truth with the claimed sigmas.</summary>
internal sealed class SolutionTable(LinkEstimation estimation, LinkEstimator estimator) : ILinkTable
{
    private readonly OdtsSummary _summary = new(estimation.OrbitClasses);

    public static LinkTableKind Kind { get; } = new(
        "solution",
        "orbits and clocks as estimated (--estimator), minus truth: radial, along, cross, clock, and the sigmas that the estimator claims",
        "epoch_gpst,sat,radial_m,along_m,cross_m,clock_m,sigma_radial_m,sigma_along_m,sigma_cross_m,sigma_clock_m",
        Open);

    private static SolutionTable Open(LinkRequest request)
    {
        string[] names = [.. LinkEstimator.All.Select(e => e.Name)];
        LinkEstimator estimator = LinkEstimator.All.FirstOrDefault(e => e.Name == request.Estimator)
            ?? throw new InputException(Diagnostic.Error("CN1009", new SourceSpan("--estimator"), $"there is no estimator '{request.Estimator}'", "known: " + string.Join(", ", names) + Spelling.Hint(request.Estimator, names)));
        return new SolutionTable(LinkEstimation.Open(LinkRequests.Within(request), request.Threads, request.Cancel), estimator);
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (OdtsRow row in estimation.Errors(estimator))
        {
            cancel.ThrowIfCancellationRequested();
            _summary.Add(row);
            writer.Epoch(row.Epoch).Satellite(row.Satellite).Real(row.Radial).Real(row.Along).Real(row.Cross).Real(row.Clock)
                .Real(row.SigmaRadial).Real(row.SigmaAlong).Real(row.SigmaCross).Real(row.SigmaClock).EndRow();
        }
    }

    public void Report(TextWriter people)
    {
        foreach (string line in estimation.Notes.Concat(_summary.Lines()))
        {
            people.WriteLine($"links: {line}");
        }
    }
}
