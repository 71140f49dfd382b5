using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Geometry of the straight line between two satellites.</summary>
/// <param name="Range">Distance, m.</param>
/// <param name="GrazingHeight">Least height of the line above the WGS 84 ellipsoid between the two, m; negative where the Earth blocks it.</param>
/// <param name="AngleA">Angle at A between nadir and the line, rad.</param>
/// <param name="AngleB">Angle at B between nadir and the line, rad.</param>
public readonly record struct LinkGeometry(double Range, double GrazingHeight, double AngleA, double AngleB)
{
    /// <summary>Positions from the geocentre; the pole of the ellipsoid is the z axis.</summary>
    /// <remarks>On GCRF axes the pole of date is 0.14 degrees off (2024), which moves the grazing height by less than 60 m.
    /// The height is radial above the ellipsoid at the point where the line, with z stretched to make the ellipsoid a sphere, is
    /// nearest the centre; within 0.1 % of the geodetic minimum, exact at height zero.</remarks>
    public static LinkGeometry Between(Vector3d a, Vector3d b)
    {
        Vector3d line = b - a;
        double stretch = 1 / (1 - (1 / Wgs84.InverseFlattening));
        Vector3d start = new(a.X, a.Y, a.Z * stretch), direction = new(line.X, line.Y, line.Z * stretch);
        double along = Math.Clamp(-start.Dot(direction) / direction.NormSquared, 0, 1);
        double stretched = (start + (along * direction)).Norm;
        double radius = (a + (along * line)).Norm;
        double height = stretched > 0 ? radius * (1 - (Wgs84.SemiMajorAxis / stretched)) : -Wgs84.SemiMajorAxis;
        return new(line.Norm, height, (-a).AngleTo(line), (-b).AngleTo(-line));
    }

    /// <summary>Length (m) of the longest line between two circular orbits that keeps a height above a sphere of the equatorial radius.</summary>
    /// <param name="radiusA">m.</param>
    /// <param name="radiusB">m.</param>
    /// <param name="grazingHeight">m.</param>
    /// <remarks>It touches the sphere: sqrt(a^2 - h^2) + sqrt(b^2 - h^2). Over the poles a flattened Earth lets 8 km more through for medium to geosynchronous orbits.</remarks>
    public static double LongestChord(double radiusA, double radiusB, double grazingHeight)
    {
        double least = Wgs84.SemiMajorAxis + grazingHeight;
        return Math.Sqrt((radiusA * radiusA) - (least * least)) + Math.Sqrt((radiusB * radiusB) - (least * least));
    }
}
