using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>What a camera belongs to where that is not the geocentre.</summary>
/// <param name="Kind">A satellite or a place, and from where it is looked.</param>
/// <param name="Id">Of a satellite.</param>
/// <param name="Place">Of a place on the ground.</param>
public sealed record CameraTarget(CameraTargetKind Kind, SatelliteId? Id, GeodeticPoint? Place)
{
    /// <summary>The camera stands at least this high over the ellipsoid, m: the eyes of a person.</summary>
    private const double EyeHeight = 2;

    /// <summary>The camera goes with a satellite, at a distance from it, and looks at it.</summary>
    public static CameraTarget Satellite(SatelliteId id) => new(CameraTargetKind.Satellite, id, null);

    /// <summary>The camera looks at a place on the ground from a distance.</summary>
    public static CameraTarget Site(GeodeticPoint place) => new(CameraTargetKind.Site, null, place);

    /// <summary>The camera stands at a place on the ground.</summary>
    public static CameraTarget FromSite(GeodeticPoint place) => new(CameraTargetKind.FromSite, null, place);

    /// <summary>Where it is in a scene; null for a satellite that the scene does not have.</summary>
    public Position<Itrf>? In(GlobeScene scene)
    {
        if (Place is { } place)
        {
            return Ellipsoid.Wgs84.ToCartesian(Kind == CameraTargetKind.FromSite ? place with { Height = Math.Max(EyeHeight, place.Height + EyeHeight) } : place);
        }

        foreach (SceneSatellite satellite in scene.Satellites)
        {
            if (satellite.Id == Id)
            {
                return satellite.Itrf;
            }
        }

        return null;
    }
}
