namespace Constellation.Viewer;

/// <summary>Which of a cell's values over the run a map shows.</summary>
public enum MapStatistic
{
    /// <summary>That which fits the quantity (<see cref="MapInfo.Statistic"/>).</summary>
    Own,

    /// <summary>At the epoch shown.</summary>
    Now,
    Mean,
    Median,

    /// <summary>95 % of the epochs are better.</summary>
    P95,

    /// <summary>99 % of the epochs are better.</summary>
    P99,
    Max,
    Min,

    /// <summary>Share of the epochs that keep the quantity's limit.</summary>
    Share,
}
