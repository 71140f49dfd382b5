using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>A drawn Gaussian walk whose deviation grows as a power of time: fractional Brownian motion at whole days.</summary>
/// <remarks>Covariance of days s and t: (s^2H + t^2H - |t - s|^2H)/2 with H the exponent, the only Gaussian process with that growth whose steps are stationary.
/// Drawn exactly, by the Cholesky factor of that matrix; a longer history begins with the same numbers.</remarks>
internal static class SelfSimilarWalk
{
    /// <summary>Values at days 0 (zero) to <paramref name="days"/>, of unit deviation at day 1.</summary>
    public static double[] Draw(int days, double exponent, RandomDraws draws, ulong firstDraw)
    {
        double Power(int d) => Math.Pow(d, 2 * exponent);
        double[][] factor = new double[days][];
        double[] walk = new double[days + 1];
        for (int i = 0; i < days; i++)
        {
            double[] row = factor[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                double sum = (Power(i + 1) + Power(j + 1) - Power(i - j)) / 2;
                for (int k = 0; k < j; k++)
                {
                    sum -= row[k] * factor[j][k];
                }

                row[j] = i == j ? Math.Sqrt(sum) : sum / factor[j][j];
            }

            for (int k = 0; k <= i; k++)
            {
                walk[i + 1] += row[k] * draws.NormalAt(firstDraw + (ulong)k);
            }
        }

        return walk;
    }
}
