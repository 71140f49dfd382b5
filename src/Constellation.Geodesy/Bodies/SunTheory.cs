namespace Constellation.Geodesy;

/// <summary>The Sun by series, for the times outside the table of <see cref="BodyTables"/>.</summary>
/// <remarks>
/// The Earth of VSOP87B [Bretagnon88], its 51 largest terms, turned round: within 3 arcseconds and 2e-5 of the distance from 1975 to 2035
/// (tested against JPL DE430 and ERFA <c>epv00</c>).
/// </remarks>
internal static class SunTheory
{
    /// <summary>Obliquity of the ecliptic at J2000.0. [IERS10] table 1.1.</summary>
    private const double Obliquity = 84381.406 * Angles.Arcsecond;

    /// <summary>GCRF position, m.</summary>
    public static Vector3d PositionGcrf(double secondsSinceJ2000)
    {
        double t = secondsSinceJ2000 / (365_250.0 * 86_400.0);
        double longitude = VsopTerm.Sum(EarthSeries.Longitude0, t)
            + (t * (VsopTerm.Sum(EarthSeries.Longitude1, t) + (t * VsopTerm.Sum(EarthSeries.Longitude2, t))));
        double latitude = t * VsopTerm.Sum(EarthSeries.Latitude1, t);
        double distance = PhysicalConstants.AstronomicalUnit
            * (VsopTerm.Sum(EarthSeries.Radius0, t) + (t * (VsopTerm.Sum(EarthSeries.Radius1, t) + (t * VsopTerm.Sum(EarthSeries.Radius2, t)))));

        (double sinLongitude, double cosLongitude) = Math.SinCos(longitude);
        (double sinLatitude, double cosLatitude) = Math.SinCos(latitude);
        Vector3d ecliptic = -distance * new Vector3d(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
        return Matrix3d.R1(-Obliquity) * ecliptic;
    }
}
