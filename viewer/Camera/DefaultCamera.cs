using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>The camera of a picture for which none was asked: over the service area, far enough to hold the MEO orbits.</summary>
public static class DefaultCamera
{
    /// <summary>Over the mean longitude of the GEO and IGSO satellites; without any, over this one.</summary>
    private const double LongitudeDeg = 15, LatitudeDeg = 22;

    /// <summary>A long lens: near and far satellites at about one scale, so that IGSO and GEO over the service area stay in the picture.</summary>
    private const double FieldOfViewDeg = 16;

    /// <summary>The MEO shell fills this share of the picture's shorter side.</summary>
    private const double Fill = 0.97;

    public static GlobeCamera For(GlobeScene scene, int width, int height)
    {
        (double x, double y) = (0, 0);
        foreach (SceneSatellite satellite in scene.Satellites.Where(s => s.OrbitClass is "geo" or "igso"))
        {
            double longitude = Math.Atan2(satellite.Itrf.Y, satellite.Itrf.X);
            (x, y) = (x + Math.Cos(longitude), y + Math.Sin(longitude));
        }

        // Satellites all around the equator have no mean longitude.
        double mean = (x * x) + (y * y) > 0.25 ? Math.Round(double.RadiansToDegrees(Math.Atan2(y, x))) : LongitudeDeg;
        SceneSatellite[] shell = [.. scene.Satellites.Where(s => s.OrbitClass == "meo")];
        shell = shell.Length > 0 ? shell : [.. scene.Satellites];
        double radius = shell.Length > 0 ? shell.Max(s => s.Itrf.Vector.Norm) : 2.5 * Ellipsoid.Wgs84.SemiMajorAxis;
        GlobeCamera camera = new() { LatitudeDeg = LatitudeDeg, LongitudeDeg = mean, DistanceKm = 1e5, FieldOfViewDeg = FieldOfViewDeg };
        // A sphere of radius r seen from d fills the half field where sin = r/d.
        double half = Math.Atan(Fill * Math.Min(1.0, (double)width / height) * Math.Tan(double.DegreesToRadians(0.5 * camera.FieldOfViewDeg)));
        return camera with { DistanceKm = Math.Clamp(100 * Math.Round(radius / 1e5 / Math.Sin(half)), GlobeCamera.LeastDistanceKm(LatitudeDeg), GlobeCamera.GreatestDistanceKm) };
    }
}
