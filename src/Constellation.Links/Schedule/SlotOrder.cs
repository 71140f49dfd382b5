namespace Constellation.Links;

/// <summary>Puts the slots of a round into the order in which news from every satellite reaches the ground soonest. Which pairs meet does not change.</summary>
/// <remarks>Descent by exchanging two slots, in a fixed order, until none helps or after a fixed number of passes: deterministic, a local optimum.</remarks>
internal static class SlotOrder
{
    private const int Passes = 1;

    /// <summary>Slots after which a message has arrived or is as late as any.</summary>
    private const int RunIn = 6;

    public static void Improve(LinkView view, List<LinkContact>[] plan, ScheduleGoals goals)
    {
        if ((goals.Latency <= 0 && goals.Robustness <= 0) || !Enumerable.Range(0, view.System.Satellites.Count).Any(view.SeesGround))
        {
            return;
        }

        (int From, int To)[][] hops = [.. plan.Select(s => s.SelectMany(c => new[] { (c.A, c.B), (c.B, c.A) }).ToArray())];
        SlotLatency latency = new(view);
        double cost = Cost(latency.Evaluate(hops, runIn: RunIn));
        for (int pass = 0; pass < Passes; pass++)
        {
            bool better = false;
            for (int i = 0; i < plan.Length; i++)
            {
                for (int j = i + 1; j < plan.Length; j++)
                {
                    (hops[i], hops[j]) = (hops[j], hops[i]);
                    double other = Cost(latency.Evaluate(hops, runIn: RunIn));
                    if (other < cost - 1e-9)
                    {
                        (cost, better) = (other, true);
                        (plan[i], plan[j]) = (plan[j], plan[i]);
                    }
                    else
                    {
                        (hops[i], hops[j]) = (hops[j], hops[i]);
                    }
                }
            }

            if (!better)
            {
                return;
            }
        }
    }

    /// <summary>The mean, and the cubes, which keep the worst short.</summary>
    private static double Cost(ReadOnlySpan<int> latencies)
    {
        double cost = 0;
        foreach (int slots in latencies)
        {
            cost += slots + (0.02 * slots * slots * slots);
        }

        return cost;
    }
}
