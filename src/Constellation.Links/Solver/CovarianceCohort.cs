namespace Constellation.Links;

/// <summary>Filters whose covariance of one group of unknowns is the same: the first carries it on, the others take its gains on their own innovations.</summary>
/// <remarks>A filter that finds a jump, or whose gate lets other measurements pass, goes on with a copy: it is a cohort of its own from then on, or one with those who
/// decide as it does.</remarks>
internal sealed class CovarianceCohort
{
    private readonly IReadOnlyList<OrbitClockSolver> _filters;
    private readonly int _group;
    private readonly SquareRootCovariance _root;
    private readonly GainRecord _record = new();
    private readonly double[][] _tables;
    private double[] _kept = [];

    /// <param name="filters">All that go in step.</param>
    /// <param name="group">Of unknowns.</param>
    /// <param name="members">Those of the cohort, ascending.</param>
    /// <param name="root">What they share.</param>
    private CovarianceCohort(IReadOnlyList<OrbitClockSolver> filters, int group, List<int> members, SquareRootCovariance root)
    {
        (_filters, _group, Members, _root) = (filters, group, members, root);
        _tables = new double[Lead.Model.System.Satellites.Count][];
        for (int n = 0; n < members.Count; n++)
        {
            filters[members[n]].Adopt(group, root, leads: n == 0);
        }
    }

    /// <summary>Indices of filters, ascending.</summary>
    public IReadOnlyList<int> Members { get; }

    private OrbitClockSolver Lead => _filters[Members[0]];

    /// <summary>Of filters that have not begun.</summary>
    public static CovarianceCohort Begin(IReadOnlyList<OrbitClockSolver> filters, int group, List<int> members) => new(filters, group, members, filters[members[0]].NewRoot(group));

    /// <summary>Between prediction and update: those who found a jump leave, each with its own wider covariance.</summary>
    /// <param name="wider">By filter.</param>
    public IEnumerable<CovarianceCohort> Widen(IReadOnlyList<IReadOnlyList<Widening>> wider)
    {
        bool Jumps(int i) => wider[i].Any(w => _filters[i].Model.GroupOf(w.Place) == _group);
        if (!Members.Any(Jumps))
        {
            return [this];
        }

        ReadOnlySpan<double> kept = Kept();
        List<CovarianceCohort> parts = [];
        List<int> quiet = [.. Members.Where(i => !Jumps(i))];
        if (quiet.Count > 0)
        {
            parts.Add(new(_filters, _group, quiet, _root));
        }

        foreach (int i in Members.Where(Jumps))
        {
            parts.Add(new(_filters, _group, [i], _filters[i].NewRoot(_group, kept)));
            foreach (Widening w in wider[i].Where(w => _filters[i].Model.GroupOf(w.Place) == _group))
            {
                _filters[i].Widen(w);
            }
        }

        return parts;
    }

    /// <summary>Takes a frame in.</summary>
    /// <param name="alike">Whether two filters measured the same links at the same times.</param>
    /// <param name="tallies">By filter: what became of its measurements is added.</param>
    /// <returns>The cohort as it goes on, or its parts where its members do not decide alike.</returns>
    public IReadOnlyList<CovarianceCohort> Update(Func<int, int, bool> alike, UpdateTally[] tallies)
    {
        // The first one's update changes what is shared.
        ReadOnlySpan<double> before = Members.Count > 1 ? Kept() : [];
        UpdateTally first = Lead.UpdateGroup(_group, Members.Count > 1 ? _record : null);
        tallies[Members[0]] = tallies[Members[0]].Plus(first);
        List<int> staying = [Members[0]], leaving = [];
        foreach (int i in Members.Skip(1))
        {
            if (alike(Members[0], i) && _filters[i].UpdateGroupLike(_group, _record, out UpdateTally tally))
            {
                tallies[i] = tallies[i].Plus(tally);
                staying.Add(i);
            }
            else
            {
                leaving.Add(i);
            }
        }

        if (leaving.Count == 0)
        {
            return [this];
        }

        CovarianceCohort others = new(_filters, _group, leaving, _filters[leaving[0]].NewRoot(_group, before));
        return [new(_filters, _group, staying, _root), .. others.Update(alike, tallies)];
    }

    /// <summary>What estimates of single satellites tell, row by row, as far as the group goes: of the last frame.</summary>
    public IReadOnlyList<double[]> Tables => _tables;

    public void Tabulate()
    {
        FilterModel model = Lead.Model;
        int start = model.Groups[_group].Start;
        for (int n = 0; n < _tables.Length; n++)
        {
            _tables[n] = model.CovarianceTable(n, (i, j) => model.GroupOf(i) == _group && model.GroupOf(j) == _group ? _root[i - start, j - start] : 0);
        }
    }

    /// <summary>What is shared, until the next call. A large array: made once.</summary>
    private ReadOnlySpan<double> Kept()
    {
        if (_kept.Length == 0)
        {
            _kept = new double[_root.KeptLength];
        }

        _root.Keep(_kept);
        return _kept;
    }
}
