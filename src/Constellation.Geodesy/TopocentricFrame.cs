namespace Constellation.Geodesy;

/// <summary>East, north and up at a station, and where it sees a target.</summary>
/// <remarks>The ellipsoid is WGS 84 unless another is given.</remarks>
public sealed class TopocentricFrame
{
    public TopocentricFrame(GeodeticPoint station, Ellipsoid? ellipsoid = null)
        : this(station, (ellipsoid ?? Ellipsoid.Wgs84).ToCartesian(station))
    {
    }

    public TopocentricFrame(Position<Itrf> station, Ellipsoid? ellipsoid = null)
        : this((ellipsoid ?? Ellipsoid.Wgs84).ToGeodetic(station), station)
    {
    }

    private TopocentricFrame(GeodeticPoint geodetic, Position<Itrf> origin)
    {
        (double sinLongitude, double cosLongitude) = Math.SinCos(geodetic.Longitude);
        Geodetic = geodetic;
        Origin = origin;
        Up = Ellipsoid.Up(geodetic);
        East = new(-sinLongitude, cosLongitude, 0);
        North = Up.Cross(East);
    }

    public GeodeticPoint Geodetic { get; }

    public Position<Itrf> Origin { get; }

    /// <summary>Unit vector on ITRF axes.</summary>
    public Vector3d East { get; }

    /// <summary>Unit vector on ITRF axes.</summary>
    public Vector3d North { get; }

    /// <summary>Unit vector on ITRF axes: the normal of the ellipsoid.</summary>
    public Vector3d Up { get; }

    /// <summary>Rotation from ITRF axes to east, north, up.</summary>
    public Matrix3d ItrfToLocal => Matrix3d.FromRows(East, North, Up);

    /// <summary>Components (east, north, up) of a vector on ITRF axes.</summary>
    public Vector3d ToLocal(Vector3d itrf) => new(East.Dot(itrf), North.Dot(itrf), Up.Dot(itrf));

    /// <summary>Vector on ITRF axes of components (east, north, up).</summary>
    public Vector3d FromLocal(Vector3d local) => (local.X * East) + (local.Y * North) + (local.Z * Up);

    public LookAngles Look(Position<Itrf> target)
    {
        Vector3d local = ToLocal(target - Origin);
        double azimuth = Math.Atan2(local.X, local.Y);
        azimuth = azimuth < 0 ? azimuth + Math.Tau : azimuth;
        double horizontal = Math.Sqrt((local.X * local.X) + (local.Y * local.Y));
        return new(azimuth < Math.Tau ? azimuth : 0, Math.Atan2(local.Z, horizontal), local.Norm);
    }

    /// <summary>Sine of the elevation: what a mask needs, without trigonometry.</summary>
    public double SinElevation(Position<Itrf> target)
    {
        Vector3d line = target - Origin;
        return Up.Dot(line) / line.Norm;
    }

    /// <summary>Elevation, rad; as precise as <see cref="Look"/> except within 1e-6 rad of the zenith, where an arcsine loses digits.</summary>
    public double Elevation(Position<Itrf> target) => Math.Asin(Math.Clamp(SinElevation(target), -1.0, 1.0));

    /// <summary>The point seen at the given angles and distance.</summary>
    public Position<Itrf> PointAt(LookAngles look)
    {
        (double sinAzimuth, double cosAzimuth) = Math.SinCos(look.Azimuth);
        (double sinElevation, double cosElevation) = Math.SinCos(look.Elevation);
        return Origin + (look.Range * FromLocal(new(cosElevation * sinAzimuth, cosElevation * cosAzimuth, sinElevation)));
    }
}
