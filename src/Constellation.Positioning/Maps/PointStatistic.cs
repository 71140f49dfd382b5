namespace Constellation.Positioning;

/// <summary>What a map shows of a place's values over time.</summary>
public enum PointStatistic
{
    /// <summary>Of the epochs with a value.</summary>
    Mean,

    /// <summary>50 % of the epochs with a value.</summary>
    Median,

    /// <summary>95 % of the epochs with a value stay below; where small is bad, above.</summary>
    P95,

    Min,

    Max,

    /// <summary>The largest, or the smallest where small is bad.</summary>
    Worst,
}
