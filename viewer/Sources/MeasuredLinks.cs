using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The links of a run that is being made, by slot, as far as they are known.</summary>
internal sealed class MeasuredLinks
{
    private readonly SortedList<Epoch, List<LinkRow>> _slots = [];

    public void Add(LinkRow link)
    {
        if (!_slots.TryGetValue(link.SlotStart, out List<LinkRow>? slot))
        {
            _slots[link.SlotStart] = slot = [];
        }

        slot.Add(link);
    }

    /// <summary>Those of the last slot at or before an epoch.</summary>
    public IReadOnlyList<SceneLink> At(Epoch at, IReadOnlyList<SceneSatellite> satellites, IReadOnlyList<ScenePlace> stations)
    {
        int low = 0, high = _slots.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _slots.Keys[middle] <= at ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return [];
        }

        Dictionary<string, (Position<Itrf> Place, bool Ground)> nodes = [];
        foreach (ScenePlace station in stations)
        {
            nodes[station.Name] = (station.Itrf, true);
        }

        foreach (SceneSatellite satellite in satellites)
        {
            nodes[satellite.Id.ToString()] = (satellite.Itrf, false);
        }

        List<SceneLink> links = [];
        foreach (LinkRow link in _slots.Values[low - 1])
        {
            if (nodes.TryGetValue(link.NodeA, out (Position<Itrf> Place, bool Ground) a) && nodes.TryGetValue(link.NodeB, out (Position<Itrf> Place, bool Ground) b))
            {
                links.Add(new SceneLink(link.NodeA, link.NodeB, a.Place, b.Place, a.Ground || b.Ground) { State = link.Lost ? LinkState.Failed : LinkState.Ranging });
            }
        }

        return links;
    }
}
