namespace Constellation.Geodesy;

/// <summary>East, north and up at a station.</summary>
public sealed class TopocentricFrame
{
    private readonly Vector3d _east, _north, _up;

    public TopocentricFrame(GeodeticPoint station, Ellipsoid? ellipsoid = null)
    {
        (double sinLat, double cosLat) = Math.SinCos(station.Latitude);
        (double sinLon, double cosLon) = Math.SinCos(station.Longitude);
        Origin = (ellipsoid ?? Ellipsoid.Wgs84).ToCartesian(station);
        _east = new(-sinLon, cosLon, 0);
        _north = new(-sinLat * cosLon, -sinLat * sinLon, cosLat);
        _up = new(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    public Position<Itrf> Origin { get; }

    /// <summary>The vertical: normal of the ellipsoid.</summary>
    public Vector3d Up => _up;

    /// <summary>East, north and up components of an ITRF vector.</summary>
    public Vector3d ToLocal(Vector3d itrf) => new(_east.Dot(itrf), _north.Dot(itrf), _up.Dot(itrf));

    /// <summary>Direction and distance of a target.</summary>
    public (double Azimuth, double Elevation, double Range) Look(Position<Itrf> target)
    {
        Vector3d local = ToLocal(target - Origin);
        double azimuth = Math.Atan2(local.X, local.Y);
        return (azimuth < 0 ? azimuth + (2 * Math.PI) : azimuth, Math.Atan2(local.Z, Math.Sqrt((local.X * local.X) + (local.Y * local.Y))), local.Norm);
    }

    /// <summary>Sine of the elevation, without a trigonometric call: for masks.</summary>
    public double SinElevation(Position<Itrf> target)
    {
        Vector3d line = target - Origin;
        return _up.Dot(line) / line.Norm;
    }
}
