using Constellation.Core;

namespace Constellation.Viewer;

/// <summary>How a message that a satellite has at the begin of the round comes to the ground.</summary>
/// <param name="Satellite">Where it begins.</param>
/// <param name="Hops">Crosslinks used.</param>
/// <param name="Delay">s.</param>
/// <param name="Path">Satellites that it passes, then the station.</param>
internal sealed record NetRoute(SatelliteId Satellite, int Hops, double Delay, IReadOnlyList<string> Path);
