namespace Constellation.Links;

/// <summary>A set of disjoint edges of the greatest total weight in any graph, not only a bipartite one: Edmonds' blossoms with dual variables.</summary>
/// <remarks>[Galil86]: O(n^3) time, O(n^2) memory. Whole numbers throughout, so the result is exact and the same on every machine (tested against brute force, and at
/// full size by its dual certificate). Nodes of the search are the vertices 0 ... n - 1 and, from n on, blossoms: odd cycles of alternating edges shrunk into one.</remarks>
internal sealed class MaximumWeightMatching
{
    private enum Label : sbyte
    {
        None,
        Outer,
        Inner,
    }

    private readonly int _capacity;
    private readonly int _width;
    private readonly long[] _weight;
    private readonly long[] _dual;

    // Between any two nodes the edge of least slack: its end in the first and its end in the second. -1: no edge.
    private readonly int[] _near;
    private readonly int[] _far;
    private readonly int[] _mate;
    private readonly int[] _top;
    private readonly int[] _parent;
    private readonly int[] _closest;
    private readonly long[] _closestSlack;
    private readonly int[] _stamp;
    private readonly Label[] _label;
    private readonly List<int>[] _cycle;
    private readonly int[] _childWith;
    private readonly Queue<int> _outer = [];
    private int _n, _nodes, _stamps;

    /// <param name="capacity">Greatest number of vertices.</param>
    public MaximumWeightMatching(int capacity)
    {
        _capacity = capacity;
        _width = capacity + (capacity / 2) + 1;
        _weight = new long[capacity * capacity];
        _dual = new long[_width];
        _near = new int[_width * _width];
        _far = new int[_width * _width];
        _mate = new int[_width];
        _top = new int[_width];
        _parent = new int[_width];
        _closest = new int[_width];
        _closestSlack = new long[_width];
        _stamp = new int[_width];
        _label = new Label[_width];
        _cycle = [.. Enumerable.Range(0, _width).Select(_ => new List<int>())];
        _childWith = new int[_width * capacity];
    }

    /// <summary>Takes all edges away; <paramref name="vertices"/> of them may be joined from now on.</summary>
    public void Clear(int vertices)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vertices, _capacity);
        _n = vertices;
        Array.Clear(_weight);
    }

    /// <summary>An edge; one that is there already keeps the greater weight. Edges of no weight are never taken.</summary>
    public void Join(int a, int b, long weight) =>
        _weight[(a * _capacity) + b] = _weight[(b * _capacity) + a] = Math.Max(weight, _weight[(a * _capacity) + b]);

    /// <summary>The partner of each vertex, -1 for none; valid until the next call.</summary>
    public ReadOnlySpan<int> Solve()
    {
        Start();
        while (Phase())
        {
        }

        return _mate.AsSpan(0, _n);
    }

    /// <summary>Value of the dual problem at the solution: an upper bound of every matching's weight, equal to that of the one found.</summary>
    public long DualBound()
    {
        long twice = 0;
        for (int x = 0; x < _nodes; x++)
        {
            // Duals of vertices count for two ends; a blossom of 2 k + 1 vertices holds at most k edges.
            twice += x < _n ? _dual[x] : _cycle[x].Count == 0 ? 0 : _dual[x] * (Members(x) / 2);
        }

        return twice / 2;
    }

    private void Start()
    {
        _nodes = _n;
        _stamps = 0;
        Array.Clear(_stamp);
        long most = 0;
        for (int a = 0; a < _n; a++)
        {
            for (int b = 0; b < _n; b++)
            {
                bool joined = _weight[(a * _capacity) + b] > 0;
                _near[(a * _width) + b] = joined ? a : -1;
                _far[(a * _width) + b] = joined ? b : -1;
                _childWith[(a * _capacity) + b] = a == b ? a : -1;
                most = Math.Max(most, _weight[(a * _capacity) + b]);
            }
        }

        for (int x = 0; x < _width; x++)
        {
            _mate[x] = -1;
            _top[x] = x < _n ? x : -1;
            _dual[x] = x < _n ? most : 0;
            _cycle[x].Clear();
        }
    }

    /// <summary>Grows alternating trees from all unmatched nodes until one path between two of them lengthens the matching; false when none would make it heavier.</summary>
    private bool Phase()
    {
        Array.Fill(_label, Label.None);
        Array.Fill(_closest, -1);
        _outer.Clear();
        for (int x = 0; x < _nodes; x++)
        {
            if (_top[x] == x && _mate[x] < 0)
            {
                _parent[x] = -1;
                _label[x] = Label.Outer;
                Enqueue(x);
            }
        }

        if (_outer.Count == 0)
        {
            return false;
        }

        while (true)
        {
            while (_outer.TryDequeue(out int u))
            {
                ReadOnlySpan<long> weights = _weight.AsSpan(u * _capacity, _n);
                for (int v = 0; v < weights.Length; v++)
                {
                    int x = _top[v];
                    if (weights[v] == 0 || x == _top[u] || _label[x] == Label.Inner)
                    {
                        continue;
                    }

                    long slack = _dual[u] + _dual[v] - (2 * weights[v]);
                    if (slack > 0)
                    {
                        Offer(u, x, slack);
                    }
                    else if (Meet(u, v))
                    {
                        return true;
                    }
                }
            }

            if (!AdjustDuals())
            {
                return false;
            }

            for (int x = 0; x < _nodes; x++)
            {
                if (_top[x] == x && _label[x] != Label.Inner && _closest[x] >= 0 && _closestSlack[x] == 0 && _top[_closest[x]] != x
                    && Meet(_near[(_closest[x] * _width) + x], _far[(_closest[x] * _width) + x]))
                {
                    return true;
                }
            }

            for (int b = _n; b < _nodes; b++)
            {
                if (_top[b] == b && _label[b] == Label.Inner && _dual[b] == 0)
                {
                    Open(b);
                }
            }
        }
    }

    /// <summary>Moves the duals until an edge becomes tight or an inner blossom may open; false when that of the unmatched vertices is zero: the optimum.</summary>
    private bool AdjustDuals()
    {
        long step = long.MaxValue;
        for (int x = 0; x < _nodes; x++)
        {
            if (_top[x] != x)
            {
                continue;
            }

            if (x >= _n && _label[x] == Label.Inner)
            {
                step = Math.Min(step, _dual[x] / 2);
            }

            if (_closest[x] >= 0 && _label[x] != Label.Inner)
            {
                step = Math.Min(step, _label[x] == Label.None ? _closestSlack[x] : _closestSlack[x] / 2);
            }
        }

        // Unmatched vertices have the least dual of all; at zero they may stay unmatched.
        long least = long.MaxValue;
        for (int u = 0; u < _n; u++)
        {
            least = _label[_top[u]] == Label.Outer ? Math.Min(least, _dual[u]) : least;
        }

        step = Math.Min(step, least);
        for (int u = 0; u < _n; u++)
        {
            _dual[u] += _label[_top[u]] == Label.Outer ? -step : _label[_top[u]] == Label.Inner ? step : 0;
        }

        for (int x = 0; x < _nodes; x++)
        {
            _closestSlack[x] -= _label[x] == Label.None ? step : _label[x] == Label.Outer ? 2 * step : 0;
        }

        for (int b = _n; b < _nodes; b++)
        {
            if (_top[b] == b)
            {
                _dual[b] += _label[b] == Label.Outer ? 2 * step : _label[b] == Label.Inner ? -2 * step : 0;
            }
        }

        return step < least;
    }

    /// <summary>A tight edge out of an outer node: the tree grows, a blossom closes, or two trees meet (true: the matching grew).</summary>
    private bool Meet(int u, int v)
    {
        int x = _top[u], y = _top[v];
        if (_label[y] == Label.None)
        {
            _parent[y] = u;
            _label[y] = Label.Inner;
            int next = _top[_mate[y]];
            _closest[y] = _closest[next] = -1;
            _label[next] = Label.Outer;
            Enqueue(next);
        }
        else if (_label[y] == Label.Outer)
        {
            int common = CommonAncestor(x, y);
            if (common < 0)
            {
                Augment(x, y);
                Augment(y, x);
                return true;
            }

            Shrink(u, v, common);
        }

        return false;
    }

    private int CommonAncestor(int x, int y)
    {
        _stamps++;
        while (x >= 0 || y >= 0)
        {
            if (x >= 0)
            {
                if (_stamp[x] == _stamps)
                {
                    return x;
                }

                _stamp[x] = _stamps;
                x = _mate[x] < 0 ? -1 : _top[_parent[_top[_mate[x]]]];
            }

            (x, y) = (y, x);
        }

        return -1;
    }

    /// <summary>Swaps matched and free edges from x to the root of its tree, x being matched to y.</summary>
    private void Augment(int x, int y)
    {
        while (true)
        {
            int left = _mate[x] < 0 ? -1 : _top[_mate[x]];
            Match(x, y);
            if (left < 0)
            {
                return;
            }

            int above = _top[_parent[left]];
            Match(left, above);
            (x, y) = (above, left);
        }
    }

    private void Match(int x, int y)
    {
        int at = (x * _width) + y;
        _mate[x] = _far[at];
        if (x < _n)
        {
            return;
        }

        int child = _childWith[(x * _capacity) + _near[at]], steps = EvenPlace(x, child);
        List<int> cycle = _cycle[x];
        for (int i = 0; i < steps; i++)
        {
            Match(cycle[i], cycle[i ^ 1]);
        }

        Match(child, y);
        cycle.AddRange(cycle[..steps]);
        cycle.RemoveRange(0, steps);
    }

    /// <summary>Place of a child in the cycle of its blossom, an even number of edges from the base; the cycle is turned round where it was odd.</summary>
    private int EvenPlace(int blossom, int child)
    {
        List<int> cycle = _cycle[blossom];
        int place = cycle.IndexOf(child);
        if (place % 2 == 0)
        {
            return place;
        }

        cycle.Reverse(1, cycle.Count - 1);
        return cycle.Count - place;
    }

    private void Shrink(int u, int v, int ancestor)
    {
        int b = _n;
        while (b < _nodes && _top[b] >= 0)
        {
            b++;
        }

        _nodes = Math.Max(_nodes, b + 1);
        _dual[b] = 0;
        _label[b] = Label.Outer;
        _mate[b] = _mate[ancestor];
        _stamp[b] = 0;
        _parent[b] = _parent[ancestor];
        List<int> cycle = _cycle[b];
        cycle.Clear();
        cycle.Add(ancestor);
        Climb(u);
        cycle.Reverse(1, cycle.Count - 1);
        Climb(v);
        SetTop(b, b);
        Array.Fill(_childWith, -1, b * _capacity, _n);
        for (int x = 0; x < _nodes; x++)
        {
            _near[(b * _width) + x] = _far[(b * _width) + x] = _near[(x * _width) + b] = _far[(x * _width) + b] = -1;
        }

        foreach (int child in cycle)
        {
            for (int x = 0; x < _nodes; x++)
            {
                if (_near[(child * _width) + x] >= 0 && (_near[(b * _width) + x] < 0 || SlackTo(child, x) < SlackTo(b, x)))
                {
                    (_near[(b * _width) + x], _far[(b * _width) + x]) = (_near[(child * _width) + x], _far[(child * _width) + x]);
                    (_near[(x * _width) + b], _far[(x * _width) + b]) = (_near[(x * _width) + child], _far[(x * _width) + child]);
                }
            }

            for (int w = 0; w < _n; w++)
            {
                if (_childWith[(child * _capacity) + w] >= 0)
                {
                    _childWith[(b * _capacity) + w] = child;
                }
            }
        }

        FindClosest(b);

        void Climb(int from)
        {
            for (int x = _top[from]; x != ancestor;)
            {
                int inner = _top[_mate[x]];
                cycle.Add(x);
                cycle.Add(inner);
                Enqueue(inner);
                x = _top[_parent[inner]];
            }
        }
    }

    /// <summary>Takes an inner blossom apart: the even way from its entry to its base stays in the tree.</summary>
    private void Open(int b)
    {
        List<int> cycle = _cycle[b];
        foreach (int child in cycle)
        {
            SetTop(child, child);
        }

        int entry = _childWith[(b * _capacity) + _near[(b * _width) + _parent[b]]], steps = EvenPlace(b, entry);
        for (int i = 0; i < steps; i += 2)
        {
            int inner = cycle[i], outer = cycle[i + 1];
            _parent[inner] = _near[(outer * _width) + inner];
            _label[inner] = Label.Inner;
            _label[outer] = Label.Outer;
            _closest[inner] = -1;
            FindClosest(outer);
            Enqueue(outer);
        }

        _label[entry] = Label.Inner;
        _parent[entry] = _parent[b];
        _closest[entry] = -1;
        foreach (int child in cycle.Skip(steps + 1))
        {
            _label[child] = Label.None;
            FindClosest(child);
        }

        _top[b] = -1;
        _closest[b] = -1;
        cycle.Clear();
    }

    private void Enqueue(int x)
    {
        if (x < _n)
        {
            _outer.Enqueue(x);
            return;
        }

        foreach (int child in _cycle[x])
        {
            Enqueue(child);
        }
    }

    private void SetTop(int x, int top)
    {
        _top[x] = top;
        if (x >= _n)
        {
            foreach (int child in _cycle[x])
            {
                SetTop(child, top);
            }
        }
    }

    private void FindClosest(int x)
    {
        _closest[x] = -1;
        for (int u = 0; u < _n; u++)
        {
            if (_near[(u * _width) + x] >= 0 && _top[u] != x && _label[_top[u]] == Label.Outer)
            {
                Offer(u, x, SlackTo(u, x));
            }
        }
    }

    private void Offer(int u, int x, long slack)
    {
        if (_closest[x] < 0 || slack < _closestSlack[x])
        {
            (_closest[x], _closestSlack[x]) = (u, slack);
        }
    }

    private long Slack(int u, int v) => _dual[u] + _dual[v] - (2 * _weight[(u * _capacity) + v]);

    private long SlackTo(int x, int y) => Slack(_near[(x * _width) + y], _far[(x * _width) + y]);

    private int Members(int x) => x < _n ? 1 : _cycle[x].Sum(Members);
}
