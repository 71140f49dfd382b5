namespace Constellation.Core;

/// <summary>The middle of a set of numbers; of an even count the mean of the two in the middle.</summary>
public static class Median
{
    /// <param name="values">At least one, none of them NaN.</param>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(values));
        Array.Sort(sorted);
        int n = sorted.Length;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[(n / 2) - 1] + sorted[n / 2]);
    }
}
