using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A kind of clock: its noise spectrum, its systematic behaviour and how far one unit differs from the next. SI throughout.</summary>
/// <remarks>One-sided spectrum of the fractional frequency S_y(f) = sum of h_a f^a, a = -2 ... 2 and -4 [IEEE1139]; the two phase noises are cut at
/// <see cref="Bandwidth"/>. A clock whose members are all zero is perfect.</remarks>
/// <param name="Name">Name in the catalogue, upper case: <c>PHM-BDS3</c>.</param>
/// <param name="Description">One line for people.</param>
/// <param name="Source">Where the figures come from; says "assumed" where they do.</param>
public sealed record ClockModel(string Name, string Description, string Source)
{
    /// <summary>White phase noise h_2, s^3.</summary>
    public double H2 { get; init; }

    /// <summary>Flicker phase noise h_1, s^2.</summary>
    public double H1 { get; init; }

    /// <summary>White frequency noise h_0, s.</summary>
    public double H0 { get; init; }

    /// <summary>Flicker frequency noise h_-1, dimensionless.</summary>
    public double HMinus1 { get; init; }

    /// <summary>Random-walk frequency noise h_-2, 1/s.</summary>
    public double HMinus2 { get; init; }

    /// <summary>Random-run frequency noise h_-4, 1/s^3: S_y = h_-4 / f^4.</summary>
    public double HMinus4 { get; init; }

    /// <summary>Cut-off f_h of the two phase noises, Hz: the noise bandwidth of a mean over 1/(2 f_h).</summary>
    public double Bandwidth { get; init; } = 0.5;

    /// <summary>Standard deviation of a first-order Gauss-Markov phase term (a time-keeping loop), s.</summary>
    public double LoopPhaseSigma { get; init; }

    /// <summary>Correlation time of that term, s.</summary>
    public double LoopPhaseTime { get; init; } = 1;

    /// <summary>Mean frequency drift of the kind, 1/s.</summary>
    public double DriftMean { get; init; }

    /// <summary>Standard deviation of the drift over the units, 1/s.</summary>
    public double DriftSpread { get; init; }

    /// <summary>Standard deviation of the initial phase offset over the units, s.</summary>
    public double InitialOffsetSpread { get; init; }

    /// <summary>Standard deviation of the initial fractional frequency over the units.</summary>
    public double InitialFrequencySpread { get; init; }

    /// <summary>Amplitude of the once-per-revolution phase term, s.</summary>
    public double HarmonicAmplitude { get; init; }

    /// <summary>Period of that term, s.</summary>
    public double HarmonicPeriod { get; init; } = 43_200;

    /// <summary>Terms at multiples of that frequency, beside the first.</summary>
    public IReadOnlyList<ClockHarmonic> HigherHarmonics { get; init; } = [];

    /// <summary>Standard deviation over the units of A in the logarithmic ageing y = A ln(1 + t / <see cref="AgeingTime"/>) since the start.</summary>
    public double AgeingSpread { get; init; }

    /// <summary>Time after which ageing slows down, s.</summary>
    public double AgeingTime { get; init; } = 86_400;

    /// <summary>Fractional frequency per kelvin; acts where a temperature is given.</summary>
    public double TemperatureCoefficient { get; init; }

    /// <summary>What happens to such clocks by chance; nothing where no rates are known.</summary>
    public ClockEventRates? Events { get; init; }

    /// <summary>Published figures that the model was held to; none where nothing is published.</summary>
    public PublishedStability? Published { get; init; }

    /// <summary>Reads system time without error, for ever.</summary>
    public static ClockModel Perfect { get; } = new("PERFECT", "A clock without any error", "definition");

    public bool IsPerfect =>
        H2 == 0 && H1 == 0 && H0 == 0 && HMinus1 == 0 && HMinus2 == 0 && HMinus4 == 0 && LoopPhaseSigma == 0 && HarmonicAmplitude == 0
        && HigherHarmonics.All(h => h.Amplitude == 0) && AgeingSpread == 0 && TemperatureCoefficient == 0
        && DriftMean == 0 && DriftSpread == 0 && InitialOffsetSpread == 0 && InitialFrequencySpread == 0;

    /// <summary>Diffusion q_1 of the phase by white frequency noise, s. [Zucca05]</summary>
    public double Q1 => H0 / 2;

    /// <summary>Diffusion q_2 of the frequency by its random walk, 1/s. [Zucca05]</summary>
    public double Q2 => 2 * Math.PI * Math.PI * HMinus2;

    /// <summary>Diffusion q_3 of the drift, 1/s^3: with q_3 / (2 pi f)^4 the two-sided spectrum, 8 pi^4 h_-4. [Zucca05]</summary>
    public double Q3 => 8 * Math.Pow(Math.PI, 4) * HMinus4;

    /// <summary>Variance of the phase noise that is white to a filter (white phase noise and the loop's term), s^2: add it to a measurement's.</summary>
    public double PhaseJitterVariance => (H2 * Bandwidth / (4 * Math.PI * Math.PI)) + (LoopPhaseSigma * LoopPhaseSigma);

    /// <summary>The same noises without what is systematic: initial offset and frequency, drift, ageing, temperature, terms of the revolution.</summary>
    public ClockModel NoiseOnly() => this with
    {
        DriftMean = 0,
        DriftSpread = 0,
        InitialOffsetSpread = 0,
        InitialFrequencySpread = 0,
        HarmonicAmplitude = 0,
        HigherHarmonics = [],
        AgeingSpread = 0,
        TemperatureCoefficient = 0,
    };

    /// <summary>The same clock with every noise deviation multiplied by a factor; offset, frequency, drift and the harmonic stay.</summary>
    public ClockModel Scaled(double factor)
    {
        double power = factor * factor;
        return this with
        {
            H2 = H2 * power,
            H1 = H1 * power,
            H0 = H0 * power,
            HMinus1 = HMinus1 * power,
            HMinus2 = HMinus2 * power,
            HMinus4 = HMinus4 * power,
            LoopPhaseSigma = LoopPhaseSigma * factor,
        };
    }

    /// <summary>Covariance that a filter adds to its state (phase s, frequency, drift 1/s) over <paramref name="tau"/> seconds.</summary>
    /// <remarks>Flicker frequency noise is not a finite-state process: see <see cref="ClockProcessNoise.For"/> for the surrogate and its mismatch.</remarks>
    public Matrix3d ProcessNoise(double tau) => ClockProcessNoise.For(this).Over(tau);

    /// <summary>Theoretical Allan variance of the noise and the harmonic at averaging time <paramref name="tau"/> (s), without drift.</summary>
    public double AllanVariance(double tau) => ClockVariance.Allan(this, tau);

    /// <summary>Theoretical Allan variance with a linear frequency drift <paramref name="drift"/> (1/s).</summary>
    public double AllanVariance(double tau, double drift) => AllanVariance(tau) + (drift * drift * tau * tau / 2);

    /// <summary>Theoretical Hadamard variance at <paramref name="tau"/> (s); a linear drift does not enter.</summary>
    public double HadamardVariance(double tau) => ClockVariance.Hadamard(this, tau);

    /// <summary>Theoretical deviation of the noise and the harmonics.</summary>
    /// <param name="statistic">Which of them; overlapping or not, the expectation is the same.</param>
    /// <param name="tau">Averaging time.</param>
    /// <param name="interval">Spacing of the samples; only the modified and the time deviation depend on it.</param>
    /// <param name="drift">Linear frequency drift, 1/s; the Hadamard deviations do not see it.</param>
    /// <remarks>The Allan family does not converge for random-run frequency noise: infinite. A statistic without a theory here is refused.</remarks>
    public double TheoreticalDeviation(StabilityStatistic statistic, Duration tau, Duration interval, double drift = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tau, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
        double seconds = tau.TotalSeconds;
        double modified() => ModifiedVariance.Of(this, seconds, interval.TotalSeconds) + (drift * drift * seconds * seconds / 2);
        return statistic switch
        {
            StabilityStatistic.Adev or StabilityStatistic.Oadev => Math.Sqrt(AllanVariance(seconds, drift)),
            StabilityStatistic.Hdev or StabilityStatistic.Ohdev => Math.Sqrt(HadamardVariance(seconds)),
            StabilityStatistic.Mdev => Math.Sqrt(modified()),
            StabilityStatistic.Tdev => seconds * Math.Sqrt(modified() / 3),
            _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "no theory for this statistic"),
        };
    }
}
