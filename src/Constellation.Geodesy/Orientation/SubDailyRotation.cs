namespace Constellation.Geodesy;

/// <summary>Diurnal and semidiurnal motion of the pole and of UT1: ocean tides and libration, which EOP tables do not contain.</summary>
/// <remarks>[IERS10] eqs. 5.18, 8.1, 8.2 with tables 5.1a, 5.1b, 8.2 and 8.3: up to 1 mas and 60 microseconds.</remarks>
internal static class SubDailyRotation
{
    private static readonly TrigonometricSeries s_ocean = Load("ocean");
    private static readonly TrigonometricSeries s_libration = Load("libration");

    /// <summary>Corrections of x, y (rad) and UT1 (s), and their rates.</summary>
    /// <param name="t">Julian centuries TT since J2000.0.</param>
    /// <param name="gmst">Greenwich mean sidereal time, rad.</param>
    /// <param name="gmstRate">Its rate, rad/s.</param>
    /// <param name="values">x, y, UT1.</param>
    /// <param name="rates">Their derivatives.</param>
    public static void Evaluate(double t, double gmst, double gmstRate, Span<double> values, Span<double> rates)
    {
        Evaluate(s_ocean, t, gmst, gmstRate, values, rates);
        Span<double> more = stackalloc double[3], moreRates = stackalloc double[3];
        Evaluate(s_libration, t, gmst, gmstRate, more, moreRates);
        for (int i = 0; i < 3; i++)
        {
            values[i] += more[i];
            rates[i] += moreRates[i];
        }
    }

    internal static void OceanTides(double t, double gmst, Span<double> values) => Evaluate(s_ocean, t, gmst, 0, values, stackalloc double[3]);

    internal static void Libration(double t, double gmst, Span<double> values) => Evaluate(s_libration, t, gmst, 0, values, stackalloc double[3]);

    private static void Evaluate(TrigonometricSeries series, double t, double gmst, double gmstRate, Span<double> values, Span<double> rates)
    {
        Span<double> angles = stackalloc double[6], angleRates = stackalloc double[6];
        (angles[0], angleRates[0]) = (gmst + Math.PI, gmstRate);
        EarthArguments.Delaunay(t, angles[1..], angleRates[1..]);
        values[..3].Clear();
        rates[..3].Clear();
        series.Accumulate(angles, angleRates, values, rates);
    }

    private static TrigonometricSeries Load(string cause)
    {
        List<(string, List<(int, double, double)>)> terms = [];
        foreach (string[] row in EarthTable.Rows("subdaily.csv").Where(r => r[0] == cause))
        {
            List<(int, double, double)> parts = [];
            for (int channel = 0; channel < 3; channel++)
            {
                double unit = channel < 2 ? Angles.Microarcsecond : 1e-6;
                parts.Add((channel, EarthTable.Number(row[2 + (2 * channel)]) * unit, EarthTable.Number(row[3 + (2 * channel)]) * unit));
            }

            terms.Add((row[1], parts));
        }

        return new TrigonometricSeries(EarthArguments.TidalNames, terms);
    }
}
