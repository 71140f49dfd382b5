using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>What a scene is asked to hold.</summary>
/// <param name="Layers">Map, colouring and the rest of what is drawn.</param>
/// <param name="Selected">The satellite whose track, footprint and cone are wanted.</param>
/// <param name="Site">The picked place on the ground.</param>
/// <param name="SelectedObject">Catalogue number of the object whose name and orbit are wanted.</param>
public sealed record SceneRequest(GlobeLayers Layers, SatelliteId? Selected = null, GeodeticPoint? Site = null, int? SelectedObject = null)
{
    /// <summary>The standard layers with one map.</summary>
    public static SceneRequest Of(MapKind map) => new(new GlobeLayers { Map = map });
}
