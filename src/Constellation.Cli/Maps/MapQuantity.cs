using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>What a map can show.</summary>
/// <param name="Name">For <c>--what</c>, and the column of the table.</param>
/// <param name="Description">For the help.</param>
/// <param name="Title">For the picture, lower case inside a sentence; the statistic stands before it.</param>
/// <param name="Unit">Of the picture; a share is shown in per cent and written as a fraction.</param>
/// <param name="Column">Of the CSV table.</param>
/// <param name="LargeIsGood">Whether the best values are the largest.</param>
/// <param name="NoData">What an empty cell means.</param>
internal sealed record MapQuantity(string Name, string Description, string Title, string Unit, string Column, bool LargeIsGood, string NoData)
{
    /// <summary>If the user chooses none; null: 95 % of all positions, all epochs together.</summary>
    public PointStatistic? Statistic { get; init; } = PointStatistic.Mean;

    /// <summary>Whether the statistic is part of what it is.</summary>
    public bool IsShare { get; init; }

    public static IReadOnlyList<MapQuantity> All { get; } =
    [
        new("visible", "satellites above the mask", "number of satellites in view", "", "visible", true, "none"),
        Geometry("pdop"), Geometry("hdop"), Geometry("vdop"), Geometry("tdop"), Geometry("gdop"),
        new("accuracy", "horizontal error that 95 % stay below: of a run what its users got, else (and with --analytic) by the covariance", "95 % horizontal error", "m", "accuracy_m", false, "no position at any epoch") { Statistic = null },
        new("accuracy-vertical", "the same of the vertical error", "95 % vertical error", "m", "accuracy_vertical_m", false, "no position at any epoch") { Statistic = null },
        new("availability", "share of epochs within --pdop-limit, and within --hpe-limit and --vpe-limit by 95 % errors where one of them is given; of a run: of its users' errors", "availability", "%", "availability", true, "none") { IsShare = true },
        Level("hpl", "horizontal protection level of Advanced RAIM", "horizontal protection level"),
        Level("vpl", "vertical protection level", "vertical protection level"),
        Level("emt", "effective monitor threshold", "effective monitor threshold"),
        Level("sigma-vertical", "standard deviation of the vertical error by Advanced RAIM's accuracy model", "vertical standard deviation"),
        new("integrity", "share of epochs within --hal, --val, --emt-limit and --sigma-limit (LPV-200 if not given)", "availability of integrity", "%", "integrity", true, "none") { IsShare = true },
        new("sisre", "signal-in-space error along the line of sight, root mean square over the satellites in view: of a run, or of NAV files with --sp3", "signal-in-space error met", "m", "sisre_m", false, "no satellite with a message"),
        new("sisre-worst", "the same of the worst satellite in view", "signal-in-space error of the worst satellite in view", "m", "sisre_worst_m", false, "no satellite with a message"),
        new("continuity", "probability that PDOP stays within --pdop-limit over --interval under satellite failures (--mtbf)", "continuity", "", "continuity", true, "the service is not there at any epoch"),
        new("availability-failures", "availability of --pdop-limit when satellites fail and return (--mtbf, --mttr)", "availability under satellite failures", "%", "availability_failures", true, "none") { IsShare = true },
        new("critical", "satellites whose loss alone ends PDOP <= --pdop-limit", "number of critical satellites", "", "critical", false, "the service is not there at any epoch"),
    ];

    private static MapQuantity Geometry(string name) => new(name, $"{name.ToUpperInvariant()}, of what --mask and --mask-file leave in view, one clock", name.ToUpperInvariant(), "", name, false, "no position at any epoch");

    private static MapQuantity Level(string name, string description, string title) =>
        new(name, description, title, "m", name.Replace('-', '_') + "_m", false, "no level at the epochs that the statistic needs") { Statistic = PointStatistic.P95 };
}
