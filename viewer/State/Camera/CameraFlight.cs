using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A flight of the camera: along a great circle, nearer or farther by equal factors in equal times, slow at both ends.</summary>
/// <param name="start">Where it begins, about the Earth.</param>
/// <param name="to">The camera it ends with.</param>
/// <param name="end">The place of that, about the Earth, in the frame of the beginning.</param>
internal sealed class CameraFlight(GlobeCamera start, GlobeCamera to, GlobeCamera end)
{
    public GlobeCamera To => to;

    /// <summary>Since the beginning. Its sum is exact: a flight ends alike however often it was drawn.</summary>
    public TimeSpan Elapsed { get; set; }

    public GlobeCamera Camera
    {
        get
        {
            double share = Math.Clamp(Elapsed / CameraControl.FlightTime, 0, 1);
            if (share >= 1)
            {
                return to;
            }

            double s = share * share * (3 - (2 * share));
            (double latitude, double longitude) = Between(s);
            return start with
            {
                LatitudeDeg = latitude,
                LongitudeDeg = longitude,
                DistanceKm = start.DistanceKm * Math.Pow(end.DistanceKm / start.DistanceKm, s),
                FieldOfViewDeg = start.FieldOfViewDeg * Math.Pow(end.FieldOfViewDeg / start.FieldOfViewDeg, s),
                RollDeg = start.RollDeg + (s * Math.IEEERemainder(end.RollDeg - start.RollDeg, 360)),
                PanRightDeg = start.PanRightDeg + (s * (end.PanRightDeg - start.PanRightDeg)),
                PanUpDeg = start.PanUpDeg + (s * (end.PanUpDeg - start.PanUpDeg)),
            };
        }
    }

    private (double LatitudeDeg, double LongitudeDeg) Between(double s)
    {
        Vector3d a = Direction(start), b = Direction(end);
        double angle = a.AngleTo(b);
        if (angle < 1e-9)
        {
            return (end.LatitudeDeg, end.LongitudeDeg);
        }

        // Opposite places have no one great circle: the way then goes by the angles themselves.
        if (angle > Math.PI - 1e-3)
        {
            return (start.LatitudeDeg + (s * (end.LatitudeDeg - start.LatitudeDeg)), start.LongitudeDeg + (s * Math.IEEERemainder(end.LongitudeDeg - start.LongitudeDeg, 360)));
        }

        Vector3d at = ((Math.Sin((1 - s) * angle) * a) + (Math.Sin(s * angle) * b)).Unit();
        return (double.RadiansToDegrees(Math.Asin(Math.Clamp(at.Z, -1, 1))), double.RadiansToDegrees(Math.Atan2(at.Y, at.X)));
    }

    private static Vector3d Direction(GlobeCamera camera)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(camera.LatitudeDeg));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(camera.LongitudeDeg));
        return new Vector3d(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }
}
