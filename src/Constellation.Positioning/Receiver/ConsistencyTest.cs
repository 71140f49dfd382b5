using MathNet.Numerics.Distributions;

namespace Constellation.Positioning;

/// <summary>Whether the residuals of an epoch are as large as their sigmas say: the sum of their squares is chi-square with n - 3 - clocks degrees of freedom.</summary>
/// <remarks>[Baarda68], [Kaplan06] 7.5. Without redundancy nothing can be tested, and the epoch passes.</remarks>
public sealed class ConsistencyTest
{
    private readonly double[] _limits = new double[256];

    /// <param name="falseAlarm">Probability that a sound epoch fails, below a third; 0: none does.</param>
    public ConsistencyTest(double falseAlarm)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(falseAlarm, 0.3);
        FalseAlarm = falseAlarm;
    }

    public double FalseAlarm { get; }

    /// <summary>Limit of a single standardised residual: two-sided normal of the same probability.</summary>
    public double LargestNormal => Math.Sqrt(Limit(1));

    /// <summary>Whether a sum of squares is no larger than chance makes it.</summary>
    public bool Passes(double sumOfSquares, int redundancy) =>
        redundancy <= 0 || FalseAlarm <= 0 || sumOfSquares <= redundancy || sumOfSquares <= Limit(redundancy);      // the limit lies above the mean

    /// <summary>Limit of the sum of squares, made when first asked for.</summary>
    private double Limit(int redundancy)
    {
        ref double limit = ref _limits[Math.Clamp(redundancy, 1, _limits.Length - 1)];
        return limit = limit != 0 ? limit : FalseAlarm <= 0 ? double.PositiveInfinity : ChiSquared.InvCDF(redundancy, 1.0 - FalseAlarm);
    }

    public static double SumOfSquares(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
        {
            sum += v * v;
        }

        return sum;
    }

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
