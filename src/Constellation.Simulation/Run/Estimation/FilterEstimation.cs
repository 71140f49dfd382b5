using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>The filter that a run works with.</summary>
internal static class FilterEstimation
{
    public static IEnumerable<OrbitClockSolution> Solve(LinkEstimation estimation)
    {
        (long used, long rejected, double squares) = (0, 0, 0);
        foreach ((_, OrbitClockSolution solved) in estimation.Control.Run(estimation.Plan.Frames))
        {
            estimation.Cancel.ThrowIfCancellationRequested();
            used += solved.Used;
            rejected += solved.Rejected;
            squares += solved.Used > 0 ? solved.Used * solved.InnovationRms * solved.InnovationRms : 0;
            yield return solved;
        }

        estimation.Note($"{used} measurements used, {rejected} beyond the gate; innovations {Math.Sqrt(squares / Math.Max(1, used)):0.00} of their sigma (rms)");
    }
}
