namespace Constellation.Clocks;

/// <summary>The sum of <see cref="ParabolicReference"/> in N operations: a weighted sum is a difference of sums of sums.</summary>
internal static class ParabolicKernel
{
    public static double SlopeDifferences(ReadOnlySpan<double> x, int m)
    {
        // Sums of sums grow with the square of their length: begun anew at a few m, they cost three digits.
        int terms = x.Length - (2 * m), block = Math.Max(64, 4 * m);
        double[] single = new double[Math.Min(block, terms) + (2 * m) + 1], twice = new double[single.Length];
        double sum = 0;
        for (int first = 0; first < terms; first += block)
        {
            int count = Math.Min(block, terms - first);
            Cumulate(x.Slice(first, count + (2 * m)), single, twice);
            for (int i = 0; i < count; i++)
            {
                double d = Weighted(i) - Weighted(i + m);
                sum += d * d;
            }
        }

        return sum;

        // sum over k below m of ((m-1)/2 - k) x[i+k], by parts
        double Weighted(int i) => twice[i + m] - twice[i + 1] - ((m - 1) / 2.0 * (single[i] + single[i + m]));
    }

    private static void Cumulate(ReadOnlySpan<double> x, double[] single, double[] twice)
    {
        double origin = x[0], slope = (x[^1] - origin) / (x.Length - 1);
        for (int i = 0; i < x.Length; i++)
        {
            single[i + 1] = single[i] + (x[i] - origin - (slope * i));
            twice[i + 1] = twice[i] + single[i];
        }
    }
}
