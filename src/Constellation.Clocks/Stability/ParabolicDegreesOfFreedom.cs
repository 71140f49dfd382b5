namespace Constellation.Clocks;

/// <summary>Degrees of freedom of the parabolic variance: its terms are a stationary process, whose autocorrelation gives them as in [Greenhall03].</summary>
internal static class ParabolicDegreesOfFreedom
{
    /// <summary>Longer averaging times are represented by the same record, in averaging times, at this many samples of each.</summary>
    private const int MostSamples = 32;

    public static double Of(int noise, int offsetCount, int m)
    {
        int samples = Math.Min(m, MostSamples);
        double count = Math.Max(1, (offsetCount - (2.0 * m)) * samples / m);
        double[] filter = Autocorrelation(Filter(samples));
        double atZero = Covariance(filter, 0, noise), sum = 1;
        for (int lag = 1; lag < count && lag <= 4 * samples; lag++)
        {
            double correlation = Covariance(filter, lag, noise) / atZero;
            sum += 2 * (1 - (lag / count)) * correlation * correlation;
        }

        return count / sum;
    }

    /// <summary>Weights of the offsets in one term.</summary>
    private static double[] Filter(int m)
    {
        double[] weights = new double[2 * m];
        for (int k = 0; k < m; k++)
        {
            weights[k] = ((m - 1) / 2.0) - k;
            weights[k + m] = -weights[k];
        }

        return weights;
    }

    private static double[] Autocorrelation(double[] weights)
    {
        double[] products = new double[weights.Length];
        for (int lag = 0; lag < weights.Length; lag++)
        {
            for (int i = 0; i + lag < weights.Length; i++)
            {
                products[lag] += weights[i] * weights[i + lag];
            }
        }

        return products;
    }

    private static double Covariance(double[] filter, int lag, int noise)
    {
        double sum = filter[0] * Phase(lag, noise);
        for (int l = 1; l < filter.Length; l++)
        {
            sum += filter[l] * (Phase(lag - l, noise) + Phase(lag + l, noise));
        }

        return sum;
    }

    /// <summary>Generalised autocovariance of offsets one sample apart.</summary>
    private static double Phase(int t, int noise) => noise <= 0
        ? EquivalentDegreesOfFreedom.Generalised(t, Math.Max(noise, -2) + 2)
        : (2 * EquivalentDegreesOfFreedom.Generalised(t, noise)) - EquivalentDegreesOfFreedom.Generalised(t - 1, noise) - EquivalentDegreesOfFreedom.Generalised(t + 1, noise);
}
