namespace Constellation.Links;

/// <summary>Filters of the same satellites on the same orbits with other clocks. Where orbits and clocks are apart in the state, the covariance of the orbits and its
/// gains are those of the first filter, which leads; each has its own estimates, and its own covariance of clocks.</summary>
/// <remarks>Clocks enter what is measured of orbits by the error of a predicted frequency over three quarters of a second: below 1e-3 m in the first rounds and 1e-5 m later.
/// Gains depend on directions, which differ by that over 1e7 m: 1e-10 of themselves.</remarks>
public sealed class SharedOrbitFilters
{
    private readonly OrbitClockSolver?[] _filters;
    private readonly List<Widening>[] _wider;
    private readonly GainRecord _record = new();

    /// <param name="filters">None of which has begun; the first leads.</param>
    public SharedOrbitFilters(IReadOnlyList<OrbitClockSolver> filters)
    {
        _filters = [.. filters];
        _wider = new List<Widening>[filters.Count];
        foreach (OrbitClockSolver filter in filters.Skip(1))
        {
            filter.Follow(filters[0]);
        }
    }

    /// <summary>Takes in one frame of each.</summary>
    /// <param name="frames">Of the same links; those of filters that are out are not looked at.</param>
    /// <param name="solutions">Receives the estimates; null for a filter that is out. It is from the round on in which the gate lets other measurements of orbits
    /// pass than for the leader, or an orbit jumps: what it is given then has to be filtered alone, from the beginning.</param>
    public void Process(IReadOnlyList<LinkFrame?> frames, OrbitClockSolution?[] solutions)
    {
        // All look at the covariance before the leader takes its measurements in.
        for (int i = 0; i < _filters.Length; i++)
        {
            if (_filters[i] is { } filter)
            {
                filter.Form(frames[i]!);
                _wider[i] = [.. filter.Jumps()];
            }
        }

        bool moves = MovesOrbits(0);
        for (int i = 0; i < _filters.Length; i++)
        {
            solutions[i] = null;
            if (_filters[i] is { } filter)
            {
                UpdateTally? tally = i > 0 && (moves || MovesOrbits(i)) ? null : Update(filter, i);
                solutions[i] = tally is { } all ? filter.SolutionAt(frames[i]!.Epoch, all) : null;
                _filters[i] = tally is null ? null : filter;
            }
        }
    }

    private bool MovesOrbits(int i) => _wider[i].Exists(w => _filters[i]!.Model.GroupOf(w.Place) == 0);

    private UpdateTally? Update(OrbitClockSolver filter, int i)
    {
        _wider[i].ForEach(filter.Widen);
        if (i > 0)
        {
            return filter.UpdateLike(_record);
        }

        UpdateTally tally = filter.Update(_record);
        filter.FillOrbitCovariance();
        return tally;
    }
}
