namespace Constellation.Clocks;

/// <summary>Sums of squared differences of clock offsets, as printed in [SP1065]: the readable form to which <see cref="AllanKernel"/> is tied.</summary>
internal static class AllanReference
{
    /// <summary>[SP1065] eq. 11 without its factor: all overlapping second differences at m samples.</summary>
    public static double SecondDifferences(ReadOnlySpan<double> x, int m)
    {
        double sum = 0;
        for (int i = 0; i + (2 * m) < x.Length; i++)
        {
            double d = x[i + (2 * m)] - (2 * x[i + m]) + x[i];
            sum += d * d;
        }

        return sum;
    }

    /// <summary>[SP1065] eq. 22 without its factor: all overlapping third differences at m samples.</summary>
    public static double ThirdDifferences(ReadOnlySpan<double> x, int m)
    {
        double sum = 0;
        for (int i = 0; i + (3 * m) < x.Length; i++)
        {
            double d = x[i + (3 * m)] - (3 * (x[i + (2 * m)] - x[i + m])) - x[i];
            sum += d * d;
        }

        return sum;
    }

    /// <summary>[SP1065] eq. 16 without its factor: second differences summed over m neighbours, squared, over all places.</summary>
    public static double AveragedSecondDifferences(ReadOnlySpan<double> x, int m)
    {
        double sum = 0;
        for (int j = 0; j + (3 * m) <= x.Length; j++)
        {
            double inner = 0;
            for (int i = j; i < j + m; i++)
            {
                inner += x[i + (2 * m)] - (2 * x[i + m]) + x[i];
            }

            sum += inner * inner;
        }

        return sum;
    }
}
