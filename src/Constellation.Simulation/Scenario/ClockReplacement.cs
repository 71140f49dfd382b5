using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Satellites that fly another clock than the constellation says. Table <c>[[clocks.replace]]</c>.</summary>
/// <param name="Satellites">By id.</param>
/// <param name="Clock">Name in the catalogue, or a file as the scenario gives it.</param>
public sealed record ClockReplacement(IReadOnlyList<SatelliteId> Satellites, string Clock);
