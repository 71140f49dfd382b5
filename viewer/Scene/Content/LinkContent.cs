using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>The links of a scene with their states.</summary>
internal sealed class LinkContent(RunTables tables)
{
    /// <summary>Terminals of the scenario; null where its text cannot be read any more, or it has none.</summary>
    private readonly Lazy<LinkSystem?> _system = new(() => SystemOf(tables.Folder));

    public IReadOnlyList<SceneLink> Of(SceneContext context)
    {
        LinkTimes times = tables.Links;
        Dictionary<string, (Position<Itrf> Place, bool Ground)> nodes = [];
        foreach (ScenePlace station in context.Stations)
        {
            nodes[station.Name] = (station.Itrf, true);
        }

        foreach (SceneSatellite satellite in context.Satellites)
        {
            nodes[satellite.Id.ToString()] = (satellite.Itrf, false);
        }

        List<SceneLink> links = [];
        HashSet<(string, string)> ranging = [];
        foreach ((string a, string b) in times.At(context.At))
        {
            ranging.Add((a, b));
            Add(a, b, LinkState.Ranging);
        }

        Extent extent = context.Layers.Schedule;
        string selected = context.SelectedId?.ToString() ?? "";
        bool Wanted(string a, string b) => extent == Extent.All || (extent == Extent.Selected && selected.Length > 0 && (a == selected || b == selected));
        if (extent == Extent.None || (extent == Extent.Selected && context.Selected is null))
        {
            return links;
        }

        Func<string, string, bool> blocked = Blocked(context);
        HashSet<(string, string)> told = [];
        foreach ((string a, string b, bool lost) in times.RoundAt(context.At))
        {
            told.Add((a, b));
            if (!ranging.Contains((a, b)) && Wanted(a, b))
            {
                Add(a, b, lost ? LinkState.Failed : blocked(a, b) ? LinkState.Blocked : LinkState.Scheduled);
            }
        }

        // Of the selected satellite also the partners that something hides.
        foreach (SceneSatellite other in context.Selected is not null && times.Epochs.Count > 0 ? context.Satellites : [])
        {
            string name = other.Id.ToString();
            if (name != selected && !told.Contains((name, selected)) && !told.Contains((selected, name)) && blocked(selected, name))
            {
                Add(selected, name, LinkState.Blocked);
            }
        }

        return links;

        void Add(string a, string b, LinkState state)
        {
            if (nodes.TryGetValue(a, out (Position<Itrf> Place, bool Ground) first) && nodes.TryGetValue(b, out (Position<Itrf> Place, bool Ground) second))
            {
                links.Add(new SceneLink(a, b, first.Place, second.Place, first.Ground || second.Ground) { State = state });
            }
        }
    }

    /// <summary>Whether two nodes cannot link at the epoch: by the scenario's terminals; without them, whether the Earth is between them.</summary>
    private Func<string, string, bool> Blocked(SceneContext context)
    {
        Dictionary<string, (Vector3d Position, Vector3d Velocity)> states = [];
        foreach (SceneSatellite satellite in context.Satellites)
        {
            if (context.StateAt(satellite.Id, context.At) is { } state)
            {
                StateVector gcrf = context.Earth.ToGcrf(state);
                states[satellite.Id.ToString()] = (gcrf.Position, gcrf.Velocity);
            }
        }

        if (_system.Value is not { } system)
        {
            return (a, b) => states.TryGetValue(a, out (Vector3d Position, Vector3d) first) && states.TryGetValue(b, out (Vector3d Position, Vector3d) second)
                && LinkGeometry.Between(first.Position, second.Position).GrazingHeight < 0;
        }

        Vector3d nowhere = new(double.NaN, double.NaN, double.NaN);
        LinkScene scene = new(system);
        (Vector3d Position, Vector3d Velocity)[] all = [.. system.Satellites.Select(s => states.GetValueOrDefault(s.Id.ToString(), (nowhere, nowhere)))];
        scene.Set([.. all.Select(s => s.Position)], [.. all.Select(s => s.Velocity)], [.. system.Stations.Select(s => s.At(context.Earth))], context.Sun.Vector);
        Dictionary<string, int> numbers = [];
        for (int i = 0; i < system.NodeCount; i++)
        {
            numbers.TryAdd(system.NameOf(i), i);
        }

        return (a, b) =>
        {
            if (!numbers.TryGetValue(a, out int first) || !numbers.TryGetValue(b, out int second))
            {
                return false;
            }

            (first, second) = first < second ? (first, second) : (second, first);
            return first < system.Satellites.Count && scene.Between(first, second).Obstacle is not (LinkObstacle.None or LinkObstacle.NoTerminal);
        };
    }

    private static LinkSystem? SystemOf(RunFolder folder)
    {
        try
        {
            return folder.Scenario is { } scenario && LinkSky.SystemOf(scenario) is { Payload: not null } system ? system : null;
        }
        catch (InputException)
        {
            return null;
        }
    }
}
