namespace Constellation.Links;

/// <summary>From every satellite and every slot of a round that repeats: slots until what it has to say is with a satellite in view of the ground.</summary>
/// <remarks>Backwards from slot to slot: the latency before a slot is one more than the least of one's own and one's partners' after it; zero in view of the ground.</remarks>
internal sealed class SlotLatency
{
    private readonly int _satellites;
    private readonly int _nodes;
    private readonly int _lost;
    private readonly int[] _ground;
    private readonly int[] _now;
    private readonly int[] _after;
    private int[] _latency = [];

    /// <param name="view">Who sees the ground.</param>
    /// <param name="lost">A satellite that has failed, or -1.</param>
    public SlotLatency(LinkView view, int lost = -1)
    {
        (_satellites, _nodes, _lost) = (view.System.Satellites.Count, view.System.NodeCount, lost);
        _ground = [.. Enumerable.Range(0, _nodes).Where(n => n != lost && (view.System.IsStation(n) || view.SeesGround(n)))];
        (_now, _after) = (new int[_nodes], new int[_nodes]);
    }

    /// <summary>Slots, [slot of departure times satellites + satellite]; 0 in view of the ground and of a lost satellite, twice the number of slots where nothing arrives.</summary>
    /// <param name="hops">Directions of each slot. Within a slot a message makes one hop, unless links stand open.</param>
    /// <param name="chained">Whether a message passes through several links in one slot.</param>
    /// <param name="runIn">Slots of the repeated round that are looked at beyond the first; all of them if not given.</param>
    public ReadOnlySpan<int> Evaluate(ReadOnlySpan<(int From, int To)[]> hops, bool chained = false, int runIn = int.MaxValue)
    {
        int slots = hops.Length, never = 2 * slots;
        if (_latency.Length != slots * _satellites)
        {
            _latency = new int[slots * _satellites];
        }

        int[] now = _now, after = _after;
        Array.Fill(now, never);
        foreach (int g in _ground)
        {
            now[g] = 0;
        }

        for (int t = slots + Math.Min(slots, runIn) - 1; t >= 0; t--)
        {
            (int From, int To)[] slot = hops[t < slots ? t : t - slots];
            Array.Copy(now, after, _nodes);
            bool moved = true;
            while (moved)
            {
                moved = false;
                foreach ((int from, int to) in slot)
                {
                    int through = chained ? now[to] : after[to];
                    if (through < now[from] && (_lost < 0 || (from != _lost && to != _lost)))
                    {
                        now[from] = through;
                        moved = chained;
                    }
                }
            }

            for (int n = 0; n < _nodes; n++)
            {
                now[n] = now[n] < never ? now[n] + 1 : never;
            }

            foreach (int g in _ground)
            {
                now[g] = 0;
            }

            if (t < slots)
            {
                Array.Copy(now, 0, _latency, t * _satellites, _satellites);
                if (_lost >= 0)
                {
                    _latency[(t * _satellites) + _lost] = 0;
                }
            }
        }

        return _latency;
    }
}
