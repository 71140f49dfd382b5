using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Cameras between two others: along a great circle, by ratios in height, distance and angle of view.</summary>
internal static class CameraBlend
{
    private const double EarthRadiusKm = 6356.7523;

    /// <summary>What the camera sees at a share of the way. At both ends it is what they see.</summary>
    public static CameraView View(GlobeCamera from, GlobeCamera to, double share, GlobeScene scene, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return Camera(from, to, share, scene.Earth) is { } camera
            ? camera.View(scene, width, height)
            : Between(from.View(scene, width, height), to.View(scene, width, height), share);
    }

    /// <summary>The camera at a share of the way; null between cameras that belong to different things.</summary>
    public static GlobeCamera? Camera(GlobeCamera from, GlobeCamera to, double share, EarthRotation earth)
    {
        if (share <= 0 || from == to)
        {
            return from;
        }

        if (share >= 1)
        {
            return to;
        }

        if (from.Target != to.Target)
        {
            return null;
        }

        GlobeCamera start = from.InFrame(to.Frame, earth);
        (double latitude, double longitude) = Direction(start, to, share);
        // About the Earth it is the height that goes by ratios, about a target the distance; on the ground there is none.
        double low = to.Target is null ? EarthRadiusKm : 0;
        return to with
        {
            LatitudeDeg = latitude,
            LongitudeDeg = longitude,
            DistanceKm = low + Ratio(Math.Max(start.DistanceKm - low, 1e-3), Math.Max(to.DistanceKm - low, 1e-3), share),
            FieldOfViewDeg = Ratio(start.FieldOfViewDeg, to.FieldOfViewDeg, share),
            RollDeg = start.RollDeg + (share * Math.IEEERemainder(to.RollDeg - start.RollDeg, 360)),
            PanRightDeg = Line(start.PanRightDeg, to.PanRightDeg, share),
            PanUpDeg = Line(start.PanUpDeg, to.PanUpDeg, share),
        };
    }

    private static (double LatitudeDeg, double LongitudeDeg) Direction(GlobeCamera from, GlobeCamera to, double share)
    {
        Vector3d a = Unit(from), b = Unit(to);
        if (Sphere(a, b, share) is not { } between)
        {
            return (Line(from.LatitudeDeg, to.LatitudeDeg, share), from.LongitudeDeg + (share * Math.IEEERemainder(to.LongitudeDeg - from.LongitudeDeg, 360)));
        }

        return (double.RadiansToDegrees(Math.Asin(Math.Clamp(between.Z, -1, 1))), double.RadiansToDegrees(Math.Atan2(between.Y, between.X)));
    }

    /// <summary>From one pose to another: both the place and the axes on great circles.</summary>
    private static CameraView Between(CameraView a, CameraView b, double share)
    {
        double low = 1e3 * EarthRadiusKm, height = low + Ratio(Math.Max(a.Eye.Vector.Norm - low, 1), Math.Max(b.Eye.Vector.Norm - low, 1), share);
        Vector3d eye = height * (Sphere(a.Eye.Vector.Unit(), b.Eye.Vector.Unit(), share) ?? a.Eye.Vector.Unit());
        Vector3d forward = Sphere(a.Forward, b.Forward, share) ?? (share < 0.5 ? a.Forward : b.Forward);
        Vector3d up = Sphere(a.Up, b.Up, share) ?? (share < 0.5 ? a.Up : b.Up), right = forward.Cross(up);
        // Where both axes turn by different ways they may meet: the nearer end then says what is right.
        right = right.Norm > 1e-3 ? right.Unit() : share < 0.5 ? a.Right : b.Right;
        right = (right - (right.Dot(forward) * forward)).Unit();
        return new CameraView(new Position<Itrf>(eye), right, right.Cross(forward), forward, Ratio(a.FocalLength, b.FocalLength, share), a.Width, a.Height);
    }

    private static Vector3d Unit(GlobeCamera camera)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(camera.LatitudeDeg));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(camera.LongitudeDeg));
        return new Vector3d(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>On the great circle between unit vectors; null where they are one, or opposite.</summary>
    private static Vector3d? Sphere(Vector3d a, Vector3d b, double share)
    {
        double angle = a.AngleTo(b), sin = Math.Sin(angle);
        return sin < 1e-9 ? null : ((Math.Sin((1 - share) * angle) / sin) * a) + ((Math.Sin(share * angle) / sin) * b);
    }

    private static double Ratio(double a, double b, double share) => a * Math.Pow(b / a, share);

    private static double Line(double a, double b, double share) => a + (share * (b - a));
}
