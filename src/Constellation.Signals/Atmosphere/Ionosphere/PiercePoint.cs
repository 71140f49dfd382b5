namespace Constellation.Signals;

/// <summary>Where a ray meets a thin shell around the Earth, and how steeply.</summary>
/// <param name="Latitude">On the sphere, rad.</param>
/// <param name="Longitude">rad, within half a turn of the receiver's.</param>
/// <param name="CosZenith">Cosine of the angle between the ray and the vertical there.</param>
public readonly record struct PiercePoint(double Latitude, double Longitude, double CosZenith)
{
    /// <summary>Slant over vertical content of a thin shell.</summary>
    public double Mapping => 1.0 / CosZenith;

    /// <param name="latitude">Of the receiver, taken for that of a sphere, rad.</param>
    /// <param name="longitude">rad.</param>
    /// <param name="azimuth">Of the satellite, rad from north.</param>
    /// <param name="elevation">rad.</param>
    /// <param name="radiusRatio">Radius of the receiver over that of the shell, below 1.</param>
    /// <remarks>The spherical triangle of pole, receiver and pierce point: [BDS-ICD-B1C] 7.8.2, [Schaer98] and all single-layer models; the longitude by an arctangent where documents have an arcsine, which folds back beyond a pole.</remarks>
    public static PiercePoint Of(double latitude, double longitude, double azimuth, double elevation, double radiusRatio)
    {
        double sinZenith = radiusRatio * Math.Cos(elevation);
        double psi = (0.5 * Math.PI) - elevation - Math.Asin(sinZenith);
        (double sinPsi, double cosPsi) = Math.SinCos(psi);
        (double sinLatitude, double cosLatitude) = Math.SinCos(latitude);
        (double sinAzimuth, double cosAzimuth) = Math.SinCos(azimuth);
        double sinPierce = Math.Clamp((sinLatitude * cosPsi) + (cosLatitude * sinPsi * cosAzimuth), -1.0, 1.0);
        double turn = Math.Atan2(sinPsi * sinAzimuth * cosLatitude, cosPsi - (sinLatitude * sinPierce));
        return new(Math.Asin(sinPierce), longitude + turn, Math.Sqrt(1.0 - (sinZenith * sinZenith)));
    }
}
