namespace Constellation.Signals;

/// <summary>All of NeQuick-G that does not depend on place: the CCIR maps at one time and one level of ionisation. Immutable.</summary>
internal sealed class NeQuickSky
{
    /// <summary>Terms in the powers of the sine of the modified dip, by order in longitude. [Galileo-Iono] 2.5.5.3, tables of Q and R.</summary>
    private static readonly int[] s_frequencyGrades = [12, 12, 9, 5, 2, 1, 1, 1, 1], s_factorGrades = [7, 8, 6, 3, 2, 1, 1];
    private readonly double[] _frequency = new double[NeQuickTables.FrequencyTerms], _factor = new double[NeQuickTables.FactorTerms];

    /// <param name="month">1 to 12, of UTC.</param>
    /// <param name="hours">UTC of the day.</param>
    /// <param name="ionisation">Effective ionisation level Az, solar flux units.</param>
    public NeQuickSky(int month, double hours, double ionisation)
    {
        (Month, Hours, Ionisation) = (month, hours, ionisation);
        SunSpots = Math.Sqrt(167_273.0 + ((ionisation - 63.7) * 1123.6)) - 408.99;              // [Galileo-Iono] eq. 19
        IonisationRoot = Math.Sqrt(Math.Sqrt(ionisation));
        Season = month is 3 or 4 or 9 or 10 ? 0.0 : month is >= 5 and <= 8 ? 1.0 : -1.0;

        // [Galileo-Iono] 2.5.4.5: the Sun at the middle of the month.
        double day = (30.5 * month) - 15.0 + ((18.0 - hours) / 24.0);
        double anomaly = double.DegreesToRadians((0.9856 * day) - 3.289);
        double longitude = anomaly + double.DegreesToRadians((1.916 * Math.Sin(anomaly)) + (0.020 * Math.Sin(2 * anomaly)) + 282.634);
        SinDeclination = 0.39782 * Math.Sin(longitude);
        CosDeclination = Math.Sqrt(1.0 - (SinDeclination * SinDeclination));
        (SinHour, CosHour) = Math.SinCos(Math.PI * (hours - 12.0) / 12.0);

        // [Galileo-Iono] 2.5.5.2, 2.5.5.3.
        Span<double> harmonics = stackalloc double[NeQuickTables.FrequencyOrders];
        harmonics[0] = 1.0;
        double t = double.DegreesToRadians((15.0 * hours) - 180.0);
        for (int k = 1; k <= NeQuickTables.FrequencyOrders / 2; k++)
        {
            (harmonics[(2 * k) - 1], harmonics[2 * k]) = Math.SinCos(k * t);
        }

        ReadOnlySpan<double> maps = NeQuickTables.Month(month);
        Fill(_frequency, maps, NeQuickTables.FrequencyOrders, harmonics);
        Fill(_factor, maps[(2 * NeQuickTables.FrequencyTerms * NeQuickTables.FrequencyOrders)..], NeQuickTables.FactorOrders, harmonics);
    }

    public int Month { get; }

    public double Hours { get; }

    public double Ionisation { get; }

    /// <summary>Fourth root of the ionisation level.</summary>
    public double IonisationRoot { get; }

    /// <summary>Effective sunspot number Azr.</summary>
    public double SunSpots { get; }

    /// <summary>-1, 0 or 1: northern winter, equinox, northern summer.</summary>
    public double Season { get; }

    public double SinDeclination { get; }

    public double CosDeclination { get; }

    /// <summary>Of the hour angle of the Sun at the longitude 0.</summary>
    public double SinHour { get; }

    public double CosHour { get; }

    /// <summary>Critical frequency of the F2 layer (MHz) and transmission factor M(3000)F2 at a place.</summary>
    /// <param name="sinDip">Sine of the modified dip latitude.</param>
    /// <param name="cosLatitude">Cosine of the latitude.</param>
    /// <param name="sinLongitude">Sine of the longitude.</param>
    /// <param name="cosLongitude">Cosine of the longitude.</param>
    public (double Frequency, double Factor) Maps(double sinDip, double cosLatitude, double sinLongitude, double cosLongitude)
    {
        Span<double> powers = stackalloc double[12];
        powers[0] = 1.0;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * sinDip;
        }

        double frequency = Polynomial(_frequency.AsSpan(0, 12), powers), factor = Polynomial(_factor.AsSpan(0, 7), powers);
        double cos = cosLatitude * cosLongitude, sin = cosLatitude * sinLongitude, turnCos = cos, turnSin = sin;
        int f = 12, m = 7;
        for (int order = 1; order < s_frequencyGrades.Length; order++)
        {
            // (cos latitude)^order times cosine and sine of (order x longitude), by turning on.
            frequency += Pairs(_frequency.AsSpan(f, 2 * s_frequencyGrades[order]), powers, cos, sin);
            f += 2 * s_frequencyGrades[order];
            if (order < s_factorGrades.Length)
            {
                factor += Pairs(_factor.AsSpan(m, 2 * s_factorGrades[order]), powers, cos, sin);
                m += 2 * s_factorGrades[order];
            }

            (cos, sin) = ((cos * turnCos) - (sin * turnSin), (sin * turnCos) + (cos * turnSin));
        }

        return (frequency, Math.Max(factor, 1.0));
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> powers)
    {
        double sum = 0.0;
        for (int i = 0; i < coefficients.Length; i++)
        {
            sum += coefficients[i] * powers[i];
        }

        return sum;
    }

    private static double Pairs(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> powers, double cos, double sin)
    {
        double c = 0.0, s = 0.0;
        for (int i = 0; 2 * i < coefficients.Length; i++)
        {
            c += coefficients[2 * i] * powers[i];
            s += coefficients[(2 * i) + 1] * powers[i];
        }

        return (c * cos) + (s * sin);
    }

    private void Fill(double[] target, ReadOnlySpan<double> maps, int orders, ReadOnlySpan<double> harmonics)
    {
        double high = SunSpots / 100.0, low = 1.0 - high;
        ReadOnlySpan<double> active = maps[(target.Length * orders)..];
        for (int i = 0; i < target.Length; i++)
        {
            double sum = 0.0;
            for (int k = 0; k < orders; k++)
            {
                sum += harmonics[k] * ((maps[(i * orders) + k] * low) + (active[(i * orders) + k] * high));
            }

            target[i] = sum;
        }
    }
}
