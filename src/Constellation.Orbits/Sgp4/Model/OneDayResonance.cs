namespace Constellation.Orbits;

/// <summary>Resonance of satellites with a period of about one day: three terms. [Hoots80] section 9.</summary>
internal sealed class OneDayResonance : TesseralResonance
{
    // Sizes Q31, Q22, Q33 and phases of the harmonics.
    private const double Q31 = 2.1460748e-6, Q22 = 1.7891679e-6, Q33 = 2.2123015e-7;
    private const double Phase31 = 0.13130908, Phase22 = 2.8843198, Phase33 = 0.37448087;

    private readonly double _d1, _d2, _d3;

    private OneDayResonance(double longitude, double motion, double drift, double d1, double d2, double d3)
        : base(longitude, motion, drift) => (_d1, _d2, _d3) = (d1, d2, d3);

    public override bool IsOneDay => true;

    public static OneDayResonance Of(Sgp4Coefficients c, DeepSpaceTerms deep)
    {
        (double n, double cosI, double sinI, double e2) = (c.MeanMotion, c.CosInclination, c.SinInclination, c.Eccentricity * c.Eccentricity);
        double perRadius = Math.Pow(n / c.Ke, 2.0 / 3), below = 1 + cosI;
        double g200 = 1 + (e2 * (-2.5 + (0.8125 * e2))), g310 = 1 + (2 * e2), g300 = 1 + (e2 * (-6 + (6.60937 * e2)));
        double f220 = 0.75 * below * below, f311 = (0.9375 * sinI * sinI * (1 + (3 * cosI))) - (0.75 * below), f330 = 1.875 * below * below * below;
        double scale = 3 * n * n * perRadius * perRadius;
        double longitude = (c.Anomaly + c.Node + c.Perigee - deep.SiderealTime) % Math.Tau;
        double drift = c.AnomalyRate + (c.PerigeeRate + c.NodeRate) - DeepSpaceTerms.EarthRate + deep.AnomalyRate + deep.PerigeeRate + deep.NodeRate - n;
        return new(longitude, n, drift, scale * f311 * g310 * Q31 * perRadius, 2 * scale * f220 * g200 * Q22, 3 * scale * f330 * g300 * Q33 * perRadius);
    }

    protected override (double Rate, double Gradient) Pull(double longitude, double minutes)
    {
        (double s1, double c1) = Math.SinCos(longitude - Phase31);
        (double s2, double c2) = Math.SinCos(2 * (longitude - Phase22));
        (double s3, double c3) = Math.SinCos(3 * (longitude - Phase33));
        return ((_d1 * s1) + (_d2 * s2) + (_d3 * s3), (_d1 * c1) + (2 * _d2 * c2) + (3 * _d3 * c3));
    }
}
