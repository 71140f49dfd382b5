using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Nets of six satellites (nodes 0 to 5), an anchor (6) and a monitor station (7), joined by hand.</summary>
public class LinkPartsTests
{
    private static readonly Epoch s_epoch = Epoch.FromGps(2332, Duration.FromDays(5));

    [Fact]
    public void A_chain_with_an_anchor_holds_together()
    {
        LinkParts parts = Parts(true, [(0, 1), (2, 1), (3, 2), (4, 5), (4, 3), (5, 6)]);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Assert.Single(parts.Parts));
        Assert.True(parts.AreJoined);
        parts.Check(s_epoch, _ => false);
    }

    [Fact]
    public void Separate_parts_are_refused_with_their_satellites()
    {
        LinkParts parts = Parts(true, [(0, 2), (1, 3), (1, 4), (5, 3), (2, 6)]);
        Assert.Equal([[1, 3, 4, 5], [0, 2, 6]], parts.Parts);
        Diagnostic told = Refused(parts, "CN4631");
        Assert.Contains("G02 G04 G05 G06; G01 G03 ANCHOR", told.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_round_joins_what_an_earlier_one_left_apart()
    {
        LinkParts parts = Parts(true, [(0, 1), (2, 3), (4, 5)]);
        Assert.Equal(3, parts.Parts.Count);
        parts.Add(Frame([(1, 2), (3, 4), (0, 6)], []));
        Assert.True(parts.AreJoined);
    }

    [Fact]
    public void A_terminal_that_never_ranges_is_alone_unless_its_fault_is_meant()
    {
        LinkParts parts = Parts(true, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 6)]);
        Assert.Contains("G06 alone", Refused(parts, "CN4631").Problem, StringComparison.Ordinal);
        parts.Check(s_epoch, id => id.ToString() == "G06");
    }

    [Fact]
    public void An_anchor_without_a_link_is_named()
    {
        LinkParts parts = Parts(true, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]);
        Assert.False(parts.AreJoined);
        Assert.Contains("ANCHOR", Refused(parts, "CN4632").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_of_a_monitor_station_count_only_for_those_who_use_them()
    {
        (int, int)[] ranges = [(0, 7), (1, 7), (2, 7)];
        LinkParts ground = Parts(true, [], ranges, terminals: false);
        Assert.True(ground.AreJoined);
        ground.Check(s_epoch, _ => false); // three satellites not seen yet are no error
        Refused(Parts(false, [], ranges, terminals: false), "CN4630");
    }

    private static Diagnostic Refused(LinkParts parts, string code)
    {
        Diagnostic told = Assert.Throws<InputException>(() => parts.Check(s_epoch, _ => false)).Diagnostics[0];
        Assert.Equal(code, told.Code);
        return told;
    }

    private static LinkParts Parts(bool withRanges, (int A, int B)[] links, (int Satellite, int Station)[]? ranges = null, bool terminals = true)
    {
        LinkPayload? payload = terminals ? new LinkPayload("test", "", "") : null;
        LinkParts parts = new(
            new LinkSystem
            {
                Satellites = [.. Enumerable.Range(1, 6).Select(i => new LinkSatellite(new SatelliteId(GnssSystem.Gps, i), OrbitClass.Meo, payload))],
                Stations = [new("ANCHOR", new GeodeticPoint(0, 0, 0), terminals, false), new("MONITOR", new GeodeticPoint(0, 1, 0), false, true)],
            },
            withRanges);
        parts.Add(Frame(links, ranges ?? []));
        return parts;
    }

    private static LinkFrame Frame((int A, int B)[] links, (int Satellite, int Station)[] ranges) =>
        new(s_epoch, [.. links.Select(l => new DualOneWay(l.A, l.B, s_epoch, s_epoch, 4e7, 4e7))], [.. ranges.Select(r => new StationRange(r.Satellite, r.Station, 2.5e7))]);
}
