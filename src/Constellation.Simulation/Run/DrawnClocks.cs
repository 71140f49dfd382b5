using System.Collections.Concurrent;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Drawn histories, each once: runs of one seed that differ in some clocks have the others in common, and those of stations.</summary>
/// <remarks>A history is a pure function of its arguments: who draws first changes nothing.</remarks>
internal sealed class DrawnClocks(ulong seed)
{
    private readonly ConcurrentDictionary<(ClockModel Model, EpochGrid Grid, EntityId Entity), ClockRealization> _quiet = new();

    /// <summary>The history of one unit; one whose noise changes with events is drawn for who asks.</summary>
    public ClockRealization Draw(ClockModel model, EpochGrid grid, IReadOnlyList<ClockEvent> events, EntityId entity)
    {
        if (events.Any(e => e.NoiseFactor is not null))
        {
            return ClockRealization.Draw(model, grid, events, seed, 0, entity);
        }

        // Where figures come from and what befalls such clocks is no part of the noise; copies of a description that was read twice differ in them alone.
        ClockModel noise = model with { Published = null, Events = null };
        return _quiet.GetOrAdd((noise, grid, entity), static (key, seed) => ClockRealization.Draw(key.Model, key.Grid, seed, 0, key.Entity), seed);
    }
}
