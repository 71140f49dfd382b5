using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>How far the Moon and the Sun lift and shift a point of the solid Earth: up to 0.4 m up, 0.1 m sideways.</summary>
/// <remarks>
/// <para>[IERS10] section 7.1.1: step 1 (degrees 2 and 3, out-of-phase and latitude-dependent parts, eqs. 7.5 to 7.11) and step 2 (diurnal and long-period
/// dependence on frequency, eqs. 7.12 and 7.13). Within 0.01 mm of the published cases of that document's routine after two things in it:
/// a sign that <see cref="SolidTideTerms"/> names, and a Moon's longitude with precession added (0.05 mm).</para>
/// <para>The permanent tide is part of the displacement, so a position minus it is the conventional tide-free one, as in the ITRF and in SINEX files.</para>
/// </remarks>
public static class SolidEarthTide
{
    /// <summary>Equatorial radius, m. [IERS10] table 1.1.</summary>
    private const double Radius = 6378136.6;

    private const double DegreeThreeLove = 0.292, DegreeThreeShida = 0.015;
    private const double DiurnalLove = -0.0025, SemidiurnalLove = -0.0022, OutOfPhaseShida = -0.0007;
    private const double DiurnalLatitude = 0.0012, SemidiurnalLatitude = 0.0024;

    /// <summary>Displacement on ITRF axes, m.</summary>
    /// <param name="station">Where.</param>
    /// <param name="epoch">When.</param>
    /// <param name="earth">Attitude of the Earth at the epoch.</param>
    public static Vector3d At(Position<Itrf> station, Epoch epoch, in EarthRotation earth) =>
        At(station, earth.ToItrf(Sun.PositionGcrf(epoch)), earth.ToItrf(Moon.PositionGcrf(epoch)), TidalArguments.At(epoch, earth));

    /// <summary>Displacement on ITRF axes (m) with the bodies given.</summary>
    public static Vector3d At(Position<Itrf> station, Position<Itrf> sun, Position<Itrf> moon, in TidalArguments arguments)
    {
        Vector3d r = station.Vector.Unit();
        double horizontal = Math.Sqrt((r.X * r.X) + (r.Y * r.Y));
        (double sinL, double cosL) = horizontal > 0 ? (r.Y / horizontal, r.X / horizontal) : (0, 1);
        Point point = new(r, new(-sinL, cosL, 0), new(-r.Z * cosL, -r.Z * sinL, horizontal), r.Z, horizontal, sinL, cosL);
        return Step1(point, sun.Vector, PhysicalConstants.SunGravitationalParameter)
            + Step1(point, moon.Vector, PhysicalConstants.MoonGravitationalParameter)
            + Step2(point, arguments);
    }

    private static Vector3d Step1(in Point p, Vector3d body, double gm)
    {
        double distance = body.Norm, ratio = Radius / distance;
        double k2 = gm / PhysicalConstants.EarthGravitationalParameter * ratio * ratio * ratio * Radius, k3 = k2 * ratio;
        Vector3d d = body / distance;
        double c = d.Dot(p.Up), zonal = 0.5 * ((3 * p.Sin * p.Sin) - 1);
        double h2 = 0.6078 - (0.0006 * zonal), l2 = 0.0847 + (0.0002 * zonal);
        Vector3d across = d - (c * p.Up);

        // Eqs. 7.5 and 7.6.
        double up = (k2 * h2 * ((1.5 * c * c) - 0.5)) + (k3 * DegreeThreeLove * c * ((2.5 * c * c) - 1.5));
        Vector3d sum = (((k2 * 3 * l2 * c) + (k3 * DegreeThreeShida * ((7.5 * c * c) - 1.5))) * across) + (up * p.Up);

        // Sine and cosine of the body's latitude, and of station minus body longitude times the latter's cosine.
        double sinB = d.Z;
        double cos1 = (p.CosLongitude * d.X) + (p.SinLongitude * d.Y), sin1 = (p.SinLongitude * d.X) - (p.CosLongitude * d.Y);
        double cos2 = (cos1 * cos1) - (sin1 * sin1), sin2 = 2 * sin1 * cos1;      // times cos^2
        double cosTwice = (p.Cos * p.Cos) - (p.Sin * p.Sin), sinTwice = 2 * p.Sin * p.Cos;

        // Out of phase: eqs. 7.10 and 7.11.
        up = (-1.5 * DiurnalLove * k2 * sinB * sinTwice * sin1) - (0.75 * SemidiurnalLove * k2 * p.Cos * p.Cos * sin2);
        double north = (-3 * OutOfPhaseShida * k2 * sinB * cosTwice * sin1) + (0.75 * OutOfPhaseShida * k2 * sinTwice * sin2);
        double east = (-3 * OutOfPhaseShida * k2 * sinB * p.Sin * cos1) - (1.5 * OutOfPhaseShida * k2 * p.Cos * cos2);

        // Dependence of the Shida number on latitude: eqs. 7.8 and 7.9.
        double diurnal = DiurnalLatitude * p.Sin * k2 * 3 * sinB, semidiurnal = 0.5 * SemidiurnalLatitude * p.Sin * p.Cos * k2 * 3;
        north += (-diurnal * p.Sin * cos1) - (semidiurnal * cos2);
        east += (diurnal * cosTwice * sin1) - (semidiurnal * p.Sin * sin2);
        return sum + (up * p.Up) + (north * p.North) + (east * p.East);
    }

    private static Vector3d Step2(in Point p, in TidalArguments arguments)
    {
        double longitude = Math.Atan2(p.SinLongitude, p.CosLongitude), sinTwice = 2 * p.Sin * p.Cos, cosTwice = (p.Cos * p.Cos) - (p.Sin * p.Sin);
        double up = 0, north = 0, east = 0;
        foreach (SolidTideTerm term in SolidTideTerms.Diurnal)
        {
            (double s, double c) = Math.SinCos(arguments.Of(term.Multiples) + longitude);
            up += ((term.RadialInPhase * s) + (term.RadialOutOfPhase * c)) * sinTwice;                        // eq. 7.12a
            east += ((term.TransverseInPhase * c) - (term.TransverseOutOfPhase * s)) * p.Sin;                 // eq. 7.12b
            north += ((term.TransverseInPhase * s) + (term.TransverseOutOfPhase * c)) * cosTwice;
        }

        double zonal = 0.5 * ((3 * p.Sin * p.Sin) - 1);
        foreach (SolidTideTerm term in SolidTideTerms.LongPeriod)
        {
            (double s, double c) = Math.SinCos(arguments.Of(term.Multiples));
            up += zonal * ((term.RadialInPhase * c) + (term.RadialOutOfPhase * s));                           // eq. 7.13a
            north += sinTwice * ((term.TransverseInPhase * c) + (term.TransverseOutOfPhase * s));             // eq. 7.13b
        }

        return 1e-3 * ((up * p.Up) + (north * p.North) + (east * p.East));
    }

    /// <summary>The station's geocentric axes, sine and cosine of its geocentric latitude and of its longitude.</summary>
    private readonly record struct Point(Vector3d Up, Vector3d East, Vector3d North, double Sin, double Cos, double SinLongitude, double CosLongitude);
}
