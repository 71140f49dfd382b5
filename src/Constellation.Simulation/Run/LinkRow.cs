using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A crosslink, or a link to an anchor station, that was measured in the round at an epoch; nodes are satellite ids or station names.</summary>
public readonly record struct LinkRow(Epoch Epoch, string NodeA, string NodeB);
