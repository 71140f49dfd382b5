using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Signal-in-space errors of simulated satellites.</summary>
internal static class SisreRows
{
    /// <summary>By epoch, then satellite; only satellites that are usable then.</summary>
    public static IReadOnlyList<SisreRow> From(SatelliteEpochState[][] states, EpochGrid grid, IReadOnlyList<SatelliteDefinition> satellites)
    {
        SisreWeights[] weights = [.. satellites.Select(s => SisreWeights.For(s.Id.System, s.OrbitClass))];
        List<SisreRow> rows = new(grid.Count * satellites.Count);
        for (int e = 0; e < grid.Count; e++)
        {
            for (int i = 0; i < satellites.Count; i++)
            {
                if (states[e][i].Usable)
                {
                    rows.Add(new(grid[e], satellites[i].Id, states[e][i].AgeSeconds, SignalInSpaceError.Of(states[e][i]), weights[i]));
                }
            }
        }

        return rows;
    }
}
