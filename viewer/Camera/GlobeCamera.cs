using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>From where the globe is looked at. State only; what it sees is <see cref="CameraView"/>; how a hand moves it: <see cref="CameraMoves"/>.</summary>
/// <remarks>
/// Without a target it stands over a place of the Earth and looks at the geocentre. With one, latitude and longitude count on the target's own level
/// axes: <see cref="CameraTargetKind.Satellite"/> and <see cref="CameraTargetKind.Site"/>: where the camera is as the target sees it, latitude over its
/// horizon (90: straight above it, away from the Earth), longitude from east over north; <see cref="CameraTargetKind.FromSite"/>: elevation of the line
/// of sight, and its azimuth from north over east.
/// </remarks>
public sealed record GlobeCamera
{
    /// <summary>The camera stands at least this high over the ellipsoid, km.</summary>
    public const double LeastHeightKm = 1;

    /// <summary>Bound of the distance from geocentre or target, km: far beyond the Moon.</summary>
    public const double GreatestDistanceKm = 2_000_000;

    /// <summary>Bound of the distance from a satellite or place that is looked at, km.</summary>
    public const double LeastTargetKm = 0.01;

    /// <summary>ITRF: longitude is geographic, the picture turns with the Earth. GCRF: longitude is right ascension, the stars stand still. With a target it is of no account.</summary>
    public ReferenceFrame Frame { get; init; } = ReferenceFrame.Itrf;

    /// <summary>Null: the geocentre.</summary>
    public CameraTarget? Target { get; init; }

    /// <summary>Geocentric latitude (declination) of the place below the camera; with a target see above.</summary>
    public required double LatitudeDeg { get; init; }

    public required double LongitudeDeg { get; init; }

    /// <summary>From the geocentre, or from the target that is looked at.</summary>
    public required double DistanceKm { get; init; }

    /// <summary>From the lower to the upper edge of the picture.</summary>
    public double FieldOfViewDeg { get; init; } = 30;

    /// <summary>Clockwise turn of the camera about its line of sight; 0: the frame's pole, or the target's zenith, is straight up in the picture.</summary>
    public double RollDeg { get; init; }

    /// <summary>Turn of the line of sight, to the right and upward in the picture.</summary>
    public double PanRightDeg { get; init; }

    public double PanUpDeg { get; init; }

    /// <summary>A camera that shows a target well: a satellite before the Earth, a place obliquely, the southern or northern sky.</summary>
    public static GlobeCamera Of(CameraTarget target) => target.Kind switch
    {
        CameraTargetKind.Satellite => new GlobeCamera { Target = target, LatitudeDeg = 70, LongitudeDeg = -60, DistanceKm = 0.06 },
        CameraTargetKind.Site => new GlobeCamera { Target = target, LatitudeDeg = 45, LongitudeDeg = -90, DistanceKm = 2_000 },
        _ => new GlobeCamera { Target = target, LatitudeDeg = 25, LongitudeDeg = target.Place is { Latitude: < 0 } ? 0 : 180, DistanceKm = 0, FieldOfViewDeg = 60 },
    };

    /// <summary>Least distance from the geocentre over a geocentric latitude, km: 1 km over the ellipsoid.</summary>
    public static double LeastDistanceKm(double latitudeDeg) => RadiusKm(latitudeDeg) + LeastHeightKm;

    /// <summary>The ellipsoid's radius at a geocentric latitude, km.</summary>
    public static double RadiusKm(double latitudeDeg)
    {
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(latitudeDeg));
        (double a, double b) = (Ellipsoid.Wgs84.SemiMajorAxis, Ellipsoid.Wgs84.SemiMinorAxis);
        return 1e-3 / Math.Sqrt((cos * cos / (a * a)) + (sin * sin / (b * b)));
    }

    /// <summary>The same view told in another frame: the picture does not jump.</summary>
    public GlobeCamera InFrame(ReferenceFrame frame, EarthRotation earth)
    {
        if (frame == Frame)
        {
            return this;
        }

        Require(frame);
        if (Target is not null)
        {
            return this with { Frame = frame };
        }

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

    /// <summary>What the camera sees of a scene in a picture of a size in pixels. A target that the scene does not have is looked for at the geocentre, from afar.</summary>
    public CameraView View(GlobeScene scene, int width, int height) =>
        Target is null ? View(scene.Earth, width, height)
        : Target.In(scene) is { } at ? View(at, width, height)
        : (DefaultCamera.For(scene, width, height) with { FieldOfViewDeg = FieldOfViewDeg }).View(scene.Earth, width, height);

    /// <summary>What a camera about the geocentre sees.</summary>
    public CameraView View(EarthRotation earth, int width, int height)
    {
        Matrix3d toItrf = Frame == ReferenceFrame.Gcrf ? earth.GcrfToItrf : Matrix3d.Identity;
        (Vector3d away, Vector3d up, Vector3d right) = Axes();
        return Panned(new Position<Itrf>(toItrf * away * (DistanceKm * 1e3)), toItrf * -away, toItrf * up, toItrf * right, width, height);
    }

    /// <summary>Pixels, in a picture of this height.</summary>
    public double FocalLength(int height) => 0.5 * height / Math.Tan(double.DegreesToRadians(0.5 * FieldOfViewDeg));

    private CameraView View(Position<Itrf> target, int width, int height)
    {
        TopocentricFrame level = new(target);
        (Vector3d away, Vector3d up, Vector3d right) = Axes();
        if (Target!.Kind == CameraTargetKind.FromSite)
        {
            // Axes() counts from the first axis over the second: azimuth from north over east. That set is left-handed: its right is the other one.
            (away, up, right) = (Level(away), Level(up), Level(right));
            return Panned(target, away, up, right, width, height);
        }

        (away, up, right) = (level.FromLocal(away), level.FromLocal(up), level.FromLocal(right));
        return Panned(target + (Reach(target, away) * away), -away, up, right, width, height);

        Vector3d Level(Vector3d v) => level.FromLocal(new Vector3d(v.Y, v.X, v.Z));
    }

    /// <summary>Distance from the target, m: where the camera would be in the Earth it comes nearer, to the least height over the ellipsoid.</summary>
    private double Reach(Position<Itrf> target, Vector3d away)
    {
        double reach = DistanceKm * 1e3;
        if (IsAbove(reach))
        {
            return reach;
        }

        // The ground near by: the target itself may be lower than the least height.
        (double inside, double outside) = (reach, 0);
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (inside + outside);
            (inside, outside) = IsAbove(middle) ? (inside, middle) : (middle, outside);
        }

        return outside;

        bool IsAbove(double distance)
        {
            Vector3d eye = (target + (distance * away)).Vector;
            double latitude = double.RadiansToDegrees(Math.Asin(Math.Clamp(eye.Z / eye.Norm, -1, 1)));
            return eye.Norm >= 1e3 * RadiusKm(latitude) + Math.Min(LeastHeightKm * 1e3, 0.5 * distance);
        }
    }

    private CameraView Panned(Position<Itrf> eye, Vector3d forward, Vector3d up, Vector3d right, int width, int height)
    {
        if (PanRightDeg != 0 || PanUpDeg != 0)
        {
            forward = (forward + (Math.Tan(double.DegreesToRadians(PanRightDeg)) * right) + (Math.Tan(double.DegreesToRadians(PanUpDeg)) * up)).Unit();
            right = (right - (right.Dot(forward) * forward)).Unit();
            up = right.Cross(forward);
        }

        return new CameraView(eye, right, up, forward, FocalLength(height), width, height);
    }

    /// <summary>Unit vectors on the camera's own axes: from their origin to the camera, up and right in the picture.</summary>
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
