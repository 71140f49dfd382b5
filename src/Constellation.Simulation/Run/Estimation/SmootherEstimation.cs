using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>The filter of a run with a pass back through all rounds.</summary>
internal static class SmootherEstimation
{
    public static IEnumerable<OrbitClockSolution> Solve(LinkEstimation estimation)
    {
        // Histories of all rounds are greater than memory for long runs: they go through a file without a name.
        using FileStream scratch = new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        FixedIntervalSmoother smoother = new(estimation.Control.Solver, scratch);
        foreach (OrbitClockSolution solved in smoother.Solve(estimation.Measure(afterAll: true)))
        {
            estimation.Cancel.ThrowIfCancellationRequested();
            yield return solved;
        }
    }
}
