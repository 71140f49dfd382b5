using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>Filters on board, from the first knowledge that the operator's filter starts from.</summary>
internal static class OnBoardEstimation
{
    public static IEnumerable<OrbitClockSolution> Solve(LinkEstimation estimation, IOrbitClockEstimator onBoard)
    {
        if (estimation.Control.System.Stations.Any(s => s.IsMonitor))
        {
            estimation.Note("L-band ranges of monitor stations do not reach filters on board: crosslinks and anchors alone are used");
        }

        return onBoard.Solve(estimation.Measure(withRanges: false));
    }
}
