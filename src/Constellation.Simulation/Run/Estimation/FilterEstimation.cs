using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>The filter that a run works with.</summary>
internal static class FilterEstimation
{
    public static IEnumerable<OrbitClockSolution> Solve(LinkEstimation estimation)
    {
        NetGuard guard = estimation.Control.Guard(estimation.Plan);
        foreach ((LinkFrame measured, OrbitClockSolution solved) in estimation.Control.Run(estimation.Plan.Frames))
        {
            guard.Watch(measured);
            estimation.Cancel.ThrowIfCancellationRequested();
            yield return solved;
        }

        estimation.NoteNet(guard);
    }
}
