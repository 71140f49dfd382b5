namespace Constellation.Viewer;

/// <summary>What people should know of a map.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">As a layer.</param>
/// <param name="Title">Over the scale.</param>
/// <param name="Unit">Empty for a number without one.</param>
/// <param name="Statistic">Where none is asked for.</param>
/// <param name="LargeIsGood">Bright is good, whatever the quantity.</param>
public sealed record MapInfo(MapKind Kind, string Name, string Title, string Unit, MapStatistic Statistic, bool LargeIsGood = false)
{
    /// <summary>In the order in which a key goes through them.</summary>
    public static IReadOnlyList<MapInfo> All { get; } =
    [
        new(MapKind.Hpe95, "hpe95", "Horizontal position error", "m", MapStatistic.P95),
        new(MapKind.Vpe95, "vpe95", "Vertical position error", "m", MapStatistic.P95),
        new(MapKind.Pdop, "pdop", "PDOP", "", MapStatistic.Mean),
        new(MapKind.Hdop, "hdop", "HDOP", "", MapStatistic.Mean),
        new(MapKind.Vdop, "vdop", "VDOP", "", MapStatistic.Mean),
        new(MapKind.Visible, "visible", "Satellites in use", "", MapStatistic.Mean, LargeIsGood: true),
        new(MapKind.Availability, "availability", "Availability", "%", MapStatistic.Share, LargeIsGood: true),
        new(MapKind.Hpl, "hpl", "Horizontal protection level", "m", MapStatistic.P95),
        new(MapKind.Vpl, "vpl", "Vertical protection level", "m", MapStatistic.P95),
        new(MapKind.Sisre, "sisre", "Signal-in-space error met", "m", MapStatistic.Mean),
        new(MapKind.SisreWorst, "sisre-worst", "Worst signal-in-space error in view", "m", MapStatistic.Mean),
        new(MapKind.Age, "age", "Age of data in view, mean", "min", MapStatistic.Mean),
        new(MapKind.AgeWorst, "age-worst", "Oldest data in view", "min", MapStatistic.Mean),
    ];

    /// <summary>Names of statistics.</summary>
    public static IReadOnlyList<(string Name, MapStatistic Statistic)> Statistics { get; } =
    [
        ("own", MapStatistic.Own), ("now", MapStatistic.Now), ("mean", MapStatistic.Mean), ("median", MapStatistic.Median), ("p95", MapStatistic.P95),
        ("p99", MapStatistic.P99), ("max", MapStatistic.Max), ("min", MapStatistic.Min), ("share", MapStatistic.Share),
    ];

    public static MapInfo Of(MapKind kind) => All.First(m => m.Kind == kind);

    /// <summary>The statistic in force: availability knows the epoch and its share only.</summary>
    public MapStatistic InForce(MapStatistic asked) =>
        asked == MapStatistic.Own || (Kind == MapKind.Availability && asked != MapStatistic.Now) ? Statistic : asked;
}
