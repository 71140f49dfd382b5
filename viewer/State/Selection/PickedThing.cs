using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Something on the globe that can be pointed at.</summary>
/// <param name="Name">Of a satellite, station or user; a place by its coordinates.</param>
/// <param name="Satellite">Null: something on the ground.</param>
/// <param name="Place">Null: a satellite.</param>
internal sealed record PickedThing(string Name, SatelliteId? Satellite, GeodeticPoint? Place)
{
    /// <summary>Where it is in a scene; null for a satellite that the scene does not have.</summary>
    public Position<Itrf>? In(GlobeScene scene) =>
        Place is { } place ? Ellipsoid.Wgs84.ToCartesian(place) : scene.Satellites.FirstOrDefault(s => s.Id == Satellite)?.Itrf;
}
