using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One clock of a table of values, on an even grid.</summary>
/// <param name="Name">From a column that tells clocks apart; empty where there is none.</param>
/// <param name="Values">Offsets in seconds or fractional frequencies, NaN where missing.</param>
/// <param name="Interval">Spacing of the grid.</param>
public sealed record ClockValues(string Name, double[] Values, Duration Interval)
{
    /// <summary>How many of the missing values are infinite in the table.</summary>
    public int NotFinite { get; init; }
}
