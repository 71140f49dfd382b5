namespace Constellation.Orbits;

/// <summary>Which step of an integration holds a time.</summary>
internal static class StepSearch
{
    /// <param name="starts">Beginnings of the steps, in the order in which they were made.</param>
    /// <param name="t">A time within them.</param>
    /// <param name="direction">1 where the starts rise, -1 where they fall.</param>
    /// <returns>Where two steps meet, the earlier one in time: states at the epoch of a pulse are those before it.</returns>
    public static int Find(ReadOnlySpan<double> starts, double t, int direction)
    {
        int low = 0, high = starts.Length;      // starts[low - 1] is passed, starts[high] is not
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool passed = direction > 0 ? starts[middle] < t : starts[middle] >= t;
            (low, high) = passed ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }
}
