using MathNet.Numerics.Distributions;

namespace Constellation.Positioning;

/// <summary>Whether the residuals of an epoch are as large as their sigmas say: the sum of their squares is chi-square with n - 3 - clocks degrees of freedom.</summary>
/// <remarks>[Baarda68], [Kaplan06] 7.5. Without redundancy nothing can be tested, and the epoch passes.</remarks>
public sealed class ConsistencyTest
{
    private readonly double[] _limits = new double[256];

    /// <param name="falseAlarm">Probability that a sound epoch fails; 0: none does.</param>
    public ConsistencyTest(double falseAlarm)
    {
        FalseAlarm = falseAlarm;
        for (int n = 0; n < _limits.Length; n++)
        {
            _limits[n] = n == 0 || falseAlarm <= 0 ? double.PositiveInfinity : ChiSquared.InvCDF(n, 1.0 - falseAlarm);
        }

        LargestNormal = falseAlarm <= 0 ? double.PositiveInfinity : Math.Sqrt(_limits[1]);
    }

    public double FalseAlarm { get; }

    /// <summary>Limit of a single standardised residual: two-sided normal of the same probability.</summary>
    public double LargestNormal { get; }

    /// <summary>Limit of the sum of squares.</summary>
    public double Limit(int redundancy) => _limits[Math.Clamp(redundancy, 0, _limits.Length - 1)];

    public static double SumOfSquares(ReadOnlySpan<double> residuals, ReadOnlySpan<double> sigmas)
    {
        double sum = 0;
        for (int i = 0; i < residuals.Length; i++)
        {
            double v = residuals[i] / sigmas[i];
            sum += v * v;
        }

        return sum;
    }
}
