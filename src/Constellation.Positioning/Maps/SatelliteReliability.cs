namespace Constellation.Positioning;

/// <summary>How often satellites fail and how long they stay away.</summary>
/// <param name="BetweenFailures">Mean time between failures of one satellite, s.</param>
/// <param name="ToRepair">Mean time until it, or its spare, serves again, s.</param>
public sealed record SatelliteReliability(double BetweenFailures, double ToRepair)
{
    /// <summary>One interruption that was not announced in five years, a day and a half each: of the order of what operators report (assumed).</summary>
    public static SatelliteReliability Typical { get; } = new(5 * 365.25 * 86400.0, 1.5 * 86400.0);

    /// <summary>Probability that a satellite which works fails within a time (s).</summary>
    public double FailsWithin(double seconds)
    {
        double x = seconds / BetweenFailures;
        return x < 1e-4 ? x * (1.0 - (0.5 * x * (1.0 - (x / 3.0)))) : 1.0 - Math.Exp(-x);        // the difference keeps four digits less than x has zeros
    }

    /// <summary>Share of time that a satellite is away.</summary>
    public double Away => ToRepair / (BetweenFailures + ToRepair);
}
