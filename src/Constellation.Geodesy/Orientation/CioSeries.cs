namespace Constellation.Geodesy;

/// <summary>X, Y and s of the IAU 2006/2000A precession and nutation: the complete published series.</summary>
/// <remarks>[IERS10] eq. 5.16 with tables 5.2a, 5.2b, 5.2d: 1600 + 1275 + 66 terms over 1300 arguments.</remarks>
internal static class CioSeries
{
    private const string Channels = "XYS";
    private const int Powers = 5;
    private static readonly double[][] s_polynomials = new double[Channels.Length][];
    private static readonly TrigonometricSeries s_series = Load();

    /// <summary>CIP coordinates (rad) and their rates (rad/s); s + XY/2 in place of s.</summary>
    /// <param name="t">Julian centuries TT since J2000.0.</param>
    /// <param name="values">X, Y, s + XY/2.</param>
    /// <param name="rates">Their derivatives.</param>
    public static void Evaluate(double t, Span<double> values, Span<double> rates)
    {
        Span<double> angles = stackalloc double[14], angleRates = stackalloc double[14];
        EarthArguments.Nutation(t, angles, angleRates);
        Span<double> sums = stackalloc double[Channels.Length * Powers], sumRates = stackalloc double[Channels.Length * Powers];
        sums.Clear();
        sumRates.Clear();
        s_series.Accumulate(angles, angleRates, sums, sumRates);
        for (int channel = 0; channel < Channels.Length; channel++)
        {
            double[] c = s_polynomials[channel];
            double value = c[5], slope = 0, seriesRate = 0;
            for (int p = Powers - 1; p >= 0; p--)
            {
                slope = (slope * t) + value;
                value = (value * t) + c[p] + sums[(channel * Powers) + p];
                seriesRate = (seriesRate * t) + sumRates[(channel * Powers) + p];
            }

            values[channel] = value;
            rates[channel] = (slope / EarthArguments.CenturySeconds) + seriesRate;
        }
    }

    private static TrigonometricSeries Load()
    {
        List<(string, List<(int, double, double)>)> terms = [];
        foreach (string[] row in EarthTable.Rows("cio-series.csv"))
        {
            if (row[0] == "poly")
            {
                s_polynomials[Channels.IndexOf(row[1][0])] = [.. row[2..].Select(v => EarthTable.Number(v) * Angles.Microarcsecond)];
                continue;
            }

            List<(int, double, double)> parts = [];
            for (int i = 1; i < row.Length; i += 3)
            {
                int slot = (Channels.IndexOf(row[i][0]) * Powers) + (row[i][1] - '0');
                parts.Add((slot, EarthTable.Number(row[i + 1]) * Angles.Microarcsecond, EarthTable.Number(row[i + 2]) * Angles.Microarcsecond));
            }

            terms.Add((row[0], parts));
        }

        return new TrigonometricSeries(EarthArguments.NutationNames, terms);
    }
}
