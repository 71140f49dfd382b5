namespace Constellation.Clocks;

/// <summary>A clock model made from a record, with its uncertainty.</summary>
/// <param name="Levels">Power-law levels; 0 where the record shows none.</param>
/// <param name="Sigmas">Standard deviation of each, were all five free.</param>
/// <param name="Bandwidth">Cut-off of the phase noises that the levels belong to, Hz: half the sampling rate.</param>
/// <param name="Drift">Frequency drift, 1/s.</param>
/// <param name="DriftSigma">Standard deviation of the drift by the fitted noise, 1/s.</param>
/// <param name="Harmonics">Sine waves removed before the levels were estimated.</param>
/// <param name="ChiSquare">Misfit of the variances per degree of freedom.</param>
public sealed record ClockFit(
    NoiseLevels Levels, NoiseLevels Sigmas, double Bandwidth, double Drift, double DriftSigma, IReadOnlyList<FittedHarmonic> Harmonics, double ChiSquare)
{
    /// <summary>The model of this unit: noise, its drift, and its largest harmonic where that stands out by three sigma.</summary>
    public ClockModel ToModel(string name, string description, string source)
    {
        FittedHarmonic largest = Harmonics.Where(h => h.Amplitude > 3 * h.Sigma).Append(default).MaxBy(h => h.Amplitude);
        ClockModel model = new(name, description, source)
        {
            H2 = Levels.H2,
            H1 = Levels.H1,
            H0 = Levels.H0,
            HMinus1 = Levels.HMinus1,
            HMinus2 = Levels.HMinus2,
            Bandwidth = Bandwidth,
            DriftMean = Drift,
        };
        return largest.Amplitude > 0 ? model with { HarmonicAmplitude = largest.Amplitude, HarmonicPeriod = largest.Period.TotalSeconds } : model;
    }
}
