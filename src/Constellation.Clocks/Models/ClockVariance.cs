namespace Constellation.Clocks;

/// <summary>Theoretical variances of a clock model. [IEEE1139] table B.2, [SP1065] section 7.1; derivations in docs/theory/clocks.md.</summary>
internal static class ClockVariance
{
    private const double EulerGamma = 0.577215664901532860607;
    private const double FourPiSquared = 4 * Math.PI * Math.PI;

    /// <summary>Noise and harmonic, drift left out.</summary>
    public static double Allan(ClockModel m, double tau)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tau);
        double tau2 = tau * tau;
        double whitePhase = 3 * m.H2 * m.Bandwidth / (FourPiSquared * tau2);
        double flickerPhase = m.H1 * LogTerm(2 * Math.PI * m.Bandwidth * tau, 3, (3 * EulerGamma) - Math.Log(2)) / (FourPiSquared * tau2);
        double rho = Math.Exp(-tau / m.LoopPhaseTime);
        double loop = m.LoopPhaseSigma * m.LoopPhaseSigma * (3 - (4 * rho) + (rho * rho)) / tau2;
        double s = Math.Sin(Math.PI * tau / m.HarmonicPeriod);
        double harmonic = 4 * m.HarmonicAmplitude * m.HarmonicAmplitude * Math.Pow(s, 4) / tau2;
        return whitePhase + flickerPhase + loop + harmonic + AllanOfFrequencyNoise(m, tau);
    }

    /// <summary>White, flicker and random-walk frequency noise only.</summary>
    public static double AllanOfFrequencyNoise(ClockModel m, double tau) =>
        (m.H0 / (2 * tau)) + (2 * Math.Log(2) * m.HMinus1) + (2 * Math.PI * Math.PI / 3 * m.HMinus2 * tau);

    public static double Hadamard(ClockModel m, double tau)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tau);
        double tau2 = tau * tau;
        double whitePhase = 10.0 / 3 * m.H2 * m.Bandwidth / (FourPiSquared * tau2);
        double constant = (10.0 / 3 * EulerGamma) - (2 * Math.Log(2)) + (Math.Log(3) / 3);
        double flickerPhase = m.H1 * LogTerm(2 * Math.PI * m.Bandwidth * tau, 10.0 / 3, constant) / (FourPiSquared * tau2);
        double rho = Math.Exp(-tau / m.LoopPhaseTime);
        double loop = m.LoopPhaseSigma * m.LoopPhaseSigma * (20 - (30 * rho) + (12 * rho * rho) - (2 * rho * rho * rho)) / (6 * tau2);
        double s = Math.Sin(Math.PI * tau / m.HarmonicPeriod);
        double harmonic = 16.0 / 3 * m.HarmonicAmplitude * m.HarmonicAmplitude * Math.Pow(s, 6) / tau2;
        double frequency = (m.H0 / (2 * tau)) + (0.5 * Math.Log(256.0 / 27) * m.HMinus1) + (Math.PI * Math.PI / 3 * m.HMinus2 * tau);
        return whitePhase + flickerPhase + loop + harmonic + frequency;
    }

    /// <summary>slope ln(u) + constant: the large-u form of flicker phase noise, held at 0 below the cut-off, where it does not apply.</summary>
    private static double LogTerm(double u, double slope, double constant) => Math.Max(0, (slope * Math.Log(u)) + constant);
}
