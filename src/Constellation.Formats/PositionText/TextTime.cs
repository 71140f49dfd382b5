using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Epochs rounded before they are broken into fields, so that no second reads 60.</summary>
internal static class TextTime
{
    /// <summary>Attoseconds.</summary>
    public const long Millisecond = 1_000_000_000_000_000;

    /// <summary>The nearest whole millisecond of GPS time.</summary>
    public static Epoch ToMillisecond(Epoch time)
    {
        (int week, Duration second) = time.ToGps();
        long millis = (second.WholeSeconds * 1000) + ((second.Attoseconds + (Millisecond / 2)) / Millisecond);
        return Epoch.FromGps(week, Duration.FromSeconds(millis / 1000, millis % 1000 * Millisecond));
    }
}
