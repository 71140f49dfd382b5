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

    private LinkView(Epoch epoch, LinkSystem system, LinkScene scene, Vector3d[] positions, Vector3d[] velocities, IReadOnlyList<LinkChance> chances, IReadOnlyList<StationPlace> stations, bool[] seesGround)
    {
        (Epoch, System, Scene, _positions, _velocities, Chances, Stations, _seesGround) = (epoch, system, scene, positions, velocities, chances, stations, seesGround);
        _degree = new int[system.NodeCount];
        foreach (LinkChance chance in chances)
        {
            _degree[chance.A]++;
            _degree[chance.B]++;
        }

        _terminals = [.. Enumerable.Range(0, system.NodeCount).Select(n => system.PayloadOf(n) is not { } payload ? 0 : system.IsStation(n) ? 1 : payload.Terminals.Count)];
    }

    public Epoch Epoch { get; }

    public LinkSystem System { get; }

    /// <summary>Geometry and budgets of the view.</summary>
    public LinkScene Scene { get; }

    /// <summary>All usable pairs, ascending.</summary>
    public IReadOnlyList<LinkChance> Chances { get; }

    /// <summary>Places of the system's stations.</summary>
    public IReadOnlyList<StationPlace> Stations { get; }

    /// <summary>Index of a pair in <see cref="Chances"/>, negative where the two do not see each other.</summary>
    public int IndexOf(int a, int b)
    {
        (a, b) = a < b ? (a, b) : (b, a);
        (int low, int high) = (0, Chances.Count - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = Chances[middle].A != a ? Chances[middle].A.CompareTo(a) : Chances[middle].B.CompareTo(b);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>A pair in either order; null where the two do not see each other.</summary>
    public LinkChance? Chance(int a, int b) => IndexOf(a, b) is >= 0 and var i ? Chances[i] : null;

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
    /// <param name="silent">Satellites whose terminals do not work, by index; null: none.</param>
    public static LinkView Of(LinkSystem system, Epoch epoch, IReadOnlyList<(Vector3d Position, Vector3d Velocity)> satellites, IReadOnlyList<StationPlace> stations, IReadOnlyList<bool>? silent = null)
    {
        Vector3d[] positions = [.. satellites.Select(s => s.Position), .. stations.Select(s => s.PositionGcrf)];
        Vector3d[] velocities = [.. satellites.Select(s => s.Velocity), .. stations.Select(s => s.VelocityGcrf)];
        LinkScene scene = new(system);
        scene.Set(positions.AsSpan(0, satellites.Count), velocities.AsSpan(0, satellites.Count), [.. stations], Sun.PositionGcrf(epoch).Vector);
        List<LinkChance> chances = [];
        bool[] ground = new bool[satellites.Count];
        for (int a = 0; a < satellites.Count; a++)
        {
            for (int b = a + 1; b < system.NodeCount; b++)
            {
                bool off = silent is not null && (silent[a] || (b < silent.Count && silent[b]));
                if (!off && scene.Between(a, b) is { IsUsable: true } sight)
                {
                    chances.Add(new LinkChance(a, b, (uint)sight.TerminalsA, (uint)sight.TerminalsB));
                    ground[a] |= system.IsStation(b);
                }
            }
        }

        return new LinkView(epoch, system, scene, positions, velocities, chances, stations, ground);
    }
}
