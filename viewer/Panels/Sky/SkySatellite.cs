using Constellation.Core;

namespace Constellation.Viewer;

/// <summary>A satellite above the horizon of a place.</summary>
/// <param name="Id">Which.</param>
/// <param name="Group">Gives its colour.</param>
/// <param name="AzimuthDeg">From north over east.</param>
/// <param name="ElevationDeg">Geometric.</param>
/// <param name="Trail">Where it stood before, oldest first: azimuth and elevation, degrees; the last is where it stands.</param>
internal sealed record SkySatellite(SatelliteId Id, SatelliteGroup Group, double AzimuthDeg, double ElevationDeg, IReadOnlyList<(double AzimuthDeg, double ElevationDeg)> Trail);
