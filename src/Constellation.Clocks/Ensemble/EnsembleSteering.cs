using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Steers a free time scale to the reference its members are read against: UTC, BDT, the time of a product.</summary>
/// <remarks>
/// Second-order loop, critically damped: the frequency of the correction is the integral of the offset over T^2 plus twice the offset over T. Averaging times well below T keep the
/// stability of the ensemble, those well above get that of the reference.
/// </remarks>
public static class EnsembleSteering
{
    /// <param name="scale">Scale minus reference, s.</param>
    /// <param name="interval">Spacing of the rows.</param>
    /// <param name="timeConstant">T, at least ten intervals.</param>
    /// <returns>Steered scale minus reference, s; it begins at zero.</returns>
    public static double[] Steer(ReadOnlySpan<double> scale, Duration interval, Duration timeConstant)
    {
        double dt = interval.TotalSeconds, t = timeConstant.TotalSeconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(t, 10 * dt, nameof(timeConstant));
        double[] steered = new double[scale.Length];
        double correction = scale.IsEmpty ? 0 : scale[0], frequency = 0;
        for (int k = 0; k < scale.Length; k++)
        {
            steered[k] = scale[k] - correction;
            frequency += steered[k] * dt / (t * t);
            correction += (frequency + (2 * steered[k] / t)) * dt;
        }

        return steered;
    }
}
