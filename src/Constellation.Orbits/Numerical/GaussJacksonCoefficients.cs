namespace Constellation.Orbits;

/// <summary>Weights of accelerations at equally spaced times in the summed multistep formulas for position (Gauss-Jackson) and velocity (summed Adams).</summary>
/// <remarks>
/// From the generating functions of backward differences z: velocity h / -ln(1-z), position h^2 / ln(1-z)^2, each divided by 1-z to step ahead;
/// the poles at z = 0 are the running sums. [Berry04]; there central, here backward differences.
/// </remarks>
internal sealed class GaussJacksonCoefficients
{
    private GaussJacksonCoefficients(int points)
    {
        double[] adams = new double[points + 2];
        for (int j = 0; j < adams.Length; j++)
        {
            // -z / ln(1-z), the inverse of 1 + z/2 + z^2/3 + ...
            adams[j] = j == 0 ? 1 : 0;
            for (int i = 0; i < j; i++)
            {
                adams[j] -= adams[i] / (j + 1 - i);
            }
        }

        double[] cowell = new double[adams.Length];
        for (int j = 0; j < cowell.Length; j++)
        {
            for (int i = 0; i <= j; i++)
            {
                cowell[j] += adams[i] * adams[j - i];
            }
        }

        (CorrectVelocity, CorrectPosition) = (Ordinates(adams.AsSpan(1, points)), Ordinates(cowell.AsSpan(2, points)));
        (PredictVelocity, PredictPosition) = (Ordinates(Sums(adams).AsSpan(1, points)), Ordinates(Sums(cowell).AsSpan(2, points)));
        Extrapolate = Ordinates(Enumerable.Repeat(1.0, points).ToArray());
    }

    /// <summary>Ten points: order 10 in position, and steps of 0.045 rad cost nothing of 1 micrometre.</summary>
    public const int Points = 10;

    public static GaussJacksonCoefficients Usual { get; } = new(Points);

    /// <summary>
    /// Four points, the other weights being zero: for forces of 1e-9 m/s^2 that have kinks. They lose nothing of 1e-14 m/s^2 where such a force is smooth, and a kink among
    /// the points does a tenth of the harm that it does to ten, whose weights alternate and are large.
    /// </summary>
    public static GaussJacksonCoefficients Low { get; } = new(4);

    /// <summary>Of the acceleration at the step's begin, one before, ...: the polynomial through them at the step's end.</summary>
    public double[] Extrapolate { get; }

    /// <summary>Of the acceleration at the step's begin, one before, ...: position at its end over h^2, less the second sum at its begin.</summary>
    public double[] PredictPosition { get; }

    /// <summary>The same for velocity over h, less the first sum.</summary>
    public double[] PredictVelocity { get; }

    /// <summary>Of the acceleration at the step's end, at its begin, ...</summary>
    public double[] CorrectPosition { get; }

    /// <summary>The same for velocity, the first sum being that with the end's acceleration.</summary>
    public double[] CorrectVelocity { get; }

    private static double[] Sums(double[] series)
    {
        double[] sums = new double[series.Length];
        double sum = 0;
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] = sum += series[j];
        }

        return sums;
    }

    /// <summary>From factors of the differences of order 0, 1, ... to those of the values.</summary>
    private static double[] Ordinates(ReadOnlySpan<double> differences)
    {
        double[] values = new double[Points];
        for (int j = 0; j < differences.Length; j++)
        {
            double binomial = 1;
            for (int i = 0; i <= j; i++)
            {
                values[i] += binomial * differences[j];
                binomial *= -(j - i) / (i + 1.0);
            }
        }

        return values;
    }
}
