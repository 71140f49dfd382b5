namespace Constellation.Clocks;

/// <summary>Degrees of freedom of the chi-square law that a stability variance follows. [Greenhall03]; [SP1065] section 5.4.1</summary>
/// <remarks>Departs from the paper in two respects. Frequency noises: the offsets are samples of a continuous process, not sums of discrete noise, so
/// the filter factor is infinite at every m (exact for white FM). Its tables for large m are not used: the basic sum is taken in full for the phase
/// noises and on a grid of 4096 strides, with the same record length in averaging times, for the frequency noises (0.5 % of the value).</remarks>
public static class EquivalentDegreesOfFreedom
{
    private const int MostStrides = 4096;

    /// <param name="statistic">The estimator; MTIE and the rms interval error follow no chi-square law and are refused.</param>
    /// <param name="noise">Exponent of the dominant noise at this averaging time: 2 white PM ... -2 random-walk FM, to -4 for the Hadamard family.</param>
    /// <param name="offsetCount">Number of clock offsets.</param>
    /// <param name="m">Averaging time in intervals; of Theo1 and TheoBR the stride.</param>
    public static double Of(StabilityStatistic statistic, int noise, int offsetCount, int m)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(noise, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(noise, -4);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(m);
        switch (statistic)
        {
            case StabilityStatistic.Totdev:
                return TotalDegreesOfFreedom.Total(noise, offsetCount, m) ?? Of(StabilityStatistic.Oadev, noise, offsetCount, m);
            case StabilityStatistic.Mtotdev or StabilityStatistic.Ttotdev:
                return TotalDegreesOfFreedom.ModifiedTotal(noise, offsetCount, m);
            case StabilityStatistic.Htotdev:
                return TotalDegreesOfFreedom.HadamardTotal(noise, offsetCount, m) ?? Of(StabilityStatistic.Ohdev, noise, offsetCount, m);
            case StabilityStatistic.Theo1 or StabilityStatistic.TheoBR:
                return TheoDegreesOfFreedom.Of(noise, offsetCount, m);
            case StabilityStatistic.TheoH:
                return TheoBias.UsesAllan(offsetCount, m)
                    ? Of(StabilityStatistic.Oadev, noise, offsetCount, m)
                    : TheoDegreesOfFreedom.Of(noise, offsetCount, TheoBias.Stride(m));
            case StabilityStatistic.Pdev:
                return m == 1 ? Of(StabilityStatistic.Oadev, noise, offsetCount, 1) : ParabolicDegreesOfFreedom.Of(noise, offsetCount, m);
            case StabilityStatistic.Mtie or StabilityStatistic.TieRms:
                throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "has no chi-square law");
        }

        int d = statistic is StabilityStatistic.Hdev or StabilityStatistic.Ohdev ? 3 : 2;
        noise = d == 2 ? Math.Max(noise, -2) : noise;
        bool modified = statistic is StabilityStatistic.Mdev or StabilityStatistic.Tdev;
        bool overlapping = statistic is not (StabilityStatistic.Adev or StabilityStatistic.Hdev);
        double stride = overlapping ? m : 1;
        double filter = modified ? 1 : noise <= 0 ? double.PositiveInfinity : m;
        double length = (modified ? m : 1) + ((double)m * d);
        if (offsetCount < length)
        {
            throw new ArgumentOutOfRangeException(nameof(offsetCount), offsetCount, $"too few for {statistic} at {m} intervals");
        }

        double count = 1 + Math.Floor(stride * (offsetCount - length) / m);
        double strides = Math.Min(count, (d + 1) * stride);
        if (noise <= 0 && strides > MostStrides)
        {
            double coarser = MostStrides / strides;
            (count, stride, strides) = (count * coarser, stride * coarser, MostStrides);
        }

        double atZero = Autocovariance(0, filter, noise, d);
        double last = Autocovariance(strides / stride, filter, noise, d);
        double sum = (atZero * atZero) + ((1 - (strides / count)) * last * last);
        for (int j = 1; j < strides; j++)
        {
            double s = Autocovariance(j / stride, filter, noise, d);
            sum += 2 * (1 - (j / count)) * s * s;
        }

        return atZero * atZero * count / sum;
    }

    /// <summary>s_z: autocovariance of the d-th difference of the (averaged) phase, lag in averaging times.</summary>
    private static double Autocovariance(double t, double filter, int noise, int d) => d == 2
        ? (6 * Averaged(t, filter, noise)) - (4 * (Averaged(t - 1, filter, noise) + Averaged(t + 1, filter, noise)))
            + Averaged(t - 2, filter, noise) + Averaged(t + 2, filter, noise)
        : (20 * Averaged(t, filter, noise)) - (15 * (Averaged(t - 1, filter, noise) + Averaged(t + 1, filter, noise)))
            + (6 * (Averaged(t - 2, filter, noise) + Averaged(t + 2, filter, noise))) - Averaged(t - 3, filter, noise) - Averaged(t + 3, filter, noise);

    /// <summary>s_x: the same for the phase after averaging over 1/filter.</summary>
    private static double Averaged(double t, double filter, int noise) => double.IsInfinity(filter)
        ? Generalised(t, noise + 2)
        : filter * filter * ((2 * Generalised(t, noise)) - Generalised(t - (1 / filter), noise) - Generalised(t + (1 / filter), noise));

    /// <summary>s_w: generalised autocovariance of the noise with spectrum exponent <paramref name="noise"/>.</summary>
    internal static double Generalised(double t, int noise)
    {
        double a = Math.Abs(t);
        return noise switch
        {
            2 => -a,
            1 => a == 0 ? 0 : a * a * Math.Log(a),
            0 => a * a * a,
            -1 => a == 0 ? 0 : -a * a * a * a * Math.Log(a),
            _ => -a * a * a * a * a,
        };
    }
}
