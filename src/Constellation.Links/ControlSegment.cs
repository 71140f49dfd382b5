using System.Diagnostics.CodeAnalysis;

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

    /// <summary>What a mix is made of, joined by plus signs.</summary>
    public static IReadOnlyList<string> Parts { get; } = [Regional, Global, Isl, Anchor];

    private const string Regional = "ground-regional", Global = "ground-global", Isl = "isl", Anchor = "anchor";

    public static ControlSegment Named(string name) =>
        TryParse(name, out ControlSegment? segment, out string problem) ? segment : throw new ArgumentException(problem, nameof(name));

    /// <summary>One of <see cref="All"/>, or a mix of <see cref="Parts"/> such as <c>ground-global+isl</c>, which has what it names and nothing else.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out ControlSegment? segment, out string problem)
    {
        ArgumentNullException.ThrowIfNull(name);
        (segment, problem) = (All.FirstOrDefault(s => s.Name == name), "");
        if (segment is not null)
        {
            return true;
        }

        string[] parts = name.Split('+', StringSplitOptions.TrimEntries);
        problem = parts.FirstOrDefault(p => !Parts.Contains(p)) is { } unknown ? $"'{unknown}' is no part of a control segment"
            : parts.Distinct().Count() < parts.Length ? $"'{name}' names a part twice"
            : parts.Contains(Regional) && parts.Contains(Global) ? "a control segment has one network of monitor stations"
            : parts.Contains(Anchor) && !parts.Contains(Isl) ? "an anchor station ranges with crosslink terminals, and the segment has no 'isl'"
            : "";
        if (problem.Length > 0)
        {
            return false;
        }

        bool crosslinks = parts.Contains(Isl);
        ControlSegment mix = new(
            string.Join('+', Parts.Where(parts.Contains)), crosslinks, parts.Contains(Anchor) ? "anchor" : null,
            parts.Contains(Regional) ? "regional" : parts.Contains(Global) ? "global" : null);
        segment = All.FirstOrDefault(s => s with { Name = mix.Name } == mix) ?? mix;
        return true;
    }

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
