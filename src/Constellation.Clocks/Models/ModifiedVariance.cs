namespace Constellation.Clocks;

/// <summary>Theoretical modified Allan variance of samples: the mean square of second differences averaged over m neighbours. [SP1065] eq. 16</summary>
/// <remarks>With the generalised covariance R of the phase the second differences have the covariance s(t) = 6 R(t) - 4 R(t +- tau) + R(t +- 2 tau), and
/// their mean over m neighbours the variance s(0)/m + 2/m^2 sum (m - l) s(l interval). R is -q_1 |t|/2, h_-1 t^2 ln|t| / 2, q_2 |t|^3 / 12 for the frequency noises.</remarks>
internal static class ModifiedVariance
{
    /// <summary>Lags that are summed one by one; the smooth rest is integrated.</summary>
    private const int NearLags = 2048;

    private const int Panels = 512;

    public static double Of(ClockModel model, double tau, double interval)
    {
        if (model.HMinus4 > 0)
        {
            return double.PositiveInfinity;
        }

        double m = Math.Max(1, Math.Round(tau / interval));
        double s(double lag) => SecondDifferences(model, lag * interval, m * interval);
        double sum = s(0) * m / 2;
        double near = Math.Min(m, NearLags);
        for (double l = 1; l < near; l++)
        {
            sum += (m - l) * s(l);
        }

        if (m > near)
        {
            // Sum from near to m - 1 of a smooth g with g(m) = 0: the integral and half the first term; Simpson's rule on lags.
            double g(double l) => (m - l) * s(l);
            double h = (m - near) / (2 * Panels), integral = g(near);
            for (int i = 1; i < 2 * Panels; i++)
            {
                integral += (2 + (2 * (i & 1))) * g(near + (i * h));
            }

            sum += (integral * h / 3) + (g(near) / 2);
        }

        double actual = m * interval;
        return sum / (m * m * actual * actual);
    }

    private static double SecondDifferences(ClockModel m, double t, double tau)
    {
        double r(double lag) => Covariance(m, lag, tau);
        return (6 * r(t)) - (4 * (r(t - tau) + r(t + tau))) + r(t - (2 * tau)) + r(t + (2 * tau));
    }

    /// <summary>Covariance of the phase up to what second differences do not see; the logarithm is of lag over <paramref name="scale"/>.</summary>
    private static double Covariance(ClockModel m, double lag, double scale)
    {
        double t = Math.Abs(lag), t2 = t * t;
        double sum = (-m.Q1 * t / 2) + (m.Q2 * t2 * t / 12) + (ClockVariance.WhitePhase(m) * ClockVariance.Triangle(m, t))
            + (m.LoopPhaseSigma * m.LoopPhaseSigma * Math.Exp(-t / m.LoopPhaseTime));
        sum += t == 0 ? 0 : m.HMinus1 * t2 * Math.Log(t / scale) / 2;
        sum += m.H1 == 0 ? 0 : m.H1 * FlickerPhaseCovariance.For(m.Bandwidth).At(t);
        double rate = 2 * Math.PI / m.HarmonicPeriod;
        sum += m.HarmonicAmplitude * m.HarmonicAmplitude / 2 * Math.Cos(rate * t);
        foreach (ClockHarmonic h in m.HigherHarmonics)
        {
            sum += h.Amplitude * h.Amplitude / 2 * Math.Cos(h.Order * rate * t);
        }

        return sum;
    }
}
