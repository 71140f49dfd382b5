namespace Constellation.Links;

/// <summary>Turns measurements into orbits and clocks, frame by frame: the filter, the smoother, the filters on board.</summary>
public interface IOrbitClockEstimator
{
    /// <summary>One solution per frame, in the order of time.</summary>
    IEnumerable<OrbitClockSolution> Solve(IEnumerable<LinkFrame> frames);
}
