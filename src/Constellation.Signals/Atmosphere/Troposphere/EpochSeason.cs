using Constellation.Time;

namespace Constellation.Signals;

/// <summary>What climate models ask of an epoch.</summary>
internal static class EpochSeason
{
    /// <summary>1.0 at the first midnight of the year, GPS time.</summary>
    public static double DayOfYear(this Epoch epoch)
    {
        ScaleReading reading = epoch.In(TimeScale.Gpst);
        return reading.DayOfYear + (reading.SecondOfDay.TotalSeconds / 86400.0);
    }
}
