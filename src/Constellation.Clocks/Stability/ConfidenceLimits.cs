using MathNet.Numerics.Distributions;

namespace Constellation.Clocks;

/// <summary>Interval in which the true deviation lies with a stated probability, given an estimate that follows chi-square. [SP1065] section 5.3.2</summary>
public readonly record struct ConfidenceLimits(double Low, double High)
{
    /// <param name="deviation">The estimate.</param>
    /// <param name="degreesOfFreedom">See <see cref="EquivalentDegreesOfFreedom"/>.</param>
    /// <param name="probability">0.95 for a two-sided 95 % interval.</param>
    public static ConfidenceLimits Of(double deviation, double degreesOfFreedom, double probability)
    {
        double tail = (1 - probability) / 2;
        return new(
            deviation * Math.Sqrt(degreesOfFreedom / ChiSquared.InvCDF(degreesOfFreedom, 1 - tail)),
            deviation * Math.Sqrt(degreesOfFreedom / ChiSquared.InvCDF(degreesOfFreedom, tail)));
    }
}
