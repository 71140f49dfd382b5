namespace Constellation.Clocks;

/// <summary>The sum of Theo1 as printed in [SP1065] eq. 30: the readable form to which <see cref="TheoKernel"/> is tied.</summary>
internal static class TheoReference
{
    /// <summary>Over all places and the m/2 pairs of each: squared difference of two frequencies inside the stride, weighted with 1/(m/2 - k).</summary>
    /// <param name="x">Offsets.</param>
    /// <param name="m">Stride, even.</param>
    public static double WeightedDifferences(ReadOnlySpan<double> x, int m)
    {
        int half = m / 2;
        double sum = 0;
        for (int i = 0; i + m < x.Length; i++)
        {
            for (int k = 0; k < half; k++)
            {
                double d = x[i] - x[i - k + half] + (x[i + m] - x[i + k + half]);
                sum += d * d / (half - k);
            }
        }

        return sum;
    }
}
