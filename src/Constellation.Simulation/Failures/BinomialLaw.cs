namespace Constellation.Simulation;

/// <summary>How many of n independent slots serve.</summary>
public static class BinomialLaw
{
    /// <summary>Probability of exactly <paramref name="k"/> of <paramref name="n"/>, each with probability <paramref name="p"/>.</summary>
    public static double Probability(int n, int k, double p)
    {
        if (p is <= 0 or >= 1)
        {
            return (p <= 0 ? 0 : n) == k ? 1 : 0;
        }

        double log = (k * Math.Log(p)) + ((n - k) * Math.Log(1 - p));
        for (int i = 1; i <= k; i++)
        {
            log += Math.Log((double)(n - k + i) / i);
        }

        return Math.Exp(log);
    }

    /// <summary>Probability of <paramref name="k"/> or more.</summary>
    public static double AtLeast(int n, int k, double p) => Enumerable.Range(k, n - k + 1).Sum(i => Probability(n, i, p));
}
