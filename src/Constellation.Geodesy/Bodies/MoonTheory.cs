namespace Constellation.Geodesy;

/// <summary>The Moon by series, for the times outside the table of <see cref="BodyTables"/>.</summary>
/// <remarks>
/// The lunar theory of [Meeus98] chapter 47 (ELP 2000-82 cut to 82 terms) on the ecliptic of date, carried to the GCRF by the precession of
/// [Capitaine03]: within 15 arcseconds and 30 km from 1975 to 2035 (tested against JPL DE430 and ERFA <c>moon98</c>).
/// </remarks>
internal static class MoonTheory
{
    private const double Microdegree = Math.PI / 180.0e6;

    /// <summary>GCRF position, m.</summary>
    public static Vector3d PositionGcrf(double secondsSinceJ2000)
    {
        double t = secondsSinceJ2000 / (36_525.0 * 86_400.0);
        double mean = Degrees(218.3164477 + (t * (481267.88123421 + (t * (-0.0015786 + (t * (1.0 / 538841)))))));
        double d = Degrees(297.8501921 + (t * (445267.1114034 + (t * (-0.0018819 + (t * (1.0 / 545868)))))));
        double m = Degrees(357.5291092 + (t * (35999.0502909 - (t * 0.0001536))));
        double mPrime = Degrees(134.9633964 + (t * (477198.8675055 + (t * (0.0087414 + (t * (1.0 / 69699)))))));
        double f = Degrees(93.2720950 + (t * (483202.0175233 + (t * (-0.0036539 - (t * (1.0 / 3526000)))))));

        // The Earth's orbit grows rounder: terms with M shrink with it. The additive terms are of Venus, Jupiter and the Earth's figure.
        double eccentricity = 1 - (t * (0.002516 + (t * 0.0000074)));
        double venus = Degrees(119.75 + (131.849 * t)), jupiter = Degrees(53.09 + (479264.290 * t)), third = Degrees(313.45 + (481266.484 * t));
        double longitude = (3958 * Math.Sin(venus)) + (1962 * Math.Sin(mean - f)) + (318 * Math.Sin(jupiter));
        double latitude = (-2235 * Math.Sin(mean)) + (382 * Math.Sin(third)) + (175 * (Math.Sin(venus - f) + Math.Sin(venus + f)))
            + (127 * Math.Sin(mean - mPrime)) - (115 * Math.Sin(mean + mPrime));
        double distance = 385_000_560.0;
        foreach (MoonTerm term in MoonSeries.LongitudeAndDistance)
        {
            (double sine, double cosine) = Math.SinCos((term.D * d) + (term.M * m) + (term.MPrime * mPrime) + (term.F * f));
            double scale = Scale(term, eccentricity);
            longitude += scale * term.Sine * sine;
            distance += scale * term.Cosine * cosine;
        }

        foreach (MoonTerm term in MoonSeries.Latitude)
        {
            latitude += Scale(term, eccentricity) * term.Sine * Math.Sin((term.D * d) + (term.M * m) + (term.MPrime * mPrime) + (term.F * f));
        }

        (double sinLongitude, double cosLongitude) = Math.SinCos(mean + (longitude * Microdegree));
        (double sinLatitude, double cosLatitude) = Math.SinCos(latitude * Microdegree);
        Vector3d ecliptic = distance * new Vector3d(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
        return EclipticOfDateToGcrf(t) * ecliptic;
    }

    /// <summary>Bias and precession by the Fukushima-Williams angles of IAU 2006, up to the cube: [Capitaine03], [IERS10] eq. 5.40.</summary>
    private static Matrix3d EclipticOfDateToGcrf(double t)
    {
        double gamma = -0.052928 + (t * (10.556378 + (t * (0.4932044 - (t * 0.00031238)))));
        double phi = 84381.412819 + (t * (-46.811016 + (t * (0.0511268 + (t * 0.00053289)))));
        double psi = -0.041775 + (t * (5038.481484 + (t * (1.5584175 - (t * 0.00018522)))));
        return Matrix3d.R3(-gamma * Angles.Arcsecond) * Matrix3d.R1(-phi * Angles.Arcsecond) * Matrix3d.R3(psi * Angles.Arcsecond);
    }

    private static double Scale(MoonTerm term, double eccentricity) => term.M switch
    {
        0 => 1,
        1 or -1 => eccentricity,
        _ => eccentricity * eccentricity,
    };

    private static double Degrees(double degrees) => double.DegreesToRadians(degrees % 360.0);
}
