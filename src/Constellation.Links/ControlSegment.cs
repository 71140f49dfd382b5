namespace Constellation.Links;

/// <summary>What orbits and clocks are determined from: which links and which sets of stations.</summary>
/// <param name="Name">The word in a scenario's <c>control.segment</c>.</param>
/// <param name="Crosslinks">Whether satellites range with each other.</param>
/// <param name="AnchorSet">Set of stations (<c>ephemeris/stations</c>) with crosslink terminals, or null.</param>
/// <param name="MonitorSet">Set of stations with L-band receivers, or null.</param>
public sealed record ControlSegment(string Name, bool Crosslinks, string? AnchorSet, string? MonitorSet)
{
    public static IReadOnlyList<ControlSegment> All { get; } =
    [
        new("isl+anchor", true, "anchor", null),
        new("ground+isl", true, "anchor", "regional"),
        new("ground-global", false, null, "global"),
        new("ground-regional", false, null, "regional"),
        new("isl-only", true, null, null),
    ];

    public static ControlSegment Named(string name) =>
        All.FirstOrDefault(s => s.Name == name) ?? throw new ArgumentException($"'{name}' is not a control segment", nameof(name));

    /// <summary>The system that this segment works with: payloads are kept or taken away, the stations of the sets get their roles.</summary>
    /// <param name="satellites">All satellites with the payloads they carry.</param>
    /// <param name="stationSet">Looks up a set of positions by name.</param>
    /// <param name="equipment">What the stations have.</param>
    public LinkSystem Equip(IReadOnlyList<LinkSatellite> satellites, Func<string, StationSet> stationSet, StationEquipment equipment)
    {
        bool anyPayload = Crosslinks && satellites.Any(s => s.Payload is not null);
        List<GroundStation> stations = [];
        if (AnchorSet is not null && anyPayload)
        {
            stations.AddRange(stationSet(AnchorSet).Sites.Select(s => new GroundStation(s.Name, s.Position, IsAnchor: true, IsMonitor: false)));
        }

        foreach (StationSite site in MonitorSet is null ? [] : stationSet(MonitorSet).Sites)
        {
            int same = stations.FindIndex(s => s.Name == site.Name);
            if (same >= 0)
            {
                stations[same] = stations[same] with { IsMonitor = true };
            }
            else
            {
                stations.Add(new GroundStation(site.Name, site.Position, IsAnchor: false, IsMonitor: true));
            }
        }

        return new LinkSystem
        {
            Satellites = anyPayload ? satellites : [.. satellites.Select(s => s with { Payload = null })],
            Stations = stations,
            Equipment = equipment,
        };
    }
}
