using Constellation.Links;
using Constellation.Orbits;

namespace Constellation.Tests.Links;

public sealed class LinkPlannerTests(ITestOutputHelper output)
{
    /// <summary>48 rounds over a day: every slot has the most links that visibility allows, and the other goals are near what no schedule can pass.</summary>
    [Fact]
    public void A_day_of_thirty_satellites_is_near_its_bounds()
    {
        BeidouSky sky = new();
        RoundReview[] reviews = Reviews(sky, ScheduleGoals.Default, 48, 30);
        double partners = reviews.Sum(r => r.Partners.Sum()) / (double)reviews.Sum(r => r.PartnersBound.Sum());
        double pdop = reviews.Average(r => r.Pdop.Average()), pdopBound = reviews.Average(r => r.PdopBound.Average());
        (double latency, double latencyBound) = (MeanLatency(reviews), reviews.Average(r => r.LatencyBound));
        output.WriteLine($"links {reviews.Average(r => r.Pairs):0.00} of {reviews.Average(r => r.PairsBound):0.00}, partners {partners:0.0000}, PDOP {pdop:0.000} of {pdopBound:0.000}, latency {latency:0.000} of {latencyBound:0.000}, longest {reviews.Max(r => r.WorstLatency.Max())}");
        Assert.All(reviews, r => Assert.Equal(r.PairsBound, r.Pairs));
        Assert.All(reviews, r => Assert.Equal(15, r.PairsBound));
        Assert.InRange(partners, 0.98, 1);
        Assert.InRange(pdop / pdopBound, 1, 1.03);
        Assert.InRange(latency / latencyBound, 1, 1.2);

        // [reference isl.md] section 1: any satellite reaches one in view of the ground within three slots.
        Assert.InRange(reviews.Average(r => r.WorstLatency.Max()), 2, 3.2);
        Assert.InRange(reviews.Max(r => r.WorstLatency.Max()), 2, 4);
    }

    /// <summary>Published for kinematic positioning from the links of BeiDou-3: 0.8 to 2.0 for MEO, 1.2 to 2.5 for IGSO, 1.2 to 2.0 for GEO (Acta Astronautica 241, 608-619); a schedule that meets nearly all partners lies at the lower ends.</summary>
    [Theory, InlineData(OrbitClass.Meo, 0.8, 2.0), InlineData(OrbitClass.Igso, 1.2, 2.5), InlineData(OrbitClass.Geo, 1.2, 2.0)]
    public void Pdop_of_a_round_lies_in_the_published_range_or_below(OrbitClass kind, double low, double high)
    {
        BeidouSky sky = new();
        double[] pdop = [.. Reviews(sky, ScheduleGoals.Default, 24, 60).SelectMany(r => r.Pdop.Where((_, i) => sky.System.Satellites[i].OrbitClass == kind))];
        output.WriteLine($"{kind}: {pdop.Min():0.00} to {pdop.Max():0.00}, mean {pdop.Average():0.000}");
        Assert.InRange(pdop.Average(), low, high);
        Assert.InRange(pdop.Max(), low, high);
        Assert.InRange(pdop.Min(), 0.8 * low, high);
    }

    [Fact]
    public void Links_are_visible_and_share_no_terminal_and_the_plan_is_the_same_again()
    {
        BeidouSky sky = new();
        LinkPlanner planner = new(sky.System), again = new(sky.System);
        for (int k = 0; k < 6; k++)
        {
            LinkView view = sky.At(240 * k);
            LinkRound round = planner.Round(view);
            Assert.Equal(round.Contacts, again.Round(view).Contacts);
            Assert.All(round.Contacts, c => Assert.NotNull(view.Chance(c.A, c.B)));
            Assert.All(round.Contacts.GroupBy(c => c.Slot), slot => Assert.Equal(2 * slot.Count(), slot.SelectMany(c => new[] { c.A, c.B }).Distinct().Count()));
            Assert.All(round.Contacts, c => Assert.Equal((round.StartOf(c.Slot) + 0.75, round.StartOf(c.Slot) + 2.25), (c.Forward, c.Back)));
        }
    }

    /// <summary>Every round of every kind of schedule respects every bound: the bounds are bounds.</summary>
    [Theory, InlineData(LinkAccess.TimeDivision), InlineData(LinkAccess.Broadcast), InlineData(LinkAccess.Polling), InlineData(LinkAccess.Continuous)]
    public void No_schedule_passes_its_bounds(LinkAccess access)
    {
        foreach (int count in new[] { 6, 11, 30 })
        {
            BeidouSky sky = new(new LinkPayload("x", "", "") { Access = access }, count: count);
            foreach (RoundReview r in Reviews(sky, ScheduleGoals.Default, 8, 180))
            {
                Assert.True(r.Pairs <= r.PairsBound || access == LinkAccess.Broadcast, $"{r.Pairs} links, at most {r.PairsBound}");
                Assert.All(r.Partners.Zip(r.PartnersBound), p => Assert.True(p.First <= p.Second));
                Assert.All(r.Pdop.Zip(r.PdopBound), p => Assert.False(p.First < p.Second - 1e-9));
                double[] away = [.. r.Latency.Where((l, i) => !r.SeesGround[i] && double.IsFinite(l))];
                if (away.Length == r.SeesGround.Count(g => !g) && away.Length > 0 && double.IsFinite(r.LatencyBound))
                {
                    Assert.True(away.Average() >= r.LatencyBound - 1e-9, $"{away.Average()} slots, at least {r.LatencyBound}");
                }
            }
        }
    }

    /// <summary>The best that any order of slots could do for five satellites, by trying all schedules of two slots: the bound is not above it.</summary>
    [Fact]
    public void Latency_bound_is_below_the_best_of_all_schedules()
    {
        BeidouSky sky = new(count: 6);
        for (int k = 0; k < 8; k++)
        {
            LinkView view = sky.At(180 * k);
            if (!double.IsFinite(ScheduleBounds.Latency(view)))
            {
                continue;
            }

            List<(int From, int To)[]> matchings = Matchings(view, 0, []);
            double best = double.PositiveInfinity;
            foreach ((int From, int To)[] first in matchings)
            {
                foreach ((int From, int To)[] second in matchings)
                {
                    int[] latency = new SlotLatency(view).Evaluate([first, second]).ToArray();
                    int[] away = [.. latency.Where((_, i) => !view.SeesGround(i % 6))];
                    best = Math.Min(best, away.Average());
                }
            }

            Assert.True(best >= ScheduleBounds.Latency(view) - 1e-9, $"{best} slots, bound {ScheduleBounds.Latency(view)}");
        }
    }

    /// <summary>One slot among eight satellites: the planner's matcher finds the most links and of these the most worth, as trying all sets does.</summary>
    [Fact]
    public void A_slot_is_the_best_of_all_sets_of_links()
    {
        BeidouSky sky = new(anchor: false, count: 8);
        Random random = new(3);
        for (int k = 0; k < 40; k++)
        {
            LinkView view = sky.At(36 * k);
            double[] worth = [.. view.Chances.Select(_ => random.Next(1, 50) / 5.0)];
            SlotMatcher matcher = new(view);
            matcher.Clear();
            List<(int Chance, int, int)> chosen = [];
            matcher.Fill(view, worth, chosen);
            (int Count, double Worth) best = Matchings(view, 0, []).Select(m => (m.Length / 2, m.Where(h => h.From < h.To).Sum(h => worth[view.IndexOf(h.From, h.To)]))).Max();
            Assert.Equal(best.Count, chosen.Count);
            Check.Within(Tolerance.Of(1e-9, "", "sum of four numbers"), best.Worth, chosen.Sum(c => worth[c.Chance]), "worth");
        }
    }

    /// <summary>Without its goal each figure is worse: the goals are heard.</summary>
    [Fact]
    public void Goals_are_heard()
    {
        BeidouSky sky = new();
        RoundReview[] all = Reviews(sky, ScheduleGoals.Default, 16, 90), hasty = Reviews(sky, new ScheduleGoals { Latency = 5 }, 16, 90);
        RoundReview[] unhurried = Reviews(sky, new ScheduleGoals { Latency = 0, Robustness = 0 }, 16, 90), loners = Reviews(sky, new ScheduleGoals { Partners = 0, Geometry = 0 }, 16, 90);
        output.WriteLine($"latency {MeanLatency(hasty):0.000} {MeanLatency(all):0.000} {MeanLatency(unhurried):0.000}");
        Assert.True(MeanLatency(hasty) < MeanLatency(all) && MeanLatency(all) < MeanLatency(unhurried));
        Assert.True(loners.Average(r => r.Partners.Average()) < all.Average(r => r.Partners.Average()));
        Assert.True(loners.Average(r => r.Pdop.Average()) > all.Average(r => r.Pdop.Average()));
    }

    /// <summary>Polling as of the GPS crosslink: one transmits 1.5 s, in 36 s all 24 have had their turn; the pair's two directions lie in two slots.</summary>
    [Fact]
    public void One_transmits_at_a_time_and_all_have_their_turn()
    {
        BeidouSky sky = new(new LinkPayload("x", "", "") { Access = LinkAccess.Broadcast, SlotLength = 1.5, SlotsPerFrame = 24 }, anchor: false, count: 24);
        LinkView view = sky.At(0);
        LinkRound round = new LinkPlanner(sky.System).Round(view);
        Assert.Equal(view.Chances.Count, round.Contacts.Count);
        Dictionary<int, int> slotOf = [];
        foreach ((int slot, int from, _) in round.Hops())
        {
            slotOf.TryAdd(from, slot);
            Assert.Equal(slotOf[from], slot);
        }

        Assert.Equal(24, slotOf.Values.Distinct().Count());
        Assert.All(round.Contacts, c => Assert.InRange(Math.Max(Math.Abs(c.Forward), Math.Abs(c.Back)), 0, 18));
    }

    [Fact]
    public void A_caller_links_one_partner_at_a_time()
    {
        BeidouSky sky = new(new LinkPayload("x", "", "") { Access = LinkAccess.Polling }, count: 6);
        LinkRound round = new LinkPlanner(sky.System).Round(sky.At(0));
        Assert.Equal(20, round.Contacts.Count);
        Assert.Equal(20, round.Contacts.Select(c => c.Slot).Distinct().Count());
        Assert.True(round.Contacts.Select(c => (c.A, c.B)).Distinct().Count() > 8);
    }

    /// <summary>A standing link is given up when it is out of view, not before.</summary>
    [Fact]
    public void Standing_links_stand_as_long_as_they_are_in_view()
    {
        BeidouSky sky = new(new LinkPayload("x", "", "") { Access = LinkAccess.Continuous });
        LinkPlanner planner = new(sky.System);
        LinkPair[] before = [];
        int kept = 0;
        for (int k = 0; k < 60; k++)
        {
            LinkView view = sky.At(5 * k);
            LinkRound round = planner.Round(view);
            LinkPair[] now = [.. round.Contacts.Select(c => new LinkPair(c.A, c.B)).Distinct()];
            Assert.Equal(round.Slots * now.Length, round.Contacts.Count);
            Assert.All(before.Where(p => view.Chance(p.A, p.B) is not null), p => Assert.Contains(p, now));
            kept += before.Intersect(now).Count();
            before = now;
        }

        output.WriteLine($"{kept / 59.0:0.00} of 15 links kept from one round to the next");
        Assert.True(kept > 59 * 13);
    }

    private static RoundReview[] Reviews(BeidouSky sky, ScheduleGoals goals, int rounds, double minutes)
    {
        LinkPlanner planner = new(sky.System, goals);
        RoundReview[] reviews = new RoundReview[rounds];
        for (int k = 0; k < rounds; k++)
        {
            LinkView view = sky.At(minutes * k);
            reviews[k] = RoundReview.Of(view, planner.Round(view), withLosses: false);
        }

        return reviews;
    }

    private static double MeanLatency(RoundReview[] reviews) => reviews.Average(r => r.Latency.Where((_, i) => !r.SeesGround[i]).Average());

    /// <summary>All sets of disjoint visible pairs of satellites, both directions of each pair.</summary>
    private static List<(int From, int To)[]> Matchings(LinkView view, int from, (int From, int To)[] taken)
    {
        List<(int From, int To)[]> all = [taken];
        for (int i = from; i < view.Chances.Count; i++)
        {
            LinkChance c = view.Chances[i];
            if (!view.System.IsStation(c.B) && !taken.Any(t => t.From == c.A || t.From == c.B))
            {
                all.AddRange(Matchings(view, i + 1, [.. taken, (c.A, c.B), (c.B, c.A)]));
            }
        }

        return all;
    }
}
