using Constellation.Clocks;
using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Satellites whose clocks are steered to system time. Table <c>[[clocks.steering]]</c>.</summary>
/// <param name="Satellites">By id.</param>
/// <param name="Settings">Of the loop.</param>
public sealed record ClockSteering(IReadOnlyList<SatelliteId> Satellites, SteeringSettings Settings);
