using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>From where the globe is looked at: a point above the Earth, looking at the geocentre. State only; what it sees is <see cref="CameraView"/>.</summary>
public sealed record GlobeCamera
{
    /// <summary>Bounds of the distance from the geocentre, km: just above the ground, and far beyond the Moon.</summary>
    public const double LeastDistanceKm = 6_400, GreatestDistanceKm = 2_000_000;

    /// <summary>ITRF: longitude is geographic, the picture turns with the Earth. GCRF: longitude is right ascension, the stars stand still.</summary>
    public ReferenceFrame Frame { get; init; } = ReferenceFrame.Itrf;

    /// <summary>Geocentric latitude (declination) of the place below the camera.</summary>
    public required double LatitudeDeg { get; init; }

    public required double LongitudeDeg { get; init; }

    /// <summary>From the geocentre.</summary>
    public required double DistanceKm { get; init; }

    /// <summary>From the lower to the upper edge of the picture.</summary>
    public double FieldOfViewDeg { get; init; } = 30;

    /// <summary>Clockwise turn of the camera about its line of sight; 0: the frame's pole is straight up in the picture.</summary>
    public double RollDeg { get; init; }

    /// <summary>Turn of the line of sight away from the geocentre, to the right and upward in the picture.</summary>
    public double PanRightDeg { get; init; }

    public double PanUpDeg { get; init; }

    /// <summary>The same view told in another frame: the picture does not jump.</summary>
    public GlobeCamera InFrame(ReferenceFrame frame, EarthRotation earth)
    {
        if (frame == Frame)
        {
            return this;
        }

        Require(frame);
        Matrix3d turn = frame == ReferenceFrame.Gcrf ? earth.GcrfToItrf.Transpose() : earth.GcrfToItrf;
        (Vector3d away, Vector3d up, _) = Axes();
        (away, up) = (turn * away, turn * up);
        GlobeCamera turned = this with
        {
            Frame = frame,
            LatitudeDeg = double.RadiansToDegrees(Math.Asin(Math.Clamp(away.Z, -1, 1))),
            LongitudeDeg = double.RadiansToDegrees(Math.Atan2(away.Y, away.X)),
            RollDeg = 0,
        };
        (_, Vector3d levelUp, Vector3d levelRight) = turned.Axes();
        return turned with { RollDeg = double.RadiansToDegrees(Math.Atan2(up.Dot(levelRight), up.Dot(levelUp))) };
    }

    /// <summary>What the camera sees in a picture of a size in pixels.</summary>
    public CameraView View(EarthRotation earth, int width, int height)
    {
        Matrix3d toItrf = Frame == ReferenceFrame.Gcrf ? earth.GcrfToItrf : Matrix3d.Identity;
        (Vector3d away, Vector3d up, Vector3d right) = Axes();
        Vector3d forward = -away;
        if (PanRightDeg != 0 || PanUpDeg != 0)
        {
            forward = (forward + (Math.Tan(double.DegreesToRadians(PanRightDeg)) * right) + (Math.Tan(double.DegreesToRadians(PanUpDeg)) * up)).Unit();
            right = (right - (right.Dot(forward) * forward)).Unit();
            up = right.Cross(forward);
        }

        return new CameraView(new Position<Itrf>(toItrf * away * (DistanceKm * 1e3)), toItrf * right, toItrf * up, toItrf * forward, FocalLength(height), width, height);
    }

    /// <summary>Pixels, in a picture of this height.</summary>
    public double FocalLength(int height) => 0.5 * height / Math.Tan(double.DegreesToRadians(0.5 * FieldOfViewDeg));

    /// <summary>Unit vectors on the camera's own frame: from the geocentre to the camera, up and right in the picture.</summary>
    private (Vector3d Away, Vector3d Up, Vector3d Right) Axes()
    {
        Require(Frame);
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(LatitudeDeg));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(LongitudeDeg));
        Vector3d away = new(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
        Vector3d north = new(-sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude);
        Vector3d east = new(-sinLongitude, cosLongitude, 0);
        (double sinRoll, double cosRoll) = Math.SinCos(double.DegreesToRadians(RollDeg));
        return (away, (cosRoll * north) + (sinRoll * east), (cosRoll * east) - (sinRoll * north));
    }

    private static void Require(ReferenceFrame frame)
    {
        if (frame is not (ReferenceFrame.Itrf or ReferenceFrame.Gcrf))
        {
            throw new ArgumentException($"a camera stands in ITRF or GCRF, not in {frame}", nameof(frame));
        }
    }
}
