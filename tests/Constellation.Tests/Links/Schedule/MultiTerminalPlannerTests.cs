using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

public sealed class MultiTerminalPlannerTests(ITestOutputHelper output)
{
    /// <summary>Kepler: lasers fore and aft to the neighbours of the plane, which only the Sun interrupts, and a third. Eight in each of three planes: all links of the rings that are in view stand, and nearly 12 more.</summary>
    [Fact]
    public void Lasers_hold_the_rings_of_the_planes_and_a_third_link()
    {
        LinkSystem system = Walker(LinkPayloadReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ephemeris", "links", "optical-kepler.toml")), "optical-kepler.toml").ValueOrThrow());
        LinkPlanner planner = new(system);
        (int third, int free, int rounds) = (0, 0, 24);
        for (int k = 0; k < rounds; k++)
        {
            LinkView view = At(system, 10 * k);
            LinkRound round = planner.Round(view);
            Assert.All(round.Contacts.GroupBy(c => c.Slot), slot =>
            {
                Assert.Equal(2 * slot.Count(), slot.SelectMany(c => new[] { (c.A, c.TerminalA), (c.B, c.TerminalB) }).Distinct().Count());
                Assert.Equal(slot.Count(), slot.Select(c => (c.A, c.B)).Distinct().Count());
            });
            LinkPair[] pairs = [.. round.Contacts.Where(c => c.Slot == 0).Select(c => new LinkPair(c.A, c.B))];
            int ring = view.Chances.Count(c => IsRing(c.A, c.B));
            Assert.Equal(ring, pairs.Count(p => IsRing(p.A, p.B)));
            Assert.InRange(ring, 20, 24);
            third += pairs.Length - ring;
            free += ((3 * system.Satellites.Count) - (2 * ring)) / 2;
            Assert.True(pairs.Length <= ScheduleBounds.Pairs(view));
        }

        output.WriteLine($"{(double)third / rounds:0.00} links beside the rings");
        // Twelve, and one more where a neighbour stands before the Sun and two lasers of a ring are free for others.
        Assert.InRange((double)third / rounds, 11, (double)free / rounds);
        Assert.InRange((double)free / rounds, 12, 14);
    }

    /// <summary>With an anchor: it is served whenever it is seen, every round is one net, and in the rounds that the partners of a third terminal take, nearly all pairs of different planes meet.</summary>
    [Fact]
    public void Lasers_join_the_planes_and_the_ground()
    {
        LinkSystem system = Walker(LinkPayloadReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ephemeris", "links", "optical-kepler.toml")), "optical-kepler.toml").ValueOrThrow())
            with
        { Stations = [new GroundStation("beijing", GeodeticPoint.FromDegrees(40.07, 116.27, 80), IsAnchor: true, IsMonitor: false)] };
        LinkPlanner planner = new(system);
        HashSet<LinkPair> met = [], seen = [];
        for (int k = 0; k < 40; k++)
        {
            LinkView view = At(system, k);
            LinkRound round = planner.Round(view);
            LinkPair[] pairs = [.. round.Contacts.Where(c => c.Slot == 0).Select(c => new LinkPair(c.A, c.B))];
            Assert.True(pairs.Any(p => p.B == 24) || !view.Chances.Any(c => c.B == 24));
            Assert.Equal(ScheduleBounds.Pairs(view), pairs.Length);
            HashSet<int> reached = [0];
            while (pairs.Where(p => reached.Contains(p.A) != reached.Contains(p.B)).ToArray() is { Length: > 0 } border)
            {
                reached.UnionWith(border.SelectMany(p => new[] { p.A, p.B }));
            }

            Assert.Equal(25, reached.Count);
            met.UnionWith(pairs.Where(p => p.B < 24 && p.A / 8 != p.B / 8));
            seen.UnionWith(view.Chances.Where(c => c.B < 24 && c.A / 8 != c.B / 8).Select(c => new LinkPair(c.A, c.B)));
            Assert.All(RoundReview.Of(view, round, withLosses: false).Latency.Where((_, i) => !view.SeesGround(i)), l => Assert.InRange(l, 1 - 1e-12, 1 + 1e-12));
        }

        output.WriteLine($"{met.Count} of {seen.Count} pairs of different planes met");
        Assert.True(met.Count > 0.9 * seen.Count);
    }

    /// <summary>Two beams that look alike: twice the links of a slot, no pair twice in it; with one kept for the plane, it stays where it is while the other goes round.</summary>
    [Fact]
    public void Two_beams_make_two_links_and_one_may_stand()
    {
        LinkTerminal beam = new("a", TerminalBoresight.Nadir, Math.PI / 3);
        BeidouSky sky = new(new LinkPayload("x", "", "") { Terminals = [beam, beam with { Name = "b" }] }, anchor: false);
        LinkView view = sky.At(0);
        LinkRound free = new LinkPlanner(sky.System).Round(view), held = new LinkPlanner(sky.System, new ScheduleGoals { Permanent = 1 }).Round(view);
        foreach (LinkRound round in new[] { free, held })
        {
            Assert.All(round.Contacts.GroupBy(c => c.Slot), slot => Assert.Equal(slot.Count(), slot.Select(c => (c.A, c.B)).Distinct().Count()));
            Assert.All(round.Contacts.GroupBy(c => c.Slot), slot => Assert.Equal(2 * slot.Count(), slot.SelectMany(c => new[] { (c.A, c.TerminalA), (c.B, c.TerminalB) }).Distinct().Count()));
            Assert.InRange(round.Contacts.Count / 20.0, 29, 30);
        }

        (int A, int B)[] standing = [.. held.Contacts.Where(c => c.TerminalA == 0 && c.TerminalB == 0).GroupBy(c => (c.A, c.B)).Where(g => g.Count() == 20).Select(g => g.Key)];
        Assert.InRange(standing.Length, 14, 15);
    }

    private static bool IsRing(int a, int b) => a / 8 == b / 8 && (b - a is 1 or 7);

    private static LinkSystem Walker(LinkPayload payload) => new()
    {
        Satellites = [.. Enumerable.Range(0, 24).Select(i => new LinkSatellite(new(Constellation.Core.GnssSystem.Galileo, i + 1), OrbitClass.Meo, payload))],
        Stations = [],
    };

    /// <summary>Walker 24/3/1, 29 600 km, 56 degrees, circular.</summary>
    private static LinkView At(LinkSystem system, double minutes)
    {
        const double a = 29_600_000, inclination = 56 * Math.PI / 180;
        double rate = Math.Sqrt(3.986004415e14 / (a * a * a));
        (Vector3d, Vector3d)[] states = new (Vector3d, Vector3d)[24];
        for (int i = 0; i < 24; i++)
        {
            double node = 2 * Math.PI * (i / 8) / 3, u = (2 * Math.PI * (((i % 8) / 8.0) + ((i / 8) / 24.0))) + (rate * 60 * minutes);
            Matrix3d toGcrf = Matrix3d.R3(-node) * Matrix3d.R1(-inclination) * Matrix3d.R3(-u);
            states[i] = (toGcrf * new Vector3d(a, 0, 0), toGcrf * new Vector3d(0, a * rate, 0));
        }

        Epoch epoch = BeidouSky.Start + Duration.FromSeconds(60 * minutes);
        return LinkView.Of(system, epoch, states, [.. system.Stations.Select(s => s.At(EarthOrientation.BuiltIn.At(epoch)))]);
    }
}
