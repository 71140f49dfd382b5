namespace Constellation.Orbits;

/// <summary>The half turn of yaw at noon or midnight, seen from its middle.</summary>
/// <remarks>Beta is that of the beginning, so that it does not change along the turn, even where the Sun crosses the orbital plane during it.</remarks>
internal readonly struct YawTurn
{
    private YawTurn(in SolarGeometry geometry, bool midnight, double angle, double half)
    {
        (IsMidnight, Angle, Rate) = (midnight, angle, geometry.Rate);
        Beta = geometry.BetaAfter(-(angle + half));
        Nominal = geometry.NominalYaw;
    }

    public bool IsMidnight { get; }

    /// <summary>Orbit angle past the middle, (-pi/2, pi/2].</summary>
    public double Angle { get; }

    /// <summary>Elevation of the Sun at the beginning of the turn.</summary>
    public double Beta { get; }

    public double Rate { get; }

    /// <summary>Nominal yaw now.</summary>
    public double Nominal { get; }

    /// <summary>Sense in which nominal yaw turns.</summary>
    public int Sense => (Beta < 0) == IsMidnight ? -1 : 1;

    /// <summary>Yaw in the middle of the nominal turn.</summary>
    public double MiddleYaw => Beta < 0 ? Math.PI / 2 : -Math.PI / 2;

    /// <summary>The turn that is nearer.</summary>
    /// <param name="geometry">Now.</param>
    /// <param name="half">How far before its middle it begins; a degree of it matters a thousandth of a degree of beta.</param>
    public static YawTurn Nearest(in SolarGeometry geometry, double half)
    {
        double mu = geometry.OrbitAngle;
        bool midnight = Math.Abs(mu) <= Math.PI / 2;
        return new(geometry, midnight, midnight ? mu : mu > 0 ? mu - Math.PI : mu + Math.PI, half);
    }

    /// <summary>Nominal yaw at an orbit angle past the middle.</summary>
    public double NominalAt(double angle) => SolarGeometry.YawOf(Beta, IsMidnight ? angle : Math.PI + angle);

    /// <summary>Half the orbit angle that is nearer than <paramref name="cone"/> to the line of Sun and Earth; 0 where the orbit stays outside.</summary>
    public double HalfWidth(double cone)
    {
        double c = Math.Cos(cone) / Math.Cos(Beta);
        return c < 1 ? Math.Acos(c) : 0;
    }

    /// <summary>Nominal yaw, held back where it is faster than a rate: begins when the nominal rate exceeds the limit and ends when it has caught up. [Kouba09]</summary>
    /// <param name="limit">rad/s.</param>
    /// <param name="sense">+1 or -1; another than <see cref="Sense"/> turns the long way round.</param>
    public double RateLimited(double limit, int sense)
    {
        // Nominal rate n t cos x / (sin^2 x + t^2) equals the limit: a quadratic for cos x.
        double t = Math.Abs(Math.Tan(Beta)), k = Rate / limit * t, c = 0.5 * (Math.Sqrt((k * k) + (4 * (1 + (t * t)))) - k);
        if (c >= 1 || Angle < -Math.Acos(c))
        {
            return Nominal;
        }

        double start = -Math.Acos(c), begun = NominalAt(start), turned = limit * (Angle - start) / Rate;
        return turned < Positive(sense * (Nominal - begun)) ? begun + (sense * turned) : Nominal;
    }

    /// <summary>Nominal yaw, or a turn at a constant rate that is half done in the middle, where that is slower. [Dilssner11]</summary>
    /// <param name="limit">rad/s.</param>
    public double Centred(double limit)
    {
        double t = Math.Abs(Math.Tan(Beta)), k = limit / Rate, x = Math.PI / (2 * k);
        if (k * t >= 1 || Math.Abs(Angle) >= x)
        {
            return Nominal;
        }

        // Half the turn: atan(sin x / t) = k x; concave, so Newton comes down from above without overshoot.
        for (int i = 0; i < 20; i++)
        {
            (double s, double c) = Math.SinCos(x);
            double step = (Math.Atan2(s, t) - (k * x)) / ((c * t / ((s * s) + (t * t))) - k);
            x -= step;
            if (Math.Abs(step) < 1e-12)
            {
                break;
            }
        }

        return Math.Abs(Angle) < x ? MiddleYaw + (Sense * k * Angle) : Nominal;
    }

    /// <summary>A quarter of a cosine to the middle and another one on: yaw and its rate are continuous. [Galileo-META] section 3.1, [Wang18]</summary>
    /// <param name="half">Half the orbit angle of the turn.</param>
    /// <param name="period">Of the cosine, s; the turn takes half of it.</param>
    public double Cosine(double half, double period)
    {
        double begun = NominalAt(-half), quarter = begun < 0 ? -Math.PI / 2 : Math.PI / 2;
        return quarter + ((begun - quarter) * Math.Cos(2 * Math.PI / period * (Angle + half) / Rate));
    }

    /// <summary>To [0, 2 pi).</summary>
    public static double Positive(double angle) => angle - (2 * Math.PI * Math.Floor(angle / (2 * Math.PI)));

    /// <summary>To [-pi, pi].</summary>
    public static double Wrapped(double angle) => Math.IEEERemainder(angle, 2 * Math.PI);
}
