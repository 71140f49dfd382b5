namespace Constellation.Clocks;

/// <summary>A statistic of a record at one averaging time, with the interval that holds the true deviation.</summary>
/// <param name="Statistic">Which.</param>
/// <param name="Tau">Averaging time, s.</param>
/// <param name="Count">Terms averaged, or windows searched.</param>
/// <param name="Deviation">As <see cref="FrequencyStability"/> defines it: frequency, or seconds for TDEV, TTOTDEV, MTIE and rms interval error.</param>
/// <param name="Low">Lower limit, bias of the identified noise removed; NaN where the statistic has no chi-square law.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Noise">Exponent of the noise identified at this averaging time, else that of the longest shorter time where it could be, but no whiter than white FM; null if none could.</param>
public readonly record struct StabilityEstimate(StabilityStatistic Statistic, double Tau, long Count, double Deviation, double Low, double High, int? Noise);
