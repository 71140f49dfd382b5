using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>What one round of a schedule is worth, with the bounds that no schedule of its view can pass. Arrays are by satellite.</summary>
/// <param name="Pairs">Links at work in a slot, mean; where one transmits to all, pairs that range both ways in the round over its slots.</param>
/// <param name="PairsBound">The most that terminals and visibility allow in a slot.</param>
/// <param name="Partners">Different partners of the round.</param>
/// <param name="PartnersBound">The least of visible partners and terminal-slots.</param>
/// <param name="Pdop">From the partners of the round; NaN below three.</param>
/// <param name="PdopBound">From all visible partners.</param>
/// <param name="Latency">Slots until news is with a satellite in view of the ground, mean over the slots of departure; 0 in view, NaN where it never arrives.</param>
/// <param name="WorstLatency">The same, longest.</param>
/// <param name="LatencyBound">Mean over the satellites out of view that no schedule can pass; NaN without ground in view.</param>
/// <param name="SeesGround">Whether a satellite is in view of an anchor.</param>
public sealed record RoundReview(
    double Pairs, int PairsBound, int[] Partners, int[] PartnersBound, double[] Pdop, double[] PdopBound,
    double[] Latency, int[] WorstLatency, double LatencyBound, bool[] SeesGround)
{
    /// <summary>What losing one satellite does to the others; by the lost satellite.</summary>
    public required LossReview[] Losses { get; init; }

    /// <param name="view">The view that the round was planned from.</param>
    /// <param name="round">The round.</param>
    /// <param name="withLosses">Whether losses are looked at, which takes as long as all else together.</param>
    public static RoundReview Of(LinkView view, LinkRound round, bool withLosses = true)
    {
        int satellites = view.System.Satellites.Count, slots = round.Slots;
        LinkAccess access = view.System.Payload!.Access;
        LinkPair[] met = [.. round.Contacts.Select(c => new LinkPair(c.A, c.B)).Distinct()];
        (int From, int To)[][] hops = new (int, int)[slots][];
        ILookup<int, (int Slot, int From, int To)> bySlot = round.Hops().ToLookup(h => h.Slot);
        for (int k = 0; k < slots; k++)
        {
            hops[k] = [.. bySlot[k].Select(h => (h.From, h.To))];
        }

        bool chained = access == LinkAccess.Continuous;
        ReadOnlySpan<int> latency = new SlotLatency(view).Evaluate(hops, chained);
        double[] mean = new double[satellites];
        int[] worst = new int[satellites];
        for (int t = 0; t < slots; t++)
        {
            for (int s = 0; s < satellites; s++)
            {
                int l = latency[(t * satellites) + s];
                mean[s] += l == 2 * slots ? double.NaN : (double)l / slots;
                worst[s] = Math.Max(worst[s], l);
            }
        }

        bool[] ground = [.. Enumerable.Range(0, satellites).Select(view.SeesGround)];
        LinkPair[] visible = [.. view.Chances.Select(c => new LinkPair(c.A, c.B))];
        int perNode(int n) => access == LinkAccess.Continuous ? view.Terminals(n) : access == LinkAccess.Broadcast ? int.MaxValue : view.Terminals(n) * slots;
        return new(
            (double)round.Contacts.Count / slots,
            ScheduleBounds.Pairs(view),
            Counts(satellites, met),
            [.. Enumerable.Range(0, satellites).Select(s => Math.Min(view.Degree(s), perNode(s)))],
            PdopOf(view, met), PdopOf(view, visible),
            mean, worst, ScheduleBounds.Latency(view), ground)
        {
            Losses = withLosses ? [.. Enumerable.Range(0, satellites).Select(s => LossReview.Of(view, hops, met, s, chained))] : [],
        };
    }

    internal static int[] Counts(int satellites, IEnumerable<LinkPair> pairs)
    {
        int[] counts = new int[satellites];
        foreach (LinkPair pair in pairs)
        {
            counts[pair.A]++;
            if (pair.B < satellites)
            {
                counts[pair.B]++;
            }
        }

        return counts;
    }

    /// <summary>Root of the trace of (sum of u u')^-1 over the partners: three unknowns, clock-free ranges of equal noise.</summary>
    internal static double[] PdopOf(LinkView view, IEnumerable<LinkPair> pairs, int without = -1)
    {
        int satellites = view.System.Satellites.Count;
        GeometryOfLinks[] sums = new GeometryOfLinks[satellites];
        foreach (LinkPair pair in pairs)
        {
            if (pair.A != without && pair.B != without)
            {
                Vector3d u = view.Direction(pair.A, pair.B);
                sums[pair.A] = sums[pair.A].Plus(u);
                if (pair.B < satellites)
                {
                    sums[pair.B] = sums[pair.B].Plus(u);
                }
            }
        }

        return [.. sums.Select(s => s.Pdop)];
    }
}
