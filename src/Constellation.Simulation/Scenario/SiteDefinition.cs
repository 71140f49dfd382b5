using Constellation.Geodesy;

namespace Constellation.Simulation;

/// <summary>A named place of a user.</summary>
public sealed record SiteDefinition(string Name, GeodeticPoint Place)
{
    /// <summary>The ten cities of a scenario that names none; two decimals, heights to 10 m.</summary>
    public static IReadOnlyList<SiteDefinition> Cities { get; } =
    [
        new("beijing", GeodeticPoint.FromDegrees(39.90, 116.41, 50)),
        new("singapore", GeodeticPoint.FromDegrees(1.35, 103.82, 20)),
        new("sydney", GeodeticPoint.FromDegrees(-33.87, 151.21, 20)),
        new("delhi", GeodeticPoint.FromDegrees(28.61, 77.21, 220)),
        new("nairobi", GeodeticPoint.FromDegrees(-1.29, 36.82, 1680)),
        new("berlin", GeodeticPoint.FromDegrees(52.52, 13.41, 40)),
        new("reykjavik", GeodeticPoint.FromDegrees(64.15, -21.94, 20)),
        new("new-york", GeodeticPoint.FromDegrees(40.71, -74.01, 10)),
        new("sao-paulo", GeodeticPoint.FromDegrees(-23.55, -46.63, 760)),
        new("honolulu", GeodeticPoint.FromDegrees(21.31, -157.86, 10)),
    ];
}
