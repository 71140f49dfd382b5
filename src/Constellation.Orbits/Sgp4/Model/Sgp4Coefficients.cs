using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What SGP4 works out once for an element set: mean motion of Brouwer, secular rates of J2 and J4, drag, long-period J3, and what deep space needs besides.</summary>
/// <remarks>
/// [Hoots80] sections 6 and 8 with the corrections of [Vallado06]. Lengths in Earth radii, times in minutes. Names follow the reports (C1 ... C5, D2 ... D4, eta, xi), so
/// that a line can be held against the printed equation.
/// </remarks>
internal sealed class Sgp4Coefficients
{
    /// <summary>Period from which Sun, Moon and resonance count: 225 min.</summary>
    private const double DeepSpacePeriod = 225;

    /// <summary>1 + cos i of an orbit that turns straight against the Earth, where the J3 term would divide by zero.</summary>
    private const double Smallest = 1.5e-12;

    public readonly Sgp4Elements Elements;
    public readonly Sgp4Options Options;
    public readonly double Ke, HalfJ2, BStar;

    // Elements at the epoch.
    public readonly double Eccentricity, Inclination, Node, Perigee, Anomaly, SinInclination, CosInclination;

    // Brouwer's mean motion and semi-major axis.
    public readonly double MeanMotion, SemiMajorAxis;

    // Rates of the angles and the node's drag.
    public readonly double AnomalyRate, PerigeeRate, NodeRate, NodeDrag;

    // Drag: a by 1 - C1 t - D2 t² ..., e by B* C4 t + B* C5 (sin M - sin M0), M by T2 t² ....
    public readonly double C1, C4, C5, D2, D3, D4, T2, T3, T4, T5, Eta, SinAnomaly, DragOfAnomaly, DragOfPerigee, AnomalyCube;

    /// <summary>Perigee below 220 km, or deep space: the drag equations are cut after C1.</summary>
    public readonly bool Simple;

    // Long-period terms of J3 and the factors of the short-period ones, for the inclination of the epoch.
    public readonly double LongPeriodL, LongPeriodA, ThreeCosSquaredMinusOne, SinSquared, SevenCosSquaredMinusOne;

    /// <summary>Perigee below the ground at the epoch.</summary>
    public readonly bool SubOrbital;

    /// <summary>Null below 225 min.</summary>
    public readonly DeepSpaceTerms? Deep;

    public Sgp4Coefficients(Sgp4Elements elements, Sgp4Options options)
    {
        (Elements, Options) = (elements, options);
        Sgp4Constants field = options.Constants;
        double radiusKm = field.EarthRadius / 1000, j3OverJ2 = field.J3 / field.J2;
        (Ke, HalfJ2, BStar) = (field.RootOfGm, 0.5 * field.J2, elements.BStar);
        (Eccentricity, Inclination, Node) = (elements.Eccentricity, elements.Inclination, elements.RightAscension);
        (Perigee, Anomaly) = (elements.ArgumentOfPerigee, elements.MeanAnomaly);
        (SinInclination, CosInclination) = Math.SinCos(Inclination);

        double e = Eccentricity, theta2 = CosInclination * CosInclination;
        double beta2 = 1 - (e * e), beta = Math.Sqrt(beta2);
        ThreeCosSquaredMinusOne = (3 * theta2) - 1;
        SinSquared = 1 - theta2;
        SevenCosSquaredMinusOne = (7 * theta2) - 1;
        (MeanMotion, SemiMajorAxis) = Brouwer(60 * elements.MeanMotion, beta2, beta);

        double n = MeanMotion, a = SemiMajorAxis, perigeeRadius = a * (1 - e);
        SubOrbital = perigeeRadius < 1;
        bool deep = Math.Tau / n >= DeepSpacePeriod;
        Simple = deep || perigeeRadius < (220 / radiusKm) + 1;

        // The atmosphere, whose density falls with the fourth power of the height above s; low perigees move s.
        double perigeeHeight = (perigeeRadius - 1) * radiusKm;
        double sKm = perigeeHeight < 98 ? 20 : perigeeHeight < 156 ? perigeeHeight - 78 : 78;
        double s = (sKm / radiusKm) + 1, q = Fourth((120 - sKm) / radiusKm);

        double p = a * beta2, pinv2 = 1 / (p * p), xi = 1 / (a - s);
        Eta = a * e * xi;
        double eta2 = Eta * Eta, eEta = e * Eta, psi2 = Math.Abs(1 - eta2);
        double density = q * Fourth(xi), density1 = density / Math.Pow(psi2, 3.5);
        double c2 = density1 * n * ((a * (1 + (1.5 * eta2) + (eEta * (4 + eta2)))) + (0.375 * field.J2 * xi / psi2 * ThreeCosSquaredMinusOne * (8 + (3 * eta2 * (8 + eta2)))));
        C1 = BStar * c2;
        double c3 = e > 1e-4 ? -2 * density * xi * j3OverJ2 * n * SinInclination / e : 0;
        C4 = 2 * n * density1 * a * beta2 * ((Eta * (2 + (0.5 * eta2))) + (e * (0.5 + (2 * eta2))) - (field.J2 * xi / (a * psi2) * (
            (-3 * ThreeCosSquaredMinusOne * (1 - (2 * eEta) + (eta2 * (1.5 - (0.5 * eEta))))) +
            (0.75 * SinSquared * ((2 * eta2) - (eEta * (1 + eta2))) * Math.Cos(2 * Perigee)))));
        C5 = 2 * density1 * a * beta2 * (1 + (2.75 * (eta2 + eEta)) + (eEta * eta2));

        // Secular rates of J2, J2² and J4.
        double theta4 = theta2 * theta2;
        double k1 = 1.5 * field.J2 * pinv2 * n, k2 = 0.5 * k1 * field.J2 * pinv2, k4 = -0.46875 * field.J4 * pinv2 * pinv2 * n;
        AnomalyRate = n + (0.5 * k1 * beta * ThreeCosSquaredMinusOne) + (0.0625 * k2 * beta * (13 - (78 * theta2) + (137 * theta4)));
        PerigeeRate = (-0.5 * k1 * (1 - (5 * theta2))) + (0.0625 * k2 * (7 - (114 * theta2) + (395 * theta4))) + (k4 * (3 - (36 * theta2) + (49 * theta4)));
        double nodeRateJ2 = -k1 * CosInclination;
        NodeRate = nodeRateJ2 + (((0.5 * k2 * (4 - (19 * theta2))) + (2 * k4 * (3 - (7 * theta2)))) * CosInclination);
        NodeDrag = 3.5 * beta2 * nodeRateJ2 * C1;

        DragOfPerigee = BStar * c3 * Math.Cos(Perigee);
        DragOfAnomaly = e > 1e-4 ? -2.0 / 3 * density * BStar / eEta : 0;
        AnomalyCube = Cube(1 + (Eta * Math.Cos(Anomaly)));
        SinAnomaly = Math.Sin(Anomaly);
        T2 = 1.5 * C1;
        if (!Simple)
        {
            double c1Squared = C1 * C1;
            D2 = 4 * a * xi * c1Squared;
            double d = D2 * xi * C1 / 3;
            D3 = ((17 * a) + s) * d;
            D4 = 0.5 * d * a * xi * ((221 * a) + (31 * s)) * C1;
            T3 = D2 + (2 * c1Squared);
            T4 = 0.25 * ((3 * D3) + (C1 * ((12 * D2) + (10 * c1Squared))));
            T5 = 0.2 * ((3 * D4) + (12 * C1 * D3) + (6 * D2 * D2) + (15 * c1Squared * ((2 * D2) + c1Squared)));
        }

        J3OverJ2 = j3OverJ2;
        (LengthUnit, SpeedUnit) = (field.EarthRadius, field.EarthRadius * Ke / 60);
        (LongPeriodL, LongPeriodA) = LongPeriod(SinInclination, CosInclination);
        Deep = deep ? new DeepSpaceTerms(this) : null;
    }

    public readonly double J3OverJ2;

    /// <summary>Metres, and metres per second of a speed in units of the model's root of GM over radius.</summary>
    public readonly double LengthUnit, SpeedUnit;

    /// <summary>Days from 1949-12-31 00:00 UTC, the zero of the model's ephemerides of Sun and Moon.</summary>
    public double EpochDays => EpochReading.JulianDate - 2433281.5;

    public ScaleReading EpochReading => Elements.Epoch.In(TimeScale.Utc);

    /// <summary>Factors of the long-period J3 terms in the mean longitude and in e sin ω.</summary>
    public (double L, double A) LongPeriod(double sinI, double cosI)
    {
        double below = 1 + cosI;
        return (-0.25 * J3OverJ2 * sinI * (3 + (5 * cosI)) / (Math.Abs(below) > Smallest ? below : Smallest), -0.5 * J3OverJ2 * sinI);
    }

    /// <summary>From Kozai's mean motion, which sets carry, to Brouwer's.</summary>
    private (double MeanMotion, double SemiMajorAxis) Brouwer(double kozai, double beta2, double beta)
    {
        double a1 = Math.Pow(Ke / kozai, 2.0 / 3), d = 1.5 * HalfJ2 * ThreeCosSquaredMinusOne / (beta * beta2);
        double d1 = d / (a1 * a1);
        double a0 = a1 * (1 - (d1 * d1) - (d1 * ((1.0 / 3) + (134 * d1 * d1 / 81))));
        double motion = kozai / (1 + (d / (a0 * a0)));
        return (motion, Math.Pow(Ke / motion, 2.0 / 3));
    }

    private static double Cube(double x) => x * x * x;

    private static double Fourth(double x) => x * x * (x * x);
}
