using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Turns a camera about the Earth so that a place of the ground comes to lie below the pointer, the pole staying upright as it was.</summary>
internal static class GroundHold
{
    private const int Steps = 12;

    /// <summary>Near enough, rad: a metre on the ground.</summary>
    private const double Enough = 1e-7;

    /// <param name="camera">Without a target.</param>
    /// <param name="held">The place, on the camera's own axes.</param>
    /// <param name="view">Of a camera.</param>
    /// <param name="onOwnAxes">A place of the ground on the camera's own axes.</param>
    /// <param name="x">Where the pointer is, px.</param>
    /// <param name="y">Where the pointer is, px.</param>
    /// <returns>Null: no such view, the pointer is beside the Earth or the way leads over a pole.</returns>
    public static GlobeCamera? Turn(GlobeCamera camera, Vector3d held, Func<GlobeCamera, CameraView> view, Func<Position<Itrf>?, Vector3d?> onOwnAxes, double x, double y)
    {
        double latitude = Latitude(held), longitude = Math.Atan2(held.Y, held.X);
        for (int i = 0; i < Steps; i++)
        {
            if (onOwnAxes(view(camera).Ground(x, y)) is not { } below)
            {
                return null;
            }

            double north = latitude - Latitude(below), east = Math.IEEERemainder(longitude - Math.Atan2(below.Y, below.X), 2 * Math.PI);
            if (Math.Abs(north) + Math.Abs(east) < Enough)
            {
                return camera;
            }

            // Turning about the pole moves the place by just that; turning the camera up moves it less the farther east or west of the camera it is.
            double aside = longitude - double.DegreesToRadians(camera.LongitudeDeg), share = Math.Cos(aside);
            if (Math.Abs(share) < 0.2 || Math.Abs(camera.LatitudeDeg) > 89.9)
            {
                return null;
            }

            camera = camera with
            {
                LatitudeDeg = Math.Clamp(camera.LatitudeDeg + double.RadiansToDegrees(Math.Clamp(north / share, -0.5, 0.5)), -90, 90),
                LongitudeDeg = Math.IEEERemainder(camera.LongitudeDeg + double.RadiansToDegrees(east), 360),
            };
        }

        return null;
    }

    private static double Latitude(Vector3d place) => Math.Asin(Math.Clamp(place.Z / place.Norm, -1, 1));
}
