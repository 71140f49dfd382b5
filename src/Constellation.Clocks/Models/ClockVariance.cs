namespace Constellation.Clocks;

/// <summary>Theoretical Allan and Hadamard variances of a clock model. [IEEE1139] table B.2, [SP1065] section 7.1; derivations in docs/theory/clocks.md.</summary>
/// <remarks>The phase noises have their variance in closed form at every averaging time, also below the reciprocal of their bandwidth.</remarks>
internal static class ClockVariance
{
    /// <summary>Noise and harmonics, drift left out.</summary>
    public static double Allan(ClockModel m, double tau)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tau);
        double tau2 = tau * tau;
        double whitePhase = WhitePhase(m) * (3 - (4 * Triangle(m, tau)) + Triangle(m, 2 * tau)) / tau2;
        double flickerPhase = m.H1 == 0 ? 0 : FlickerPhaseCovariance.For(m.Bandwidth).SecondDifference(tau) * m.H1 / (2 * tau2);
        double rho = Math.Exp(-tau / m.LoopPhaseTime);
        double loop = m.LoopPhaseSigma * m.LoopPhaseSigma * (3 - (4 * rho) + (rho * rho)) / tau2;
        double harmonic = 4 / tau2 * Harmonics(m, tau, 4);
        return whitePhase + flickerPhase + loop + harmonic + AllanOfFrequencyNoise(m, tau) + (m.HMinus4 > 0 ? double.PositiveInfinity : 0);
    }

    /// <summary>White, flicker and random-walk frequency noise only.</summary>
    public static double AllanOfFrequencyNoise(ClockModel m, double tau) =>
        (m.H0 / (2 * tau)) + (2 * Math.Log(2) * m.HMinus1) + (2 * Math.PI * Math.PI / 3 * m.HMinus2 * tau);

    public static double Hadamard(ClockModel m, double tau)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tau);
        double tau2 = tau * tau;
        double whitePhase = WhitePhase(m) * (20 - (30 * Triangle(m, tau)) + (12 * Triangle(m, 2 * tau)) - (2 * Triangle(m, 3 * tau))) / (6 * tau2);
        double flickerPhase = m.H1 == 0 ? 0 : FlickerPhaseCovariance.For(m.Bandwidth).ThirdDifference(tau) * m.H1 / (6 * tau2);
        double rho = Math.Exp(-tau / m.LoopPhaseTime);
        double loop = m.LoopPhaseSigma * m.LoopPhaseSigma * (20 - (30 * rho) + (12 * rho * rho) - (2 * rho * rho * rho)) / (6 * tau2);
        double harmonic = 16.0 / 3 / tau2 * Harmonics(m, tau, 6);
        double frequency = (m.H0 / (2 * tau)) + (0.5 * Math.Log(256.0 / 27) * m.HMinus1) + (Math.PI * Math.PI / 3 * m.HMinus2 * tau);
        return whitePhase + flickerPhase + loop + harmonic + frequency + (11.0 / 120 * m.Q3 * tau2 * tau);
    }

    /// <summary>Variance of a reading by white phase noise, s^2.</summary>
    public static double WhitePhase(ClockModel m) => m.H2 * m.Bandwidth / (4 * Math.PI * Math.PI);

    /// <summary>Correlation of two readings of white phase noise <paramref name="t"/> apart: that of means over 1/(2 f_h).</summary>
    public static double Triangle(ClockModel m, double t) => Math.Max(0, 1 - (2 * m.Bandwidth * Math.Abs(t)));

    private static double Harmonics(ClockModel m, double tau, int power)
    {
        double sum = 0;
        foreach (ClockHarmonic h in m.HigherHarmonics.Prepend(new ClockHarmonic(1, m.HarmonicAmplitude)))
        {
            sum += h.Amplitude * h.Amplitude * Math.Pow(Math.Sin(Math.PI * h.Order * tau / m.HarmonicPeriod), power);
        }

        return sum;
    }
}
