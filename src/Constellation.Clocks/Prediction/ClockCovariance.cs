using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Generalised covariance K of a clock's phase: the variance of any sum of c_i x(t_i) is the double sum of c_i c_j K(t_i - t_j), if the sums of c and of c t are zero.</summary>
/// <remarks>
/// Per unit of each level, lag t: white PM f_h/4 pi^2 (1 - 2 f_h t), not below 0; flicker PM as <see cref="FlickerPhaseCovariance"/>, -ln(t)/4 pi^2 well above 1/f_h; white FM -t/4; flicker FM
/// t^2 ln(t)/2; random-walk FM pi^2 t^3/6; loop sigma^2 exp(-t/T). Second differences of each give the Allan variances of [SP1065] section 7.1 (docs/theory/clock-prediction.md).
/// </remarks>
internal static class ClockCovariance
{
    /// <summary>Number of power-law levels: h_2, h_1, h_0, h_-1, h_-2.</summary>
    public const int Levels = 5;

    private const double FourPiSquared = 4 * Math.PI * Math.PI;

    /// <summary>Covariance at lags 0 ... count - 1 steps.</summary>
    /// <param name="model">Noise levels; what is systematic does not enter.</param>
    /// <param name="step">Spacing of the lags.</param>
    /// <param name="count">Number of lags.</param>
    public static double[] Table(ClockModel model, Duration step, int count)
    {
        double dt = step.TotalSeconds;
        double[] level = [model.H2, model.H1, model.H0, model.HMinus1, model.HMinus2];
        double[] table = new double[count];
        for (int noise = 0; noise < Levels; noise++)
        {
            for (int k = 0; level[noise] > 0 && k < count; k++)
            {
                table[k] += level[noise] * OfUnitLevel(noise, k, dt, model.Bandwidth);
            }
        }

        for (int k = 0; model.LoopPhaseSigma > 0 && k < count; k++)
        {
            table[k] += model.LoopPhaseSigma * model.LoopPhaseSigma * Math.Exp(-k * dt / model.LoopPhaseTime);
        }

        return table;
    }

    /// <param name="noise">0 for h_2 ... 4 for h_-2.</param>
    /// <param name="lag">In steps; the logarithm is of steps too, which changes K by a multiple of t^2 that no admissible sum sees.</param>
    /// <param name="dt">Seconds of a step.</param>
    /// <param name="bandwidth">Cut-off of the phase noises, Hz.</param>
    public static double OfUnitLevel(int noise, int lag, double dt, double bandwidth)
    {
        double t = lag * dt;
        return noise switch
        {
            0 => bandwidth / FourPiSquared * Math.Max(0, 1 - (2 * bandwidth * t)),
            1 => FlickerPhaseCovariance.For(bandwidth).At(t) - FlickerPhaseCovariance.For(bandwidth).At(0),
            2 => -t / 4,
            3 => lag == 0 ? 0 : t * t * Math.Log(lag) / 2,
            _ => Math.PI * Math.PI * t * t * t / 6,
        };
    }

    /// <summary>Variance of the sum of c_i x_i over consecutive samples; the sums of c and of i c must be zero.</summary>
    public static double Variance(ReadOnlySpan<double> c, ReadOnlySpan<double> table)
    {
        double sum = 0;
        for (int lag = 0; lag < c.Length; lag++)
        {
            double products = Dot(c[lag..], c[..^lag]);
            sum += (lag == 0 ? 1 : 2) * products * table[lag];
        }

        return Math.Max(0, sum);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
