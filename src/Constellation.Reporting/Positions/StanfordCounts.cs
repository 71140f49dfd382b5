namespace Constellation.Reporting;

/// <summary>How errors lie to their protection levels and to an alert limit.</summary>
/// <param name="Normal">Error &lt;= level &lt;= limit.</param>
/// <param name="Unavailable">Level above the limit, error not above the level.</param>
/// <param name="Misleading">Error above the level, both on the same side of the limit.</param>
/// <param name="Hazardous">Level &lt;= limit &lt; error: hazardously misleading.</param>
/// <param name="WithoutLevel">Epochs without a level.</param>
public readonly record struct StanfordCounts(long Normal, long Unavailable, long Misleading, long Hazardous, long WithoutLevel)
{
    public long Total => Normal + Unavailable + Misleading + Hazardous + WithoutLevel;

    /// <param name="errors">Sizes, m.</param>
    /// <param name="levels">m; NaN: none.</param>
    /// <param name="limit">m.</param>
    public static StanfordCounts Of(IReadOnlyList<double> errors, IReadOnlyList<double> levels, double limit)
    {
        (long normal, long unavailable, long misleading, long hazardous, long none) = (0, 0, 0, 0, 0);
        for (int i = 0; i < errors.Count; i++)
        {
            (double error, double level) = (errors[i], levels[i]);
            if (!double.IsFinite(level) || !double.IsFinite(error))
            {
                none++;
            }
            else if (error <= level)
            {
                (normal, unavailable) = level <= limit ? (normal + 1, unavailable) : (normal, unavailable + 1);
            }
            else
            {
                (misleading, hazardous) = level <= limit && error > limit ? (misleading, hazardous + 1) : (misleading + 1, hazardous);
            }
        }

        return new(normal, unavailable, misleading, hazardous, none);
    }
}
