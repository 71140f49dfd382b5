using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Who sees whom at one epoch: what a round is planned from. It is taken to hold for the round.</summary>
/// <remarks>In half a round of one minute a pair moves by at most 120 km along its line: those at the very edge of visibility may lose it a few slots early.</remarks>
public sealed class LinkView
{
    private readonly int[] _degree;
    private readonly bool[] _seesGround;
    private readonly Vector3d[] _positions;
    private readonly Vector3d[] _velocities;
    private readonly int[] _terminals;

    private LinkView(Epoch epoch, LinkSystem system, Vector3d[] positions, Vector3d[] velocities, IReadOnlyList<LinkChance> chances, bool[] seesGround)
    {
        (Epoch, System, _positions, _velocities, Chances, _seesGround) = (epoch, system, positions, velocities, chances, seesGround);
        _degree = new int[system.NodeCount];
        foreach (LinkChance chance in chances)
        {
            _degree[chance.A]++;
            _degree[chance.B]++;
        }

        _terminals = [.. Enumerable.Range(0, system.NodeCount).Select(n => system.PayloadOf(n) is null ? 0 : 1)];
    }

    public Epoch Epoch { get; }

    public LinkSystem System { get; }

    /// <summary>All usable pairs, ascending.</summary>
    public IReadOnlyList<LinkChance> Chances { get; }

    /// <summary>Usable partners of a node.</summary>
    public int Degree(int node) => _degree[node];

    /// <summary>Terminals of a node: links that it can have at once.</summary>
    public int Terminals(int node) => _terminals[node];

    public Vector3d Position(int node) => _positions[node];

    /// <summary>Angular momentum per unit mass, m^2/s; of a station: that of its turn with the Earth.</summary>
    public Vector3d Momentum(int node) => _positions[node].Cross(_velocities[node]);

    /// <summary>Whether a satellite is in view of an anchor station.</summary>
    public bool SeesGround(int satellite) => _seesGround[satellite];

    /// <summary>Unit vector from A to B.</summary>
    public Vector3d Direction(int a, int b) => (_positions[b] - _positions[a]).Unit();

    /// <param name="system">Who takes part.</param>
    /// <param name="epoch">When.</param>
    /// <param name="satellites">Positions and velocities on GCRF axes, in the order of the system's satellites.</param>
    /// <param name="stations">Places of its stations at the epoch.</param>
    public static LinkView Of(LinkSystem system, Epoch epoch, IReadOnlyList<(Vector3d Position, Vector3d Velocity)> satellites, IReadOnlyList<StationPlace> stations)
    {
        Vector3d[] positions = [.. satellites.Select(s => s.Position), .. stations.Select(s => s.PositionGcrf)];
        Vector3d[] velocities = [.. satellites.Select(s => s.Velocity), .. stations.Select(s => s.VelocityGcrf)];
        List<LinkPair> pairs = [];
        LinkVisibility.Fill(system, positions.AsSpan(0, satellites.Count), [.. stations], pairs);
        bool[] ground = new bool[satellites.Count];
        foreach (LinkPair pair in pairs.Where(p => system.IsStation(p.B)))
        {
            ground[pair.A] = true;
        }

        return new LinkView(epoch, system, positions, velocities, [.. pairs.Select(p => new LinkChance(p.A, p.B, 1, 1))], ground);
    }
}
