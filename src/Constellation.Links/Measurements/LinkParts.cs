using Constellation.Core;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Into how many parts the net of satellites and stations falls that the rounds so far have measured.</summary>
/// <remarks>Two parts without a measurement between them have clocks and, without the Earth, orientations that nothing compares: an estimate of the one against the
/// other would be what was believed before, to kilometres of clocks.</remarks>
/// <param name="system">Who takes part.</param>
/// <param name="withRanges">Whether L-band ranges of monitor stations are used; filters on board and solutions of single rounds know crosslinks alone.</param>
public sealed class LinkParts(LinkSystem system, bool withRanges)
{
    private const int MostNamed = 12;
    private readonly DisjointSets _net = new(system.NodeCount);
    private readonly bool[] _measured = new bool[system.NodeCount];

    /// <summary>Nodes joined by measurements, the largest part first; nodes never measured are in none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Parts =>
    [
        .. Enumerable.Range(0, system.NodeCount).Where(n => _measured[n]).GroupBy(_net.SetOf).Select(g => (IReadOnlyList<int>)[.. g])
            .OrderByDescending(p => p.Count).ThenBy(p => p[0]),
    ];

    /// <summary>Whether every satellite that was measured is joined to every other, and to a station where one could be used.</summary>
    public bool AreJoined => Parts is [var one] && (!UsesStations || one.Any(IsUsedStation));

    private bool UsesStations => Enumerable.Range(0, system.NodeCount).Any(IsUsedStation);

    public void Add(LinkFrame frame)
    {
        foreach (DualOneWay link in frame.Links)
        {
            Join(link.A, link.B);
        }

        foreach (StationRange range in withRanges ? frame.Ranges : [])
        {
            Join(range.Satellite, range.Station);
        }
    }

    /// <summary>Refuses a net that its measurements do not hold together.</summary>
    /// <param name="epoch">Until when they were taken, for the message.</param>
    /// <param name="excused">Satellites with terminals that may have been silent: their faults are meant.</param>
    /// <exception cref="InputException">Nothing measured (CN4630), separate parts (CN4631), or no station joined (CN4632).</exception>
    public void Check(Epoch epoch, Predicate<SatelliteId> excused)
    {
        IReadOnlyList<IReadOnlyList<int>> parts = Parts;
        string until = $"until {epoch.ToString(TimeScale.Gpst)}";
        if (parts.Count == 0)
        {
            throw Wrong("CN4630", $"nothing is measured {until}{(withRanges ? "" : " by crosslinks, which is all that this estimator takes")}: every orbit and clock would be what was believed before",
                withRanges ? "give links.payload, or stations by control.segment, or lengthen control.warm_up" : "give links.payload and a control.segment with isl, or take --estimator filter");
        }

        int[] alone = [.. Enumerable.Range(0, system.Satellites.Count).Where(i => !_measured[i] && system.Satellites[i].Payload is not null && !excused(system.Satellites[i].Id))];
        if (parts.Count > 1 || alone.Length > 0)
        {
            string[] named = [.. parts.Select(Name), .. alone.Select(i => system.NameOf(i) + " alone")];
            string unseen = UsesStations && !parts.Any(p => p.Any(IsUsedStation)) ? " (no station is linked at all)" : "";
            throw Wrong("CN4631", $"the measurements {until} leave the net in {named.Length} parts, and nothing compares the clocks of one with those of another: {string.Join("; ", named)}{unseen}",
                "add satellites that link them (constellation.satellites), anchors or monitor stations (control.segment), or rounds (control.warm_up)");
        }

        if (UsesStations && !parts[0].Any(IsUsedStation))
        {
            string stations = string.Join(' ', Enumerable.Range(0, system.NodeCount).Where(IsUsedStation).Select(system.NameOf));
            throw Wrong("CN4632", $"no station was linked to any satellite {until} ({stations}): clocks have no system time and the orbits do not hang on the Earth",
                "lengthen control.warm_up, take a payload or stations that do link (links.payload, control.segment), or control.segment=isl-only, whose clocks count from their median");
        }
    }

    /// <summary>How many satellites and stations are joined, and who was never measured.</summary>
    public override string ToString()
    {
        string parts = string.Join("; ", Parts.Select(p => $"satellites joined {p.Count(n => !system.IsStation(n))}, with stations {p.Count(system.IsStation)} of {system.Stations.Count}"));
        int[] unseen = [.. Enumerable.Range(0, system.Satellites.Count).Where(i => !_measured[i])];
        return $"net: {parts}{(unseen.Length == 0 ? "" : $"; never measured before the first estimate shown, and no better than believed then: {Name(unseen)}")}";
    }

    private string Name(IReadOnlyList<int> part) =>
        string.Join(' ', part.Take(MostNamed).Select(system.NameOf)) + (part.Count > MostNamed ? $" and {part.Count - MostNamed} more" : "");

    private bool IsUsedStation(int node) => system.IsAnchor(node) || (withRanges && system.IsStation(node));

    private void Join(int a, int b)
    {
        _measured[a] = _measured[b] = true;
        _net.Join(a, b);
    }

    private static InputException Wrong(string code, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan("control.segment"), problem, remedy));
}
