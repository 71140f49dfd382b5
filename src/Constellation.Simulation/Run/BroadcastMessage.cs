using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A message with what no receiver sees: the epoch of the last measurement behind it.</summary>
internal sealed record BroadcastMessage(NavigationMessage Message, Epoch DataEpoch);
