using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Days that tables of the forces are cut into: those of modified Julian dates in TT, at whose borders ephemerides are cut too.</summary>
internal static class TableDay
{
    public const double Seconds = 86400;

    /// <summary>Day 0 holds J2000.0 in its middle.</summary>
    public static long Of(double secondsSinceJ2000) => (long)Math.Round(secondsSinceJ2000 / Seconds);

    /// <summary>From -1 at the begin of the day to 1 at its end.</summary>
    public static double Within(long day, double secondsSinceJ2000) => (secondsSinceJ2000 - (day * Seconds)) * (2 / Seconds);

    public static Epoch EpochAt(long day, double x) => Epoch.FromJ2000(Duration.FromSeconds(day * (long)Seconds) + Duration.FromSeconds(0.5 * Seconds * x));
}
