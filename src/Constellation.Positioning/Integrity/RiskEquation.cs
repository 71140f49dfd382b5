namespace Constellation.Positioning;

/// <summary>A protection level as the root of an equation: the sum over faults of prior times Q((level - offset) / sigma) equals the risk.</summary>
internal sealed class RiskEquation
{
    private readonly List<(double Prior, double Sigma, double Offset)> _terms = [];

    public void Clear() => _terms.Clear();

    public void Add(double prior, double sigma, double offset) => _terms.Add((prior, sigma, offset));

    /// <summary>The level, m, to a micrometre; NaN where no risk is left.</summary>
    /// <remarks>
    /// Between the level that the largest single term needs and the one at which every term has an equal share, which is [Blanch12] appendix B; there by secants
    /// of the logarithm of the risk, which is nearly straight, kept inside the bracket.
    /// </remarks>
    public double Solve(double risk)
    {
        if (!(risk > 0.0))
        {
            return double.NaN;
        }

        double low = 0.0, high = 0.0;
        foreach ((double prior, double sigma, double offset) in _terms)
        {
            low = Math.Max(low, Single(prior, sigma, offset, risk));
            high = Math.Max(high, Single(prior, sigma, offset, risk / _terms.Count));
        }

        double target = Math.Log(risk), atLow = Math.Log(Risk(low)) - target, atHigh = Math.Log(Risk(high)) - target;
        for (int pass = 0; pass < 60 && high - low > 1e-6; pass++)
        {
            double secant = low + ((high - low) * atLow / (atLow - atHigh));
            double next = pass % 4 == 3 ? 0.5 * (low + high) : Math.Clamp(secant, low + 4e-7, high - 4e-7);
            double value = Math.Log(Risk(next)) - target;
            (low, atLow, high, atHigh) = value > 0.0 ? (next, value, high, atHigh) : (low, atLow, next, value);
        }

        return 0.5 * (low + high);
    }

    private static double Single(double prior, double sigma, double offset, double risk) =>
        prior <= risk ? 0.0 : (NormalTail.Inverse(risk / prior) * sigma) + offset;

    private double Risk(double level)
    {
        double sum = 0.0;
        foreach ((double prior, double sigma, double offset) in _terms)
        {
            sum += prior * NormalTail.Above((level - offset) / sigma);
        }

        return sum;
    }
}
