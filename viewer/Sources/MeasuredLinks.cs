using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The links of a run that is being made, as they are measured, by slot.</summary>
internal sealed class MeasuredLinks
{
    private readonly SortedList<Epoch, List<(string A, string B)>> _rounds = [];

    public void Add(Epoch epoch, string a, string b)
    {
        if (!_rounds.TryGetValue(epoch, out List<(string, string)>? round))
        {
            _rounds[epoch] = round = [];
        }

        round.Add((a, b));
    }

    /// <summary>The links of the last epoch at or before this one.</summary>
    public IReadOnlyList<SceneLink> At(Epoch at, IReadOnlyList<SceneSatellite> satellites, IReadOnlyList<ScenePlace> stations)
    {
        int before = Before(at);
        if (before < 0)
        {
            return [];
        }

        Dictionary<string, (Position<Itrf> Place, bool Ground)> nodes = stations.ToDictionary(s => s.Name, s => (s.Itrf, true));
        foreach (SceneSatellite satellite in satellites)
        {
            nodes[satellite.Id.ToString()] = (satellite.Itrf, false);
        }

        List<SceneLink> links = [];
        foreach ((string a, string b) in _rounds.Values[before])
        {
            if (nodes.TryGetValue(a, out (Position<Itrf> Place, bool Ground) first) && nodes.TryGetValue(b, out (Position<Itrf> Place, bool Ground) second))
            {
                links.Add(new SceneLink(a, b, first.Place, second.Place, first.Ground || second.Ground));
            }
        }

        return links;
    }

    /// <summary>Index of the last round at or before an epoch; -1 where there is none.</summary>
    private int Before(Epoch at)
    {
        int low = 0, high = _rounds.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _rounds.Keys[middle] <= at ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
