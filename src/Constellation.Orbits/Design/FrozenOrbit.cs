namespace Constellation.Orbits;

/// <summary>An orbit whose eccentricity and perigee stand still in the mean: odd zonals push the eccentricity where even ones hold the perigee.</summary>
/// <remarks>
/// The averaged zonal potential of <c>ZonalPotential</c>; with J2 and J3 alone it is e = -J3 R sin(i) / (2 J2 a) to first order. Near the critical inclination, where J2 does not turn the
/// perigee, higher degrees decide. Luni-solar and radiation forces, which rule above 20 000 km, are not in it.
/// </remarks>
public readonly record struct FrozenOrbit(double Eccentricity, double ArgumentOfPerigee)
{
    private const double GreatestEccentricity = 0.3, Step = 1e-4;

    /// <summary>5 cos^2 i = 1: here J2 turns no perigee, whatever the eccentricity (63.43 degrees); 180 degrees less this one does as well.</summary>
    public static double CriticalInclination { get; } = Math.Acos(Math.Sqrt(0.2));

    /// <summary>Highest degree of zonals there is.</summary>
    public static int GreatestDegree => EarthGravity.GreatestDegree;

    /// <summary>The frozen orbit of least eccentricity; null where none below 0.3 exists or its perigee would be inside the Earth.</summary>
    /// <param name="semiMajorAxis">Mean axis, m.</param>
    /// <param name="inclination">rad, not 0 or pi.</param>
    /// <param name="degree">Zonals up to this degree; 3 for J2 and J3 alone.</param>
    public static FrozenOrbit? Of(double semiMajorAxis, double inclination, int degree)
    {
        ZonalPotential zonal = new(degree);
        FrozenOrbit? best = null;
        foreach (double perigee in new[] { 0.5 * Math.PI, 1.5 * Math.PI })
        {
            double limit = Math.Min(GreatestEccentricity, 1 - (GravityField.Egm2008.Radius / semiMajorAxis));
            double low = 0, atLow = zonal.PerigeeRateTimesE(semiMajorAxis, 0, inclination, perigee);
            for (double high = Step; high < limit; high += Step)
            {
                double atHigh = zonal.PerigeeRateTimesE(semiMajorAxis, high, inclination, perigee);
                if (atLow * atHigh <= 0)
                {
                    double e = Root(zonal, semiMajorAxis, inclination, perigee, low, high, atLow);
                    best = best is { } known && known.Eccentricity <= e ? known : new FrozenOrbit(e, perigee);
                    break;
                }

                (low, atLow) = (high, atHigh);
            }
        }

        return best;
    }

    /// <summary>Mean rate of the argument of perigee by the zonals, rad/s; zero on a frozen orbit.</summary>
    public static double PerigeeRate(MeanElements elements, int degree) =>
        new ZonalPotential(degree).PerigeeRateTimesE(elements.SemiMajorAxis, elements.Eccentricity, elements.Inclination, elements.ArgumentOfPerigee) / elements.Eccentricity;

    private static double Root(ZonalPotential zonal, double axis, double inclination, double perigee, double low, double high, double atLow)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high), value = zonal.PerigeeRateTimesE(axis, middle, inclination, perigee);
            (low, high) = atLow * value > 0 ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }
}
