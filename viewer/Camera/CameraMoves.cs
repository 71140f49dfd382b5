using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>How a hand moves a camera: by pixels of a drag and steps of a wheel, about whatever the camera belongs to.</summary>
public static class CameraMoves
{
    /// <summary>Turn by a drag, rad/px; less near the ground and through a long lens, where the scene then stays below the pointer.</summary>
    public const double DragRate = 0.006;

    /// <summary>Change of height or distance by a step of the wheel.</summary>
    public const double WheelFactor = 0.9;

    /// <summary>Bounds of the field of view, degrees.</summary>
    public const double LeastFieldDeg = 0.05, GreatestFieldDeg = 120;

    /// <summary>The scene follows the pointer by pixels to the right and downward, in a picture of a height.</summary>
    public static GlobeCamera Dragged(this GlobeCamera camera, double dx, double dy, int height)
    {
        double over = camera.Target is null ? (camera.DistanceKm - GlobeCamera.RadiusKm(camera.LatitudeDeg)) / (1e-3 * Ellipsoid.Wgs84.SemiMajorAxis) : 1;
        double rate = double.RadiansToDegrees(Math.Min(DragRate, over / camera.FocalLength(height)));
        rate = camera.Target is { Kind: not CameraTargetKind.FromSite } ? double.RadiansToDegrees(DragRate) : rate;
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(camera.RollDeg));
        return camera with
        {
            LatitudeDeg = Math.Clamp(camera.LatitudeDeg + (rate * ((dy * cos) + (dx * sin))), -90, 90),
            LongitudeDeg = Math.IEEERemainder(camera.LongitudeDeg + (rate * ((dy * sin) - (dx * cos))), 360),
        };
    }

    /// <summary>Nearer by steps of the wheel, within the bounds; on the ground a longer lens.</summary>
    public static GlobeCamera Zoomed(this GlobeCamera camera, double steps)
    {
        double factor = Math.Pow(WheelFactor, Math.Clamp(steps, -50, 50));
        if (camera.Target is null)
        {
            double radius = GlobeCamera.RadiusKm(camera.LatitudeDeg);
            return camera with { DistanceKm = Math.Clamp(radius + ((camera.DistanceKm - radius) * factor), GlobeCamera.LeastDistanceKm(camera.LatitudeDeg), GlobeCamera.GreatestDistanceKm) };
        }

        return camera.Target.Kind == CameraTargetKind.FromSite
            ? camera with { FieldOfViewDeg = Math.Clamp(camera.FieldOfViewDeg * factor, LeastFieldDeg, GreatestFieldDeg) }
            : camera with { DistanceKm = Math.Clamp(camera.DistanceKm * factor, GlobeCamera.LeastTargetKm, GlobeCamera.GreatestDistanceKm) };
    }
}
