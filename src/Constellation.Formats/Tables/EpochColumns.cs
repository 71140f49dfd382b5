using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The rule that an epoch column names its time scale: <c>epoch_gpst</c>, <c>arc_start_gpst</c>, <c>epoch_utc</c>.</summary>
public static class EpochColumns
{
    public static TimeScale ScaleOf(string column)
    {
        string suffix = column[(column.LastIndexOf('_') + 1)..];
        return Enum.TryParse(suffix, ignoreCase: true, out TimeScale scale)
            ? scale
            : throw new ArgumentException($"epoch column '{column}' does not end with a time scale", nameof(column));
    }
}
