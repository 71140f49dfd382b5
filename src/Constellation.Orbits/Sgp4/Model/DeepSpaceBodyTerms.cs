namespace Constellation.Orbits;

/// <summary>Secular rates and periodic coefficients that one body, Sun or Moon, causes in a satellite's mean elements.</summary>
/// <remarks>[Hoots80] section 8. The letters a1 ... x8, z1 ... z33, s1 ... s7 are those of the report.</remarks>
internal sealed class DeepSpaceBodyTerms
{
    /// <summary>Within 3 degrees of the equator the node's rate is left out.</summary>
    private const double EquatorialLimit = 5.2359877e-2;

    private readonly double _twiceEccentricity, _rate, _anomaly;

    // Factors of F2, F3 and sin f in e, i, mean longitude, perigee and node.
    public readonly double E2, E3, I2, I3, L2, L3, L4, G2, G3, G4, H2, H3;

    // Secular rates per minute; the perigee's without that part of the node's motion which is counted along the orbit.
    public readonly double EccentricityRate, InclinationRate, AnomalyRate, PerigeeRate, NodeRate;

    public DeepSpaceBodyTerms(DeepSpaceBody body, DeepSpaceBodyPath path, Sgp4Coefficients c, double cosNode, double sinNode)
    {
        (_rate, _twiceEccentricity, _anomaly) = (body.MeanMotion, 2 * body.Eccentricity, path.Anomaly);
        (double sinI, double cosI) = (c.SinInclination, c.CosInclination);
        (double sinW, double cosW) = Math.SinCos(c.Perigee);
        double e = c.Eccentricity, e2 = e * e, beta2 = 1 - e2, beta = Math.Sqrt(beta2);

        double a1 = (path.CosPerigee * cosNode) + (path.SinPerigee * path.CosInclination * sinNode);
        double a3 = (-path.SinPerigee * cosNode) + (path.CosPerigee * path.CosInclination * sinNode);
        double a7 = (-path.CosPerigee * sinNode) + (path.SinPerigee * path.CosInclination * cosNode);
        double a8 = path.SinPerigee * path.SinInclination;
        double a9 = (path.SinPerigee * sinNode) + (path.CosPerigee * path.CosInclination * cosNode);
        double a10 = path.CosPerigee * path.SinInclination;
        double a2 = (cosI * a7) + (sinI * a8), a4 = (cosI * a9) + (sinI * a10);
        double a5 = (-sinI * a7) + (cosI * a8), a6 = (-sinI * a9) + (cosI * a10);

        double x1 = (a1 * cosW) + (a2 * sinW), x2 = (a3 * cosW) + (a4 * sinW);
        double x3 = (-a1 * sinW) + (a2 * cosW), x4 = (-a3 * sinW) + (a4 * cosW);
        double x5 = a5 * sinW, x6 = a6 * sinW, x7 = a5 * cosW, x8 = a6 * cosW;

        double z31 = (12 * x1 * x1) - (3 * x3 * x3), z32 = (24 * x1 * x2) - (6 * x3 * x4), z33 = (12 * x2 * x2) - (3 * x4 * x4);
        double z1 = (3 * ((a1 * a1) + (a2 * a2))) + (z31 * e2), z2 = (6 * ((a1 * a3) + (a2 * a4))) + (z32 * e2), z3 = (3 * ((a3 * a3) + (a4 * a4))) + (z33 * e2);
        double z11 = (-6 * a1 * a5) + (e2 * ((-24 * x1 * x7) - (6 * x3 * x5)));
        double z12 = (-6 * ((a1 * a6) + (a3 * a5))) + (e2 * ((-24 * ((x2 * x7) + (x1 * x8))) - (6 * ((x3 * x6) + (x4 * x5)))));
        double z13 = (-6 * a3 * a6) + (e2 * ((-24 * x2 * x8) - (6 * x4 * x6)));
        double z21 = (6 * a2 * a5) + (e2 * ((24 * x1 * x5) - (6 * x3 * x7)));
        double z22 = (6 * ((a4 * a5) + (a2 * a6))) + (e2 * ((24 * ((x2 * x5) + (x1 * x6))) - (6 * ((x4 * x7) + (x3 * x8)))));
        double z23 = (6 * a4 * a6) + (e2 * ((24 * x2 * x6) - (6 * x4 * x8)));
        z1 = z1 + z1 + (beta2 * z31);
        z2 = z2 + z2 + (beta2 * z32);
        z3 = z3 + z3 + (beta2 * z33);

        double s3 = body.Pull / c.MeanMotion, s2 = -0.5 * s3 / beta, s4 = s3 * beta, s1 = -15 * e * s4;
        double s5 = (x1 * x3) + (x2 * x4), s6 = (x2 * x3) + (x1 * x4), s7 = (x2 * x4) - (x1 * x3);

        (E2, E3) = (2 * s1 * s6, 2 * s1 * s7);
        (I2, I3) = (2 * s2 * z12, 2 * s2 * (z13 - z11));
        (L2, L3, L4) = (-2 * s3 * z2, -2 * s3 * (z3 - z1), -2 * s3 * (-21 - (9 * e2)) * body.Eccentricity);
        (G2, G3, G4) = (2 * s4 * z32, 2 * s4 * (z33 - z31), -18 * s4 * body.Eccentricity);
        (H2, H3) = (-2 * s2 * z22, -2 * s2 * (z23 - z21));

        EccentricityRate = s1 * _rate * s5;
        InclinationRate = s2 * _rate * (z11 + z13);
        AnomalyRate = -_rate * s3 * (z1 + z3 - 14 - (6 * e2));
        double nodeTimesSinI = c.Inclination is < EquatorialLimit or > Math.PI - EquatorialLimit ? 0 : -_rate * s2 * (z21 + z23);
        NodeRate = sinI != 0 ? nodeTimesSinI / sinI : 0;
        PerigeeRate = (s4 * _rate * (z31 + z33 - 6)) - (cosI * NodeRate);
    }

    /// <summary>Adds the body's periodic terms at a time since the epoch, minutes; the node's still times sin i.</summary>
    public void Add(double minutes, ref LuniSolarPeriodics sum)
    {
        double anomaly = _anomaly + (_rate * minutes);
        (double sinF, double cosF) = Math.SinCos(anomaly + (_twiceEccentricity * Math.Sin(anomaly)));
        double f2 = (0.5 * sinF * sinF) - 0.25, f3 = -0.5 * sinF * cosF;
        sum.Eccentricity += (E2 * f2) + (E3 * f3);
        sum.Inclination += (I2 * f2) + (I3 * f3);
        sum.Longitude += (L2 * f2) + (L3 * f3) + (L4 * sinF);
        sum.Perigee += (G2 * f2) + (G3 * f3) + (G4 * sinF);
        sum.Node += (H2 * f2) + (H3 * f3);
    }

    /// <summary>Anomaly at the epoch, its rate and twice the eccentricity: for the kernel.</summary>
    public (double Anomaly, double Rate, double TwiceEccentricity) Motion => (_anomaly, _rate, _twiceEccentricity);
}
