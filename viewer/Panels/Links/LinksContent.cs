using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The network of a run in one round of its schedule: who links with whom in which slot, what keeps the others apart, and how messages come to the ground.</summary>
internal sealed class LinksContent
{
    /// <summary>Rounds that the schedule is repeated for messages that do not arrive within one.</summary>
    private const int Repeated = 4;

    private readonly Dictionary<string, int> _index;
    private readonly LinkObstacle?[,] _obstacles;
    private readonly ulong[,] _slots;
    private readonly bool[,] _lost;

    private LinksContent(IReadOnlyList<string> nodes, int satellites, MeasuredRound round, Epoch start, double slotLength, int slots)
    {
        (Nodes, Satellites, Round, Start, SlotLength, Slots) = (nodes, satellites, round, start, slotLength, slots);
        _index = nodes.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        _obstacles = new LinkObstacle?[nodes.Count, nodes.Count];
        _slots = new ulong[nodes.Count, nodes.Count];
        _lost = new bool[nodes.Count, nodes.Count];
        foreach (MeasuredLink link in round.Links)
        {
            if (_index.TryGetValue(link.A, out int a) && _index.TryGetValue(link.B, out int b))
            {
                _slots[a, b] |= 1UL << Math.Min(63, SlotOf(link.Slot));
                _slots[b, a] = _slots[a, b];
            }
        }
    }

    /// <summary>Satellites in the order of the manifest, then stations with a terminal.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>How many of the nodes are satellites.</summary>
    public int Satellites { get; }

    public MeasuredRound Round { get; }

    /// <summary>Begin of the round.</summary>
    public Epoch Start { get; }

    /// <summary>s.</summary>
    public double SlotLength { get; }

    public int Slots { get; }

    /// <summary>By satellite; empty where the scenario cannot be read, the run has no anchor station, or nothing arrives within some rounds.</summary>
    public IReadOnlyList<NetRoute> Routes { get; private set; } = [];

    /// <summary>Null: no round has begun yet.</summary>
    public static LinksContent? Of(ISceneSource source, SourceTables tables, MeasuredRound? round)
    {
        if (round is null || tables.Folder is not { } folder)
        {
            return null;
        }

        LinkSystem? system = tables.Scenario is { } scenario ? LinkSky.SystemOf(scenario) : null;
        LinkPayload payload = system?.Payload ?? new LinkPayload("", "", "");
        string[] satellites = [.. folder.Manifest.Satellites.Select(s => s.Sat)], stations = [.. folder.Manifest.Stations.Where(s => s.Anchor).Select(s => s.Name)];
        LinksContent content = new([.. satellites, .. stations], satellites.Length, round, BeginOf(round, tables, payload), payload.SlotLength, payload.SlotsPerFrame);
        foreach ((string first, string second, bool lost) in tables.Run!.Links.RoundAt(round.Start))
        {
            if (lost && content.IndexOf(first) is >= 0 and int a && content.IndexOf(second) is >= 0 and int b)
            {
                content._lost[a, b] = content._lost[b, a] = true;
            }
        }

        if (system is { Payload: not null })
        {
            content.Look(source, tables, system, payload, tables.Scenario!.Network.Processing);
        }

        return content;
    }

    /// <summary>Index of a node; -1: there is none of that name.</summary>
    public int IndexOf(string node) => _index.GetValueOrDefault(node, -1);

    /// <summary>The slot of an epoch; the schedule of a round holds until the next, over and over.</summary>
    public int SlotAt(Epoch epoch)
    {
        double frame = Slots * SlotLength, since = (epoch - Start).TotalSeconds;
        return Math.Clamp((int)(((since % frame) + frame) % frame / SlotLength), 0, Slots - 1);
    }

    /// <summary>Slots of the round in which two nodes link, ascending.</summary>
    public IEnumerable<int> SlotsOf(int a, int b) => Enumerable.Range(0, Slots).Where(k => (_slots[a, b] >> Math.Min(63, k) & 1) != 0);

    public PairState State(int a, int b, int slot) =>
        _lost[a, b] && _slots[a, b] == 0 ? PairState.Lost
        : _slots[a, b] != 0 ? (_slots[a, b] >> Math.Min(63, slot) & 1) != 0 ? PairState.Ranging : PairState.Scheduled
        : _obstacles[a, b] switch { null or LinkObstacle.NoTerminal => PairState.None, LinkObstacle.None => PairState.Free, _ => PairState.Blocked };

    /// <summary>What a pair is to each other, for people.</summary>
    public string Describe(int a, int b, int slot) => State(a, b, slot) switch
    {
        PairState.Ranging => "ranging now",
        PairState.Scheduled => $"ranging in slot {string.Join(", ", SlotsOf(a, b).Select(k => k + 1))} of {Slots}",
        PairState.Lost => "planned, and nothing was measured",
        PairState.Free => "in view, not scheduled in this round",
        PairState.None => _obstacles[a, b] is null ? "nothing measured in this round" : "no terminal",
        _ => _obstacles[a, b] switch
        {
            LinkObstacle.Earth => "behind the Earth",
            LinkObstacle.Cone => "out of the terminals' reach",
            LinkObstacle.Sun => "too near the Sun",
            _ => "turning too fast",
        },
    };

    /// <summary>Who a node links with in each slot.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Partners(string node) =>
        [.. Enumerable.Range(0, Slots).Select(k => (IReadOnlyList<string>)[.. Round.Links.Where(l => l.Has(node) && SlotOf(l.Slot) == k).Select(l => l.Other(node))])];

    /// <summary>Rounds are centred on epochs of the run; where that does not fit, the first link begins the round.</summary>
    private static Epoch BeginOf(MeasuredRound round, SourceTables tables, LinkPayload payload)
    {
        Duration half = Duration.FromSeconds(payload.FrameLength / 2);
        Epoch middle = round.Start + half;
        double steps = Math.Round((middle - tables.Grid.Start).TotalSeconds / tables.Grid.Step.TotalSeconds);
        Epoch centre = tables.Grid.Start + (tables.Grid.Step * (long)steps);
        double late = (round.Start - (centre - half)).TotalSeconds;
        return late >= -1e-3 && (round.Links[^1].Slot - (centre + half)).TotalSeconds < 0 ? centre - half : round.Start;
    }

    private int SlotOf(Epoch begin) => Math.Clamp((int)Math.Floor(((begin - Start).TotalSeconds / SlotLength) + 1e-6), 0, Slots - 1);

    /// <summary>Asks the library who sees whom in the middle of the round, and for the ways of messages.</summary>
    private void Look(ISceneSource source, SourceTables tables, LinkSystem system, LinkPayload payload, double processing)
    {
        Epoch centre = Start + Duration.FromSeconds(payload.FrameLength / 2);
        centre = centre > tables.Grid.Last ? tables.Grid.Last : centre;
        EarthRotation earth = EarthOrientation.BuiltIn.At(centre);
        Vector3d nowhere = new(double.NaN, double.NaN, double.NaN);
        (Vector3d, Vector3d)[] states = [.. system.Satellites.Select(s => tables.State(source, s.Id, centre) is { } state ? (state.Position, state.Velocity) : (nowhere, nowhere))];
        LinkView view = LinkView.Of(system, centre, states, [.. system.Stations.Select(s => s.At(earth))]);
        int[] place = [.. Enumerable.Range(0, system.NodeCount).Select(n => IndexOf(system.NameOf(n)))];
        for (int a = 0; a < system.Satellites.Count; a++)
        {
            for (int b = a + 1; b < system.NodeCount; b++)
            {
                if (place[a] >= 0 && place[b] >= 0)
                {
                    _obstacles[place[a], place[b]] = _obstacles[place[b], place[a]] = view.Scene.Between(a, b).Obstacle;
                }
            }
        }

        if (system.Stations.Count > 0)
        {
            Routes = Ways(system, view, payload, processing);
        }
    }

    private List<NetRoute> Ways(LinkSystem system, LinkView view, LinkPayload payload, double processing)
    {
        Dictionary<string, int> nodes = Enumerable.Range(0, system.NodeCount).ToDictionary(system.NameOf);
        LinkRound empty = LinkRound.Of(payload, view.Epoch, []);
        // As the planner times them: one half of a slot for each direction, or both at once where terminals stand.
        (double forward, double back) = payload.Access == LinkAccess.Continuous ? (0.5, 0.5) : (0.25, 0.75);
        LinkRound round = empty with
        {
            Contacts =
            [
                .. Round.Links.Where(l => nodes.ContainsKey(l.A) && nodes.ContainsKey(l.B)).Select(l => (Slot: SlotOf(l.Slot), A: Math.Min(nodes[l.A], nodes[l.B]), B: Math.Max(nodes[l.A], nodes[l.B])))
                    .Select(l => new LinkContact(l.Slot, l.A, l.B, 0, 0, empty.StartOf(l.Slot) + (forward * payload.SlotLength), empty.StartOf(l.Slot) + (back * payload.SlotLength))),
            ],
        };
        LinkTimetable table = new(system, Start);
        for (int i = 0; i < Repeated; i++)
        {
            table.Add(view, round);
        }

        RouteFinder finder = new(table, processing);
        List<NetRoute> routes = [];
        for (int s = 0; s < system.Satellites.Count; s++)
        {
            if (finder.ToGround(s, Start) is { } route)
            {
                routes.Add(new(system.Satellites[s].Id, route.Hops, route.Delay, [.. route.Satellites.Select(system.NameOf), system.Stations[route.Station].Name]));
            }
        }

        return routes;
    }
}
