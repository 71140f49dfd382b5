using Constellation.Geodesy;

namespace Constellation.Clocks;

/// <summary>Process noise of the three-state clock dx = y dt + sqrt(q1) dW1, dy = d dt + sqrt(q2) dW2, dd = sqrt(q3) dW3. [Zucca05]</summary>
/// <param name="Q1">Diffusion of the phase, s.</param>
/// <param name="Q2">Diffusion of the frequency, 1/s.</param>
/// <param name="Q3">Diffusion of the drift, 1/s^3.</param>
public readonly record struct ClockProcessNoise(double Q1, double Q2, double Q3 = 0)
{
    /// <summary>Shortest averaging time of the default surrogate, s: one round of a link schedule.</summary>
    public const double ShortestTau = 60;

    /// <summary>Longest averaging time of the default surrogate, s: one day of prediction.</summary>
    public const double LongestTau = 86_400;

    private const int FitPoints = 33;

    /// <summary>The white and random-walk noise whose Allan variance comes nearest to the model's frequency noises between two averaging times.</summary>
    /// <remarks>Relative least squares over 33 logarithmically spaced times, both diffusions not negative. Exact where there is no flicker.
    /// What flicker costs is <see cref="WorstRatio"/>: within 10 % (deviation) for the satellite clocks of the catalogue, within 0.3 to 1.4 for a
    /// clock that is all flicker (OCXO). Phase noises are left to the measurement (<see cref="ClockModel.PhaseJitterVariance"/>).</remarks>
    public static ClockProcessNoise For(ClockModel model, double shortestTau = ShortestTau, double longestTau = LongestTau)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shortestTau);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(longestTau, shortestTau);
        if (model.HMinus1 == 0)
        {
            return new(model.Q1, model.Q2, model.Q3);
        }

        // Basis a = 1/tau, b = tau/3 over the target variance: minimise sum (q1 a + q2 b - 1)^2.
        double aa = 0, ab = 0, bb = 0, a1 = 0, b1 = 0;
        for (int i = 0; i < FitPoints; i++)
        {
            double tau = shortestTau * Math.Pow(longestTau / shortestTau, i / (FitPoints - 1.0));
            double target = ClockVariance.AllanOfFrequencyNoise(model, tau);
            double a = 1 / (tau * target), b = tau / (3 * target);
            aa += a * a;
            ab += a * b;
            bb += b * b;
            a1 += a;
            b1 += b;
        }

        double determinant = (aa * bb) - (ab * ab);
        double q1 = ((a1 * bb) - (b1 * ab)) / determinant;
        double q2 = ((b1 * aa) - (a1 * ab)) / determinant;
        return q1 < 0 ? new(0, b1 / bb, model.Q3) : q2 < 0 ? new(a1 / aa, 0, model.Q3) : new(q1, q2, model.Q3);
    }

    /// <summary>Allan variance of the process, s averaging time: q1/tau + q2 tau/3 + q3 tau^3/20.</summary>
    public double AllanVariance(double tau) => (Q1 / tau) + (Q2 * tau / 3) + (Q3 * tau * tau * tau / 20);

    /// <summary>Smallest and greatest ratio of surrogate to model Allan deviation over the averaging times.</summary>
    public (double Smallest, double Greatest) WorstRatio(ClockModel model, double shortestTau = ShortestTau, double longestTau = LongestTau)
    {
        (double smallest, double greatest) = (double.PositiveInfinity, 0);
        for (int i = 0; i < FitPoints; i++)
        {
            double tau = shortestTau * Math.Pow(longestTau / shortestTau, i / (FitPoints - 1.0));
            double ratio = Math.Sqrt((this with { Q3 = 0 }).AllanVariance(tau) / ClockVariance.AllanOfFrequencyNoise(model, tau));
            (smallest, greatest) = (Math.Min(smallest, ratio), Math.Max(greatest, ratio));
        }

        return (smallest, greatest);
    }

    /// <summary>Exact covariance of the state increment over <paramref name="tau"/> seconds: the integral of Phi diag(q) Phi^T.</summary>
    public Matrix3d Over(double tau)
    {
        double t2 = tau * tau, t3 = t2 * tau;
        double xx = (Q1 * tau) + (Q2 * t3 / 3) + (Q3 * t3 * t2 / 20);
        double xy = (Q2 * t2 / 2) + (Q3 * t2 * t2 / 8);
        double xd = Q3 * t3 / 6;
        double yy = (Q2 * tau) + (Q3 * t3 / 3);
        double yd = Q3 * t2 / 2;
        return new(xx, xy, xd, xy, yy, yd, xd, yd, Q3 * tau);
    }

    /// <summary>Transition of (phase, frequency, drift) over <paramref name="tau"/> seconds.</summary>
    public static Matrix3d Transition(double tau) => new(1, tau, tau * tau / 2, 0, 1, tau, 0, 0, 1);
}
