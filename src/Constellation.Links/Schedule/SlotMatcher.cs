namespace Constellation.Links;

/// <summary>Chooses the links of one slot: the most that terminals allow, and of those sets the one of greatest worth.</summary>
/// <remarks>Terminals are the vertices of the matching, so nothing is used twice. Where two pairs of terminals of the same two satellites are matched, the second is
/// taken back and its terminals are matched anew with others: with one terminal, or with terminals that look apart, nothing is taken back and the choice is exact.</remarks>
internal sealed class SlotMatcher
{
    /// <summary>Steps of a worth of one. Coarse on purpose: a hundred times finer steps reach nothing more and take twice as long, since fewer edges become tight at once.</summary>
    private const double Resolution = 5;

    private const double MostWorth = 1_000;

    private readonly int[] _first;
    private readonly MaximumWeightMatching _matching;
    private readonly bool[] _free;
    private readonly bool[] _taken;
    private readonly int[] _vertexNode;

    public SlotMatcher(LinkView view)
    {
        int nodes = view.System.NodeCount;
        _first = new int[nodes + 1];
        for (int n = 0; n < nodes; n++)
        {
            _first[n + 1] = _first[n] + view.Terminals(n);
        }

        _vertexNode = [.. Enumerable.Range(0, nodes).SelectMany(n => Enumerable.Repeat(n, view.Terminals(n)))];
        _free = new bool[_first[nodes]];
        _taken = new bool[nodes * nodes];
        _matching = new MaximumWeightMatching(_first[nodes]);
    }

    /// <summary>Fits the terminals of another view too.</summary>
    public bool Fits(LinkView view) => _first.Length == view.System.NodeCount + 1 && Enumerable.Range(0, view.System.NodeCount).All(n => _first[n + 1] - _first[n] == view.Terminals(n));

    /// <summary>A slot with nothing in it.</summary>
    public void Clear() => Array.Fill(_free, true);

    /// <summary>Takes terminals out of the slot.</summary>
    public void Occupy(int a, int terminalA, int b, int terminalB) => _free[_first[a] + terminalA] = _free[_first[b] + terminalB] = false;

    /// <summary>Free terminals of a node: bit t stands for terminal t.</summary>
    public uint Free(int node)
    {
        uint free = 0;
        for (int t = _first[node]; t < _first[node + 1]; t++)
        {
            free |= _free[t] ? 1u << (t - _first[node]) : 0;
        }

        return free;
    }

    /// <summary>Fills the free terminals.</summary>
    /// <param name="view">Who sees whom.</param>
    /// <param name="worth">Of each chance by index; negative: not to be used.</param>
    /// <param name="chosen">Receives index of the chance and its terminals.</param>
    /// <param name="cardinalityFirst">Whether the number of links goes before their worth; else a link of no worth is left out.</param>
    public void Fill(LinkView view, ReadOnlySpan<double> worth, List<(int Chance, int TerminalA, int TerminalB)> chosen, bool cardinalityFirst = true)
    {
        int nodes = view.System.NodeCount;
        long most = 0;
        for (int i = 0; i < worth.Length; i++)
        {
            most = Math.Max(most, Steps(worth[i]));
        }

        // One more link outweighs whatever the others lose by it.
        long floor = cardinalityFirst ? ((_free.Length / 2) * most) + 1 : 0;
        Array.Clear(_taken);
        bool again = true;
        while (again)
        {
            _matching.Clear(_free.Length);
            for (int i = 0; i < worth.Length; i++)
            {
                LinkChance chance = view.Chances[i];
                if (worth[i] >= 0 && !_taken[(chance.A * nodes) + chance.B])
                {
                    Join(chance, floor + Steps(worth[i]));
                }
            }

            again = Accept(view, worth, chosen);
        }
    }

    private static long Steps(double worth) => (long)Math.Round(Math.Clamp(worth, 0, MostWorth) * Resolution);

    private void Join(LinkChance chance, long weight)
    {
        for (int a = _first[chance.A]; a < _first[chance.A + 1]; a++)
        {
            for (int b = _first[chance.B]; b < _first[chance.B + 1]; b++)
            {
                if (_free[a] && _free[b] && (chance.TerminalsA >> (a - _first[chance.A]) & 1) != 0 && (chance.TerminalsB >> (b - _first[chance.B]) & 1) != 0)
                {
                    _matching.Join(a, b, weight);
                }
            }
        }
    }

    /// <summary>Takes the matching over; true where terminals were given back and another one may fill them.</summary>
    private bool Accept(LinkView view, ReadOnlySpan<double> worth, List<(int Chance, int TerminalA, int TerminalB)> chosen)
    {
        int nodes = view.System.NodeCount, before = chosen.Count;
        ReadOnlySpan<int> mates = _matching.Solve();
        bool givenBack = false;
        Dictionary<LinkPair, (int A, int B)> pairs = [];
        for (int a = 0; a < mates.Length; a++)
        {
            if (mates[a] > a)
            {
                givenBack |= !pairs.TryAdd(new LinkPair(_vertexNode[a], _vertexNode[mates[a]]), (a, mates[a]));
            }
        }

        for (int i = 0; i < worth.Length && pairs.Count > 0; i++)
        {
            LinkChance chance = view.Chances[i];
            if (pairs.Remove(new LinkPair(chance.A, chance.B), out (int A, int B) vertices))
            {
                _taken[(chance.A * nodes) + chance.B] = true;
                _free[vertices.A] = _free[vertices.B] = false;
                chosen.Add((i, vertices.A - _first[chance.A], vertices.B - _first[chance.B]));
            }
        }

        return givenBack && chosen.Count > before;
    }
}
