namespace Constellation.Orbits;

/// <summary>Resonance of eccentric satellites (e of 0.5 or more) with a period of half a day: ten terms. [Hoots80] section 9.</summary>
internal sealed class HalfDayResonance : TesseralResonance
{
    private const double Root22 = 1.7891679e-6, Root32 = 3.7393792e-7, Root44 = 7.3636953e-9, Root52 = 1.1428639e-7, Root54 = 2.1765803e-9;
    private const double Phase22 = 5.7686396, Phase32 = 0.95240898, Phase44 = 1.8014998, Phase52 = 1.0508330, Phase54 = 4.4108898;

    /// <summary>One harmonic: size, turns of perigee and longitude in its argument, phase.</summary>
    private readonly (double Size, double Perigee, double Longitude, double Phase)[] _terms;

    private readonly double _perigee, _perigeeRate;

    private HalfDayResonance(double longitude, double motion, double drift, Sgp4Coefficients c, (double Size, double Perigee, double Longitude, double Phase)[] terms)
        : base(longitude, motion, drift) => (_perigee, _perigeeRate, _terms) = (c.Perigee, c.PerigeeRate, terms);

    public override bool IsOneDay => false;

    public static HalfDayResonance Of(Sgp4Coefficients c, DeepSpaceTerms deep)
    {
        (double n, double cosI, double sinI) = (c.MeanMotion, c.CosInclination, c.SinInclination);
        double cos2 = cosI * cosI, sin2 = sinI * sinI;
        EccentricityFunctions g = EccentricityFunctions.Of(c.Eccentricity);
        double f220 = 0.75 * (1 + (2 * cosI) + cos2), f221 = 1.5 * sin2;
        double f321 = 1.875 * sinI * (1 - (2 * cosI) - (3 * cos2)), f322 = -1.875 * sinI * (1 + (2 * cosI) - (3 * cos2));
        double f441 = 35 * sin2 * f220, f442 = 39.3750 * sin2 * sin2;
        double f522 = 9.84375 * sinI * ((sin2 * (1 - (2 * cosI) - (5 * cos2))) + (0.33333333 * (-2 + (4 * cosI) + (6 * cos2))));
        double f523 = sinI * ((4.92187512 * sin2 * (-2 - (4 * cosI) + (10 * cos2))) + (6.56250012 * (1 + (2 * cosI) - (3 * cos2))));
        double f542 = 29.53125 * sinI * (2 - (8 * cosI) + (cos2 * (-12 + (8 * cosI) + (10 * cos2))));
        double f543 = 29.53125 * sinI * (-2 - (8 * cosI) + (cos2 * (12 + (8 * cosI) - (10 * cos2))));

        double perRadius = Math.Pow(n / c.Ke, 2.0 / 3);
        double second = 3 * n * n * perRadius * perRadius, third = second * perRadius, fourth = third * perRadius, fifth = fourth * perRadius;
        (double Size, double Perigee, double Longitude, double Phase)[] terms =
        [
            (second * Root22 * f220 * g.G201, 2, 1, Phase22),
            (second * Root22 * f221 * g.G211, 0, 1, Phase22),
            (third * Root32 * f321 * g.G310, 1, 1, Phase32),
            (third * Root32 * f322 * g.G322, -1, 1, Phase32),
            (2 * fourth * Root44 * f441 * g.G410, 2, 2, Phase44),
            (2 * fourth * Root44 * f442 * g.G422, 0, 2, Phase44),
            (fifth * Root52 * f522 * g.G520, 1, 1, Phase52),
            (fifth * Root52 * f523 * g.G532, -1, 1, Phase52),
            (2 * fifth * Root54 * f542 * g.G521, 1, 2, Phase54),
            (2 * fifth * Root54 * f543 * g.G533, -1, 2, Phase54),
        ];
        double longitude = (c.Anomaly + c.Node + c.Node - deep.SiderealTime - deep.SiderealTime) % Math.Tau;
        double drift = c.AnomalyRate + deep.AnomalyRate + (2 * (c.NodeRate + deep.NodeRate - DeepSpaceTerms.EarthRate)) - n;
        return new(longitude, n, drift, c, terms);
    }

    protected override (double Rate, double Gradient) Pull(double longitude, double minutes)
    {
        double perigee = _perigee + (_perigeeRate * minutes), rate = 0, gradient = 0;
        foreach ((double size, double turnsOfPerigee, double turns, double phase) in _terms)
        {
            (double s, double c) = Math.SinCos((turnsOfPerigee * perigee) + (turns * longitude) - phase);
            rate += size * s;
            gradient += turns * size * c;
        }

        return (rate, gradient);
    }
}
