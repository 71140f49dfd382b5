namespace Constellation.Links;

/// <summary>Filters of the same net, frame after frame beside each other: where their covariances are the same, they are worked out once.</summary>
/// <remarks>
/// A covariance knows the links, their weights and the dynamics, not what was measured. The orbits' is the same for all clocks where orbits and clocks are apart in the
/// state, and for all draws of the same net; the clocks' for all draws with the same kinds of clocks. Estimates that the gains are worked out at differ by the first errors
/// of predictions and later by metres: over 1e7 m that is 1e-6 to 1e-7 of a gain, which acts on innovations only (docs/theory/batch.md, section 4).
/// </remarks>
public sealed class FiltersInStep
{
    private readonly OrbitClockSolver[] _filters;
    private readonly List<CovarianceCohort>[] _cohorts;
    private readonly IReadOnlyList<Widening>[] _wider;
    private readonly UpdateTally[] _tallies;
    private readonly CovarianceCohort[,] _cohortOf;
    private readonly int[] _first;

    /// <param name="filters">None of which has begun, of as many satellites and stations each and with the same settings.</param>
    /// <param name="orbits">By filter: equal numbers for those whose satellites fly the same orbits, with the same first predictions.</param>
    /// <param name="clocks">By filter: equal numbers for those with the same kinds of clocks all the time.</param>
    public FiltersInStep(IReadOnlyList<OrbitClockSolver> filters, IReadOnlyList<int> orbits, IReadOnlyList<int> clocks)
    {
        if (filters.Count == 0 || filters.Any(f => !f.CanShare || f.StateSize != filters[0].StateSize || f.GroupCount != filters[0].GroupCount))
        {
            throw new ArgumentException("filters go in step from the first frame on, and are of the same net", nameof(filters));
        }

        _filters = [.. filters];
        (_wider, _tallies, _cohortOf) = (new IReadOnlyList<Widening>[_filters.Length], new UpdateTally[_filters.Length], new CovarianceCohort[_filters.Length, filters[0].GroupCount]);
        _first = [.. Enumerable.Range(0, _filters.Length).Select(i => Enumerable.Range(0, i + 1).First(j => orbits[j] == orbits[i]))];
        List<int>[] alike = [.. Enumerable.Range(0, _filters.Length).GroupBy(i => clocks[i]).Select(g => g.ToList())];
        _cohorts = new List<CovarianceCohort>[filters[0].GroupCount];
        for (int g = 0; g < _cohorts.Length; g++)
        {
            bool isOfOrbitsAlone = _cohorts.Length > 1 && g == 0;
            _cohorts[g] = isOfOrbitsAlone ? [CovarianceCohort.Begin(_filters, g, [.. Enumerable.Range(0, _filters.Length)])] : [.. alike.Select(members => CovarianceCohort.Begin(_filters, g, members))];
        }
    }

    /// <summary>Number of covariances that are carried on: as many as groups at least, and as filters times groups at most.</summary>
    public int CovarianceCount => _cohorts.Sum(c => c.Count);

    /// <summary>Takes in one frame of each.</summary>
    /// <param name="frames">Of one epoch.</param>
    public OrbitClockSolution[] Process(IReadOnlyList<LinkFrame> frames)
    {
        // Leaders come before those who follow them, and no covariance takes a measurement in before all have looked at it.
        for (int i = 0; i < _filters.Length; i++)
        {
            int like = _first[i];
            _filters[i].Form(frames[i], like != i && AreAlike(frames[like], frames[i]) ? _filters[like] : null);
            _wider[i] = [.. _filters[i].Jumps()];
            _filters[i].Sort();
            _tallies[i] = default;
        }

        for (int g = 0; g < _cohorts.Length; g++)
        {
            _cohorts[g] = [.. _cohorts[g].SelectMany(c => c.Widen(_wider)).ToList().SelectMany(c => c.Update((i, j) => AreAlike(frames[i], frames[j]), _tallies))];
            foreach (CovarianceCohort cohort in _cohorts[g])
            {
                cohort.Tabulate();
                foreach (int i in cohort.Members)
                {
                    _cohortOf[i, g] = cohort;
                }
            }
        }

        OrbitClockSolution[] solutions = new OrbitClockSolution[_filters.Length];
        double[][][] tables = new double[_filters.Length][][];
        for (int i = 0; i < solutions.Length; i++)
        {
            // Filters that share both cohorts share the tables too.
            int lead = _cohortOf[i, _cohorts.Length - 1].Members[0];
            double[][] table = tables[i] = lead < i && _cohortOf[lead, 0] == _cohortOf[i, 0] ? tables[lead] : Tables(i);
            _filters[i].Correct();
            solutions[i] = _filters[i].SolutionAt(frames[i].Epoch, _tallies[i], satellite => table[satellite]);
        }

        return solutions;
    }

    /// <summary>By satellite: orbits from the one cohort, clocks from the other.</summary>
    private double[][] Tables(int filter)
    {
        double[][] tables = [.. _cohortOf[filter, 0].Tables];
        for (int n = 0; n < tables.Length && _cohorts.Length > 1; n++)
        {
            double[] table = tables[n] = [.. tables[n]];
            ReadOnlySpan<double> clocks = _cohortOf[filter, 1].Tables[n];
            for (int row = 6; row < OrbitClockEstimate.Size; row++)
            {
                int at = (row * OrbitClockEstimate.Size) + 6;
                clocks.Slice(at, 3).CopyTo(table.AsSpan(at));
            }
        }

        return tables;
    }

    private static bool AreAlike(LinkFrame a, LinkFrame b)
    {
        if (a.Links.Count != b.Links.Count || a.Ranges.Count != b.Ranges.Count)
        {
            return false;
        }

        for (int n = 0; n < a.Links.Count; n++)
        {
            DualOneWay one = a.Links[n], other = b.Links[n];
            if ((one.A, one.B, one.Forward, one.Return) != (other.A, other.B, other.Forward, other.Return))
            {
                return false;
            }
        }

        for (int n = 0; n < a.Ranges.Count; n++)
        {
            if ((a.Ranges[n].Satellite, a.Ranges[n].Station) != (b.Ranges[n].Satellite, b.Ranges[n].Station))
            {
                return false;
            }
        }

        return true;
    }
}
