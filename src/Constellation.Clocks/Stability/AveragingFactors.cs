namespace Constellation.Clocks;

/// <summary>Usual lists of averaging times, in intervals.</summary>
public static class AveragingFactors
{
    /// <summary>1, 2, 4, 8 ... up to <paramref name="most"/>.</summary>
    public static IReadOnlyList<int> Octaves(int most)
    {
        List<int> list = [];
        for (long m = 1; m <= most; m *= 2)
        {
            list.Add((int)m);
        }

        return list;
    }

    /// <summary>1, 2, 4, 10, 20, 40, 100 ... up to <paramref name="most"/>.</summary>
    public static IReadOnlyList<int> Decades(int most)
    {
        List<int> list = [];
        for (long decade = 1; decade <= most; decade *= 10)
        {
            list.AddRange(new[] { decade, 2 * decade, 4 * decade }.Where(m => m <= most).Select(m => (int)m));
        }

        return list;
    }

    /// <summary>Every one up to <paramref name="most"/>.</summary>
    public static IReadOnlyList<int> All(int most) => [.. Enumerable.Range(1, Math.Max(0, most))];
}
