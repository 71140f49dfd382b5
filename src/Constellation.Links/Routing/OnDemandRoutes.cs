using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Routes in real time: beams are turned for the message as it comes, so every visible pair is a link. Fewest hops, of these the shortest way.</summary>
/// <remarks>Delay: light time and processing of every hop, no wait for slots.</remarks>
public static class OnDemandRoutes
{
    /// <summary>From satellites that have the message <c>LightTime</c> seconds after its departure (0: it is theirs) to the ground; null where there is no way.</summary>
    public static LinkRoute? ToGround(LinkView view, IReadOnlyList<(int Satellite, double LightTime)> uplinks, double processing)
    {
        double[] feeder = new double[view.System.Satellites.Count];
        int[] station = new int[feeder.Length];
        Array.Fill(feeder, double.PositiveInfinity);
        foreach (GroundContact contact in GroundContact.Of(view))
        {
            if (contact.LightTime < feeder[contact.Satellite])
            {
                (feeder[contact.Satellite], station[contact.Satellite]) = (contact.LightTime, contact.Station);
            }
        }

        double[] delay = new double[feeder.Length];
        int[] before = new int[feeder.Length];
        Array.Fill(delay, double.PositiveInfinity);
        Array.Fill(before, -1);
        foreach ((int satellite, double light) in uplinks)
        {
            delay[satellite] = Math.Min(delay[satellite], light > 0 ? light + processing : 0);
        }

        while (true)
        {
            int last = -1;
            for (int s = 0; s < feeder.Length; s++)
            {
                last = delay[s] + feeder[s] < double.PositiveInfinity && (last < 0 || delay[s] + feeder[s] < delay[last] + feeder[last]) ? s : last;
            }

            if (last >= 0)
            {
                List<int> path = [];
                for (int s = last; s >= 0; s = before[s])
                {
                    path.Insert(0, s);
                }

                return new LinkRoute(view.Epoch, view.Epoch + Duration.FromSeconds(delay[last] + feeder[last] + processing), path, station[last]);
            }

            if (!Spread(view, delay, before, processing))
            {
                return null;
            }
        }
    }

    /// <summary>From the ground to a satellite: the same way in the other direction, with as many receivers.</summary>
    public static LinkRoute? FromGround(LinkView view, int satellite, double processing) =>
        ToGround(view, [(satellite, 0)], processing) is { } route ? route with { Satellites = [.. route.Satellites.Reverse()] } : null;

    /// <summary>One hop further: satellites that were not reached with fewer hops get the message from the nearest in time.</summary>
    private static bool Spread(LinkView view, double[] delay, int[] before, double processing)
    {
        double[] known = [.. delay];
        bool moved = false;
        foreach (LinkChance chance in view.Chances.Where(c => c.B < delay.Length))
        {
            foreach ((int from, int to) in new[] { (chance.A, chance.B), (chance.B, chance.A) })
            {
                double arrival = known[from] + ((view.Position(to) - view.Position(from)).Norm / PhysicalConstants.SpeedOfLight) + processing;
                if (double.IsPositiveInfinity(known[to]) && arrival < delay[to])
                {
                    (delay[to], before[to], moved) = (arrival, from, true);
                }
            }
        }

        return moved;
    }
}
