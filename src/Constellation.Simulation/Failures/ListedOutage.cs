using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>An outage that is known beforehand.</summary>
/// <param name="Satellite">Whose.</param>
/// <param name="From">From the start of the study.</param>
/// <param name="Length">How long.</param>
public sealed record ListedOutage(SatelliteId Satellite, Duration From, Duration Length);
