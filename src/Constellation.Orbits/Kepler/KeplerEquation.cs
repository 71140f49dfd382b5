namespace Constellation.Orbits;

/// <summary>Solves M = E - e sin E.</summary>
public static class KeplerEquation
{
    /// <summary>Eccentric anomaly, on the same revolution as the mean anomaly; residual below 4 ulp of max(|M|, 1) (tested) for every 0 &lt;= e &lt; 1.</summary>
    /// <remarks>Newton inside a shrinking bracket. The residual is written (1 - e) E + e (E - sin E), which does not cancel near perigee of a thin orbit.</remarks>
    public static double EccentricAnomaly(double meanAnomaly, double eccentricity)
    {
        if (!(eccentricity is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(eccentricity), eccentricity, "an ellipse has 0 <= e < 1");
        }

        double turns = Math.Round(meanAnomaly / (2 * Math.PI)) * 2 * Math.PI;
        double m = meanAnomaly - turns;
        return turns + Math.CopySign(Solve(Math.Abs(m), eccentricity), m);
    }

    private static double Solve(double m, double e)
    {
        if (m == 0 || e == 0)
        {
            return m;
        }

        double low = m, high = Math.Min(m / (1 - e), m + e);
        double x = Math.Min(high, m + (e * Math.Sin(m) / (1 - Math.Sin(m + e) + Math.Sin(m))));
        x = Math.Max(low, x);
        for (int i = 0; i < 60; i++)
        {
            double f = ((1 - e) * x) + (e * MinusSine(x)) - m;
            (low, high) = f > 0 ? (low, x) : (x, high);
            double half = Math.Sin(0.5 * x);
            double next = x - (f / ((1 - e) + (2 * e * half * half)));
            if (!(next >= low && next <= high))
            {
                next = 0.5 * (low + high);
            }

            if (Math.Abs(next - x) <= 2.3e-16 * x)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    /// <summary>x - sin x without cancellation.</summary>
    private static double MinusSine(double x)
    {
        if (x > 0.5)
        {
            return x - Math.Sin(x);
        }

        // Eight terms of the series: the ninth is below 1e-19 of the first at x = 0.5.
        double x2 = x * x, term = x * x2 / 6, sum = term;
        for (int k = 4; k <= 18; k += 2)
        {
            term *= -x2 / (k * (k + 1));
            sum += term;
        }

        return sum;
    }
}
