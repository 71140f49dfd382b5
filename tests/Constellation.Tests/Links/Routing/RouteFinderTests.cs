using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Tests.Links;

public sealed class RouteFinderTests(ITestOutputHelper output)
{
    private const double Processing = 0.25;

    /// <summary>Ten satellites, three rounds: the earliest arrival is that of trying every way through every slot.</summary>
    [Theory, InlineData(LinkAccess.TimeDivision), InlineData(LinkAccess.Continuous), InlineData(LinkAccess.Broadcast)]
    public void Arrival_is_the_earliest_of_all_ways(LinkAccess access)
    {
        BeidouSky sky = new(new LinkPayload("x", "", "") { Access = access }, count: 10);
        LinkTimetable table = Timetable(sky, 3);
        RouteFinder finder = new(table, Processing);
        int found = 0;
        foreach (double departure in new[] { 0.0, 1.6, 4.4, 31.7, 58.2 })
        {
            for (int s = 0; s < 10; s++)
            {
                double best = Search(table, s, departure, [s]);
                LinkRoute? route = finder.ToGround(s, table.Start + Duration.FromSeconds(departure));
                if (route is null)
                {
                    Assert.Equal(double.PositiveInfinity, best);
                    continue;
                }

                found++;
                Check.Within(Tolerance.Of(1e-9, "s", "sum of some light times"), best, (route.Arrival - table.Start).TotalSeconds, $"arrival from {s} at {departure}");
                Assert.Equal(s, route.Satellites[0]);
            }
        }

        Assert.True(found > 8);
    }

    /// <summary>[reference isl.md] section 5: any satellite is with the ground within three slots; the delay is below four slots of 3 s, hops are few.</summary>
    [Fact]
    public void Telemetry_of_thirty_satellites_is_down_within_some_slots()
    {
        BeidouSky sky = new();
        LinkTimetable table = Timetable(sky, 30);
        RouteFinder finder = new(table, Processing);
        List<LinkRoute> routes = [];
        for (int k = 0; k < 28; k++)
        {
            for (int s = 0; s < 30; s++)
            {
                Epoch departure = table.Start + Duration.FromSeconds(60.7 * k);
                LinkRoute? down = finder.ToGround(s, departure), up = finder.FromGround(s, departure);
                Assert.NotNull(down);
                Assert.NotNull(up);
                Assert.Equal(s, up.Satellites[^1]);
                routes.Add(down);
                Check.Within(Tolerance.Of(1e-9, "s", "the same search"), finder.DelaysFromGround(departure)[s], up.Delay, "upload");
            }
        }

        LinkRoute[] relayed = [.. routes.Where(r => r.Hops > 0)];
        output.WriteLine($"relayed: mean {relayed.Average(r => r.Delay):0.00} s, longest {relayed.Max(r => r.Delay):0.00} s, hops {relayed.Average(r => r.Hops):0.00}, most {relayed.Max(r => r.Hops)}");
        Assert.InRange(relayed.Average(r => r.Delay), 2, 6);
        Assert.InRange(relayed.Max(r => r.Delay), 3, 15);
        Assert.All(routes.Where(r => r.Hops == 0), r => Assert.InRange(r.Delay, 0.07 + Processing, 0.14 + Processing));
        Assert.InRange(relayed.Max(r => r.Hops), 1, 4);
    }

    /// <summary>[reference isl.md] section 5: request and answer 1.407 to 2.448 s, from link lengths without queues; light alone is 0.3 to 1.1 s there and back, processing at three receivers each way the rest (assumed 0.25 s each).</summary>
    [Fact]
    public void A_request_on_demand_takes_as_long_as_published()
    {
        BeidouSky sky = new();
        List<double> requests = [];
        for (int k = 0; k < 96; k++)
        {
            LinkView view = sky.At(15 * k);
            for (int s = 0; s < 24; s++)
            {
                if (!view.SeesGround(s) && OnDemandRoutes.ToGround(view, [(s, 0.08)], Processing) is { } route)
                {
                    requests.Add(2 * route.Delay);
                    Assert.Equal(1, route.Hops);
                }
            }
        }

        output.WriteLine($"{requests.Min():0.000} to {requests.Max():0.000} s, mean {requests.Average():0.000}");
        Assert.InRange(requests.Min(), 1.4, 2.45);
        Assert.InRange(requests.Max(), 1.4, 2.7);
    }

    /// <summary>On demand: as few links as breadth-first search finds, of these the least delay, and the same back.</summary>
    [Fact]
    public void On_demand_takes_the_fewest_hops()
    {
        BeidouSky sky = new(count: 9);
        for (int k = 0; k < 24; k++)
        {
            LinkView view = sky.At(60 * k);
            int[] reach = ScheduleBounds.Reach(view);
            for (int s = 0; s < 9; s++)
            {
                LinkRoute? down = OnDemandRoutes.ToGround(view, [(s, 0)], Processing);
                Assert.Equal(reach[s] == int.MaxValue ? null : reach[s], down?.Hops);
                if (down is not null)
                {
                    double light = down.Satellites.Zip(down.Satellites.Skip(1)).Sum(h => (view.Position(h.First) - view.Position(h.Second)).Norm / PhysicalConstants.SpeedOfLight)
                        + ((view.Position(down.Satellites[^1]) - view.Stations[down.Station].PositionGcrf).Norm / PhysicalConstants.SpeedOfLight);
                    Check.Within(Tolerance.Of(1e-9, "s", "rounding of an epoch's difference"), light + ((down.Hops + 1) * Processing), down.Delay, "delay");
                    Assert.Equal(down.Satellites.Reverse(), OnDemandRoutes.FromGround(view, s, Processing)!.Satellites);
                }
            }
        }
    }

    /// <summary>A place that some satellite sees gets its news through in seconds; the newest message counted is one that had arrived.</summary>
    [Fact]
    public void News_of_a_place_is_seconds_old()
    {
        BeidouSky sky = new();
        LinkTimetable table = Timetable(sky, 6);
        MessageFreshness freshness = new(table, [.. Enumerable.Range(0, 30)], Processing);
        Epoch now = table.Start + Duration.FromSeconds(200);
        double[] aboard = freshness.NewestAboard(now);
        RouteFinder finder = new(table, Processing);
        for (int s = 0; s < 30; s++)
        {
            Assert.True(finder.ToGround(s, table.Start + Duration.FromSeconds(aboard[s]))!.Arrival <= now);
            Assert.True(finder.ToGround(s, table.Start + Duration.FromSeconds(aboard[s] + 0.002))!.Arrival > now);
        }

        LinkView view = sky.At(now);
        Vector3d[] satellites = [.. Enumerable.Range(0, 30).Select(view.Position)];
        Vector3d place = new(6_378_137, 0, 0);
        double left = freshness.NewestDeparture(aboard, satellites, place, place.Unit(), Math.PI / 18);
        Assert.InRange(200 - left, 0.5, 15);
        Assert.Equal(double.NegativeInfinity, freshness.NewestDeparture(aboard, satellites, place, place.Unit(), 1.57));
    }

    private static LinkTimetable Timetable(BeidouSky sky, int rounds)
    {
        LinkPlanner planner = new(sky.System);
        LinkTimetable table = new(sky.System, BeidouSky.Start);
        for (int i = 0; i < rounds; i++)
        {
            LinkView view = sky.At(table.NextCentre);
            table.Add(view, planner.Round(view));
        }

        return table;
    }

    /// <summary>Depth first through all hops that can still be caught, no satellite twice.</summary>
    private static double Search(LinkTimetable table, int at, double ready, HashSet<int> passed)
    {
        double best = double.PositiveInfinity;
        for (int slot = (int)(ready / table.SlotLength); slot < table.Slots; slot++)
        {
            double down = Math.Max(ready, slot * table.SlotLength) + table.Feeder(slot, at) + Processing;
            if (double.IsFinite(down))
            {
                best = down;
                break;
            }
        }

        if (passed.Count >= 4)
        {
            return best;
        }

        for (int slot = (int)(ready / table.SlotLength); slot < Math.Min(table.Slots, (int)(ready / table.SlotLength) + 41); slot++)
        {
            foreach (TimetableHop hop in table.HopsOf(slot))
            {
                if (hop.From == at && ready <= hop.Close && !passed.Contains(hop.To))
                {
                    double arrival = Math.Max(ready, hop.Open) + hop.LightTime + Processing;
                    if (arrival < best)
                    {
                        best = Math.Min(best, Search(table, hop.To, arrival, [.. passed, hop.To]));
                    }
                }
            }
        }

        return best;
    }
}
