using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>All nodes of a <see cref="LinkSystem"/> at one epoch: who can link with whom. Made once, set for every epoch; no allocation after the first.</summary>
/// <remarks>Angles and ranges are geometric: the partner moves on by 4 km/s times 0.23 s of light time, 1 km, 0.04 mrad at 28 000 km.</remarks>
public sealed class LinkScene
{
    private readonly LinkSystem _system;
    private readonly Vector3d[] _positions, _velocities;
    private readonly Vector3d[][] _boresights;
    private readonly StationPlace[] _stations;
    private Vector3d _sun;

    public LinkScene(LinkSystem system)
    {
        int satellites = system.Satellites.Count;
        _system = system;
        (_positions, _velocities) = (new Vector3d[satellites], new Vector3d[satellites]);
        _boresights = [.. system.Satellites.Select(s => new Vector3d[s.Payload?.Terminals.Count ?? 0])];
        _stations = new StationPlace[system.Stations.Count];
    }

    /// <summary>Takes over the state of an epoch.</summary>
    /// <param name="positions">GCRF, in the order of the system's satellites.</param>
    /// <param name="velocities">GCRF, the same.</param>
    /// <param name="stations">Station places at the same epoch, in the order of the system's stations; fewer than all leave the rest out of the pairs.</param>
    /// <param name="sun">GCRF.</param>
    public void Set(ReadOnlySpan<Vector3d> positions, ReadOnlySpan<Vector3d> velocities, ReadOnlySpan<StationPlace> stations, Vector3d sun)
    {
        positions.CopyTo(_positions);
        velocities.CopyTo(_velocities);
        stations.CopyTo(_stations);
        StationCount = stations.Length;
        _sun = sun;
        for (int i = 0; i < _boresights.Length; i++)
        {
            OrbitAxes axes = OrbitAxes.Of(_positions[i], _velocities[i]);
            for (int t = 0; t < _boresights[i].Length; t++)
            {
                _boresights[i][t] = _system.Satellites[i].Payload!.Terminals[t].Direction(axes);
            }
        }
    }

    /// <summary>Stations whose places are known.</summary>
    public int StationCount { get; private set; }

    /// <summary>Appends every usable crosslink and anchor link, pairs in ascending order of (A, B).</summary>
    /// <param name="pairs">Receives the pairs; not cleared.</param>
    public void Fill(List<LinkPair> pairs)
    {
        int satellites = _system.Satellites.Count;
        for (int a = 0; a < satellites; a++)
        {
            for (int b = a + 1; b < satellites + StationCount && _system.Satellites[a].Payload is not null; b++)
            {
                if (Between(a, b).IsUsable)
                {
                    pairs.Add(new LinkPair(a, b));
                }
            }
        }
    }

    /// <summary>How satellite <paramref name="a"/> and node <paramref name="b"/> see each other.</summary>
    public LinkSight Between(int a, int b)
    {
        bool ground = _system.IsStation(b);
        Vector3d from = _positions[a], to = ground ? Place(b).PositionGcrf : _positions[b];
        LinkGeometry line = LinkGeometry.Between(from, to);
        double elevation = ground ? Place(b).ElevationOf(from) : double.NaN;
        if (_system.Satellites[a].Payload is not { } payloadA || _system.PayloadOf(b) is not { } payloadB)
        {
            return new(line, LinkObstacle.NoTerminal, 0, 0, double.NaN, double.NaN, elevation);
        }

        LinkSight Blocked(LinkObstacle obstacle) => new(line, obstacle, 0, 0, double.NaN, double.NaN, elevation);
        if (ground ? elevation < payloadA.GroundElevationMask : line.GrazingHeight < Math.Max(payloadA.MinimumGrazingHeight, payloadB.MinimumGrazingHeight))
        {
            return Blocked(LinkObstacle.Earth);
        }

        Vector3d away = to - from, direction = away / line.Range;
        (int masksA, double scanA) = Reach(a, payloadA, line.AngleA, direction);
        (int masksB, double scanB) = ground ? (1, 0) : Reach(b, payloadB, line.AngleB, -direction);
        if (masksA == 0 || masksB == 0)
        {
            return Blocked(LinkObstacle.Cone);
        }

        if (SunIsNear(from, direction, payloadA.SunExclusion) || SunIsNear(to, -direction, payloadB.SunExclusion))
        {
            return Blocked(LinkObstacle.Sun);
        }

        Vector3d drift = (ground ? Place(b).VelocityGcrf : _velocities[b]) - _velocities[a];
        int quickA = Quick(a, payloadA, masksA, drift, away), quickB = ground ? masksB : Quick(b, payloadB, masksB, -drift, -away);
        return quickA == 0 || quickB == 0 ? Blocked(LinkObstacle.Slew) : new(line, LinkObstacle.None, quickA, quickB, scanA, scanB, elevation);
    }

    /// <summary>Link budget of one direction; <see cref="LinkBudget.None"/> where there is no link or no figures.</summary>
    /// <param name="transmitter">Satellite or station.</param>
    /// <param name="receiver">Satellite or station, not both stations.</param>
    /// <param name="held">Whether the receiver held the signal before.</param>
    public LinkBudget Budget(int transmitter, int receiver, bool held = false)
    {
        (int a, int b) = transmitter < receiver ? (transmitter, receiver) : (receiver, transmitter);
        return LinkBudget.Of(_system, transmitter, receiver, Between(a, b), held);
    }

    /// <summary>White noise of a one-way range, m, one sigma: what the payload states, or what its budget gives. NaN where the link cannot be.</summary>
    /// <inheritdoc cref="Budget"/>
    public double RangingNoise(int transmitter, int receiver, bool held = false)
    {
        if (_system.PayloadOf(receiver) is not { NoiseFromBudget: true } payload)
        {
            return _system.ReceiveNoise(receiver);
        }

        LinkBudget budget = Budget(transmitter, receiver, held);
        return budget.Locked ? budget.CodeNoise * (_system.IsStation(receiver) || _system.Satellites[receiver].OrbitClass != OrbitClass.Geo ? 1 : payload.GeoNoiseFactor) : double.NaN;
    }

    private StationPlace Place(int node) => _stations[node - _system.Satellites.Count];

    /// <summary>Terminals whose cone holds a direction, and the least angle between it and a boresight.</summary>
    private (int Mask, double Scan) Reach(int satellite, LinkPayload payload, double offNadir, Vector3d direction)
    {
        int mask = 0;
        double least = double.PositiveInfinity;
        for (int t = 0; t < payload.Terminals.Count; t++)
        {
            LinkTerminal terminal = payload.Terminals[t];
            double angle = terminal.Boresight == TerminalBoresight.Nadir ? offNadir : _boresights[satellite][t].AngleTo(direction);
            if (terminal.Reaches(angle))
            {
                mask |= 1 << t;
                least = Math.Min(least, angle);
            }
        }

        return (mask, least);
    }

    /// <summary>Whether the Sun shines from a direction within <paramref name="exclusion"/> of the partner's; behind the Earth it does not.</summary>
    private bool SunIsNear(Vector3d at, Vector3d direction, double exclusion) =>
        exclusion > 0 && (_sun - at).AngleTo(direction) < exclusion && Eclipse.VisibleFraction(at, _sun, PhysicalConstants.EarthRadius) > 0;

    /// <summary>Those terminals that follow the partner as it moves on the axes of the orbit.</summary>
    private int Quick(int satellite, LinkPayload payload, int mask, Vector3d drift, Vector3d away)
    {
        int quick = mask;
        double rate = double.NaN;
        for (int t = 0; t < payload.Terminals.Count; t++)
        {
            if (double.IsFinite(payload.Terminals[t].SlewRate) && (mask & (1 << t)) != 0)
            {
                rate = double.IsNaN(rate) ? Rate(satellite, drift, away) : rate;
                quick &= rate <= payload.Terminals[t].SlewRate ? quick : ~(1 << t);
            }
        }

        return quick;
    }

    /// <summary>Rate (rad/s) of a direction seen from the turning axes of an orbit: |(v - w x d) x d| / d^2, w = r x v / r^2.</summary>
    private double Rate(int satellite, Vector3d drift, Vector3d away)
    {
        Vector3d turn = _positions[satellite].Cross(_velocities[satellite]) / _positions[satellite].NormSquared;
        return (drift - turn.Cross(away)).Cross(away).Norm / away.NormSquared;
    }
}
