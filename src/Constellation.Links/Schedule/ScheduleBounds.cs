namespace Constellation.Links;

/// <summary>What no schedule of a view can pass.</summary>
public static class ScheduleBounds
{
    /// <summary>The most links in a slot: the size of the greatest matching of terminals; where one transmits to all, all visible pairs over the slots that its members need.</summary>
    public static int Pairs(LinkView view)
    {
        LinkPayload? payload = view.System.Payload;
        if (payload?.Access == LinkAccess.Polling)
        {
            return view.Chances.Count > 0 ? 1 : 0;
        }

        if (payload?.Access == LinkAccess.Broadcast)
        {
            int members = Enumerable.Range(0, view.System.NodeCount).Count(n => view.Terminals(n) > 0);
            return Math.Min(view.Chances.Count, Math.Min(members, payload.SlotsPerFrame) * (members - 1) / 2) / Math.Max(1, payload.SlotsPerFrame);
        }

        SlotMatcher matcher = new(view);
        matcher.Clear();
        List<(int, int, int)> chosen = [];
        matcher.Fill(view, new double[view.Chances.Count], chosen);
        return chosen.Count;
    }

    /// <summary>Slots until news is with a satellite in view of the ground: a mean over the satellites out of view that no schedule can be below; NaN where the ground sees none or all.</summary>
    /// <remarks>Let n_0 satellites be in view of the ground. After s slots the news of at most n_s can have arrived: in a slot every satellite that passes news on takes it from
    /// at most as many others as it has terminals, so n_s is at most (1 + terminals) n_(s-1), and never more than lie within s links of the ground in the graph of visible
    /// pairs. Where one transmits in a slot, n_s is at most n_(s-1) + 1; where links stand open, all that are connected arrive in the first slot.</remarks>
    public static double Latency(LinkView view)
    {
        int satellites = view.System.Satellites.Count;
        int[] reach = Reach(view);
        int ground = reach.Count(d => d == 0), connected = reach.Count(d => d != int.MaxValue);
        if (ground == 0 || connected == ground)
        {
            return double.NaN;
        }

        LinkAccess access = view.System.Payload!.Access;
        int terminals = Enumerable.Range(0, satellites).Max(view.Terminals);
        double sum = 0;
        for (int arrived = ground, slot = 1; arrived < connected; slot++)
        {
            int most = access switch
            {
                LinkAccess.TimeDivision => arrived * (1 + terminals),
                LinkAccess.Continuous => connected,
                _ => arrived + 1,
            };
            int within = access == LinkAccess.Continuous ? connected : reach.Count(d => d <= slot);
            int next = Math.Min(Math.Min(most, connected), Math.Max(within, arrived));
            if (next == arrived)
            {
                continue;
            }

            sum += slot * (next - arrived);
            arrived = next;
        }

        return sum / (connected - ground);
    }

    /// <summary>Links to the nearest satellite in view of the ground; the greatest integer where there is no way.</summary>
    internal static int[] Reach(LinkView view)
    {
        int satellites = view.System.Satellites.Count;
        int[] distance = [.. Enumerable.Range(0, satellites).Select(s => view.SeesGround(s) ? 0 : int.MaxValue)];
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach (LinkChance chance in view.Chances)
            {
                if (chance.B >= satellites)
                {
                    continue;
                }

                (int near, int far) = distance[chance.A] <= distance[chance.B] ? (chance.A, chance.B) : (chance.B, chance.A);
                if (distance[near] != int.MaxValue && distance[far] > distance[near] + 1)
                {
                    distance[far] = distance[near] + 1;
                    moved = true;
                }
            }
        }

        return distance;
    }
}
