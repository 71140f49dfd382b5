using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Filters on board that know how their errors correlate: every node corrects itself by its own links alone, all by one covariance.</summary>
/// <remarks>
/// The covariance depends on the schedule, the geometry and on which links were used, not on what they measured; every node (or the ground, beforehand) can carry it for
/// the whole net. States are exchanged with partners only, as in <see cref="DistributedFilter"/>; no measurement is passed on. What is lost against the filter of
/// all measurements is what the links of others would say about oneself (<see cref="LocalGains"/>). L-band ranges do not reach the satellites.
/// </remarks>
public sealed class ConcertedFilter(LinkSystem system, IReadOnlyList<SatelliteApriori> apriori, IEarthOrientation earth, SolverSettings? settings = null) : IOrbitClockEstimator
{
    private readonly OrbitClockSolver _all = new(system, apriori, earth, settings, inConcert: true);

    public IEnumerable<OrbitClockSolution> Solve(IEnumerable<LinkFrame> frames)
    {
        // Not Select: its Last() would process the last frame alone.
        foreach (LinkFrame frame in frames)
        {
            yield return Process(frame);
        }
    }

    /// <summary>Takes in one frame, later than the last one.</summary>
    public OrbitClockSolution Process(LinkFrame frame) => _all.Process(frame with { Ranges = [] });
}
