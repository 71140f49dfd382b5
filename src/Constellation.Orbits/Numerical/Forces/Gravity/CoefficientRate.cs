using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>How one pair of coefficients changes: a trend, and cosine and sine of a period.</summary>
/// <param name="Degree">n.</param>
/// <param name="Order">m.</param>
/// <param name="From">When the change is zero (trend) or the phase is zero (period).</param>
/// <param name="PeriodYears">Julian years; 0 for a trend.</param>
/// <param name="C">Per year of a trend, amplitude of the cosine of a period.</param>
/// <param name="S">Likewise for S.</param>
/// <param name="SineC">Amplitude of the sine for C.</param>
/// <param name="SineS">For S.</param>
public readonly record struct CoefficientRate(int Degree, int Order, Epoch From, double PeriodYears, double C, double S, double SineC = 0, double SineS = 0);
