using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A camera at one instant: where it is, its axes, and how it projects. All in double precision.</summary>
/// <param name="Eye">ITRF, m.</param>
/// <param name="Right">Unit vectors on ITRF axes.</param>
/// <param name="Up">Upward in the picture.</param>
/// <param name="Forward">Line of sight.</param>
/// <param name="FocalLength">Pixels.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record CameraView(Position<Itrf> Eye, Vector3d Right, Vector3d Up, Vector3d Forward, double FocalLength, int Width, int Height)
{
    /// <summary>Pixel coordinates from the left upper corner of the picture; the depth (along the line of sight, m) is not positive behind the camera.</summary>
    public ScreenPoint Project(Position<Itrf> point)
    {
        Vector3d from = point - Eye;
        double depth = from.Dot(Forward), scale = FocalLength / depth;
        return new ScreenPoint((0.5 * Width) + (from.Dot(Right) * scale), (0.5 * Height) - (from.Dot(Up) * scale), depth);
    }

    /// <summary>The Earth (WGS 84) lies between camera and point.</summary>
    public bool IsHidden(Position<Itrf> point)
    {
        // On axes where the ellipsoid is the unit sphere: nearest point of the segment to the centre.
        Vector3d a = Scaled(Eye.Vector), along = Scaled(point - Eye);
        double share = -a.Dot(along) / along.NormSquared;
        return share is > 0 and < 1 && (a + (share * along)).NormSquared < 1;
    }

    /// <summary>The place on the ellipsoid that a pixel shows; null beside the Earth.</summary>
    public Position<Itrf>? Ground(double x, double y)
    {
        Vector3d ray = (((x - (0.5 * Width)) / FocalLength) * Right) + (((0.5 * Height) - y) / FocalLength * Up) + Forward;
        Vector3d a = Scaled(Eye.Vector), d = Scaled(ray);
        double square = d.NormSquared, half = a.Dot(d), rest = a.NormSquared - 1, root = (half * half) - (square * rest);
        return root < 0 || half >= 0 ? null : Eye + (rest / (Math.Sqrt(root) - half) * ray);
    }

    /// <summary>Apparent radius of the Earth, pixels: of the circle about the geocentre that the equatorial radius fills.</summary>
    public double EarthRadius
    {
        get
        {
            double distance = Eye.Vector.Norm, a = Ellipsoid.Wgs84.SemiMajorAxis;
            return distance > a ? FocalLength * a / Math.Sqrt((distance * distance) - (a * a)) : double.PositiveInfinity;
        }
    }

    /// <summary>Pixels that the Earth's radius would have at the distance of the ground below the camera: how near the ground is.</summary>
    public double PixelsARadius
    {
        get
        {
            double a = Ellipsoid.Wgs84.SemiMajorAxis, eye = Eye.Vector.Norm;
            double latitude = double.RadiansToDegrees(Math.Asin(Math.Clamp(Eye.Z / Math.Max(1, eye), -1, 1)));
            return FocalLength * a / Math.Max(1, eye - (1e3 * GlobeCamera.RadiusKm(latitude)));
        }
    }

    private static Vector3d Scaled(Vector3d v) =>
        new(v.X / Ellipsoid.Wgs84.SemiMajorAxis, v.Y / Ellipsoid.Wgs84.SemiMajorAxis, v.Z / Ellipsoid.Wgs84.SemiMinorAxis);
}
