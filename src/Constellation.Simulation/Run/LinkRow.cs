using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A crosslink, or a link to an anchor station, that was measured in the slot that begins at an epoch; nodes are satellite ids or station names.</summary>
public readonly record struct LinkRow(Epoch SlotStart, string NodeA, string NodeB)
{
    /// <summary>It was planned and brought nothing.</summary>
    public bool Lost { get; init; }
}
