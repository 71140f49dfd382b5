namespace Constellation.Viewer;

/// <summary>The lines that every picture of the Earth may show; made when first wanted.</summary>
internal static class GroundMaps
{
    private static readonly Lazy<GroundLines> s_coast110 = new(() => new(EarthMap.Land110.Coasts().Concat(EarthMap.Lakes.Coasts()))),
        s_coast50 = new(() => new(EarthMap.Land50.Coasts().Concat(EarthMap.Lakes.Coasts()))),
        s_borders110 = new(() => new(EarthMap.Borders110.Rings)), s_borders50 = new(() => new(EarthMap.Borders50.Rings)),
        s_graticule = new(() => new(Graticules())), s_equator = new(() => new([Parallel(0)]));

    public static GroundLines Coast110 => s_coast110.Value;

    public static GroundLines Coast50 => s_coast50.Value;

    public static GroundLines Borders110 => s_borders110.Value;

    public static GroundLines Borders50 => s_borders50.Value;

    /// <summary>Meridians and parallels, 30 degrees apart, without the equator.</summary>
    public static GroundLines Graticule => s_graticule.Value;

    public static GroundLines Equator => s_equator.Value;

    private static IEnumerable<IReadOnlyList<MapPoint>> Graticules()
    {
        for (int longitude = -180; longitude < 180; longitude += 30)
        {
            yield return [.. Enumerable.Range(-75, 151).Select(latitude => new MapPoint(longitude, latitude))];
        }

        foreach (int latitude in new[] { -60, -30, 30, 60 })
        {
            yield return Parallel(latitude);
        }
    }

    private static MapPoint[] Parallel(int latitude) => [.. Enumerable.Range(-180, 361).Select(longitude => new MapPoint(longitude, latitude))];
}
