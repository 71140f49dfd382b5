using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>The place on the ellipsoid below the pointer, and the heat map's value there; NaN where there is none.</summary>
public sealed record PlaceUnderPointer(GeodeticPoint Place, double Value)
{
    internal static PlaceUnderPointer? Of(GlobeScene scene, CameraView view, double x, double y)
    {
        if (view.Ground(x, y) is not { } ground)
        {
            return null;
        }

        GeodeticPoint place = Ellipsoid.Wgs84.ToGeodetic(ground);
        double value = double.NaN;
        if (scene.Map is { } map)
        {
            int row = Math.Clamp((int)Math.Floor((place.LatitudeDeg + 90) / 180 * map.Rows), 0, map.Rows - 1);
            int column = Math.Clamp((int)Math.Floor((place.LongitudeDeg + 180) / 360 * map.Columns), 0, map.Columns - 1);
            value = map[row, column];
        }

        return new PlaceUnderPointer(place, value);
    }
}
