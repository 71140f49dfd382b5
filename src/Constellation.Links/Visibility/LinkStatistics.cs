using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Who could link with whom, how often and how far, over the epochs that are shown to it.</summary>
public sealed class LinkStatistics
{
    /// <summary>Medium, inclined, geostationary satellites, stations, and all together.</summary>
    private const int Station = 3, All = 4, Kinds = 5;

    private readonly LinkSystem _system;
    private readonly PairStatistics?[] _pairs;
    private readonly PartnerCount[] _partners;
    private readonly int[] _now;
    private readonly bool[] _seen;

    public LinkStatistics(LinkSystem system)
    {
        _system = system;
        int nodes = system.NodeCount;
        _pairs = new PairStatistics?[nodes * nodes];
        _partners = [.. Enumerable.Range(0, nodes * Kinds).Select(_ => new PartnerCount())];
        _now = new int[nodes * Kinds];
        _seen = new bool[nodes];
    }

    /// <summary>Pairs that were looked at, ascending.</summary>
    public IEnumerable<PairStatistics> Pairs => _pairs.OfType<PairStatistics>();

    /// <summary>Partners of a node over the finished epochs.</summary>
    public PartnerCount Partners(int node) => _partners[(node * Kinds) + All];

    /// <summary>Its partners among the satellites of a class.</summary>
    public PartnerCount Partners(int node, OrbitClass among) => _partners[(node * Kinds) + (int)among];

    /// <summary>Usable partners of a node at the epoch that is being taken in.</summary>
    public int PartnersNow(int node) => _now[(node * Kinds) + All];

    /// <summary>Takes in one pair at the present epoch.</summary>
    public void Add(LinkPair pair, in LinkSight sight, Epoch epoch)
    {
        _seen[pair.A] = _seen[pair.B] = true;
        (_pairs[(pair.A * _system.NodeCount) + pair.B] ??= new PairStatistics(pair)).Add(sight, epoch);
        if (sight.IsUsable)
        {
            Count(pair.A, pair.B);
            Count(pair.B, pair.A);
        }
    }

    /// <summary>All pairs of the epoch are in.</summary>
    public void EndEpoch()
    {
        for (int i = 0; i < _now.Length; i++)
        {
            if (_seen[i / Kinds])
            {
                _partners[i].Add(_now[i]);
            }
        }

        Array.Clear(_now);
        Array.Clear(_seen);
    }

    private void Count(int node, int partner)
    {
        _now[(node * Kinds) + (_system.IsStation(partner) ? Station : (int)_system.Satellites[partner].OrbitClass)]++;
        _now[(node * Kinds) + All]++;
    }
}
