namespace Constellation.Clocks;

/// <summary>The sum of the parabolic variance as printed in [Vernotte16]: the readable form to which <see cref="ParabolicKernel"/> is tied.</summary>
internal static class ParabolicReference
{
    /// <summary>Differences of two neighbouring slopes of m offsets, times m (m^2 - 1)/12 of the interval, squared, at N - 2m places.</summary>
    public static double SlopeDifferences(ReadOnlySpan<double> x, int m)
    {
        double sum = 0;
        for (int i = 0; i + (2 * m) < x.Length; i++)
        {
            double d = 0;
            for (int k = 0; k < m; k++)
            {
                d += (((m - 1) / 2.0) - k) * (x[i + k] - x[i + k + m]);
            }

            sum += d * d;
        }

        return sum;
    }
}
