namespace Constellation.Clocks;

/// <summary>Expected ratio of an estimated variance to the true one of its family. [SP1065] tables 9 to 11 and section 5.2.11</summary>
public static class StabilityBias
{
    /// <summary>What to divide the square of <see cref="FrequencyStability.Deviation(StabilityStatistic, ReadOnlySpan{double}, Time.Duration, int)"/> by. 1 where there is no bias, or none is published.</summary>
    /// <param name="statistic">The estimator.</param>
    /// <param name="noise">Exponent of the dominant noise: 2 white PM ... -4 random-run FM.</param>
    /// <param name="offsetCount">Number of clock offsets.</param>
    /// <param name="m">Averaging time in intervals, or stride.</param>
    public static double Of(StabilityStatistic statistic, int noise, int offsetCount, int m) => statistic switch
    {
        StabilityStatistic.Totdev => 1 - (Total(noise) * m / (offsetCount - 1)),
        StabilityStatistic.Mtotdev or StabilityStatistic.Ttotdev => ModifiedTotal(noise) / StabilitySums.ModifiedTotalBias,
        StabilityStatistic.Htotdev when m > 1 => HadamardTotal(noise) / StabilitySums.HadamardTotalBias,
        StabilityStatistic.Theo1 => 1 / TheoRatio(noise, 0.75 * m),
        _ => 1,
    };

    private static double Total(int noise) => noise switch
    {
        -1 => 1 / (3 * Math.Log(2)),
        <= -2 => 0.75,
        _ => 0,
    };

    private static double ModifiedTotal(int noise) => noise switch
    {
        >= 2 => 0.94,
        1 => 0.83,
        0 => 0.73,
        -1 => 0.70,
        _ => 0.69,
    };

    private static double HadamardTotal(int noise) => noise switch
    {
        >= 0 => 0.995,
        -1 => 0.851,
        -2 => 0.771,
        -3 => 0.717,
        _ => 0.679,
    };

    /// <summary>Allan variance over Theo1.</summary>
    private static double TheoRatio(int noise, double tau) => noise switch
    {
        >= 2 => 0.09 + (0.74 / Math.Pow(tau, 0.40)),
        1 => 0.14 + (0.82 / Math.Pow(tau, 0.30)),
        0 => 1,
        -1 => 1.87 - (1.05 / Math.Pow(tau, 0.79)),
        _ => 2.70 - (1.53 / Math.Pow(tau, 0.85)),
    };
}
