namespace Constellation.Links;

/// <summary>What is left when one satellite falls silent and the schedule goes on unchanged.</summary>
/// <param name="MeanLatency">Slots, mean over the satellites left that are out of the ground's view; infinite where one is cut off, NaN where none is out of view.</param>
/// <param name="WorstLatency">Slots, longest of any of them.</param>
/// <param name="WorstPdop">Greatest of any satellite left; infinite where one has no place.</param>
/// <param name="CutOff">Satellites left whose news never arrives.</param>
public readonly record struct LossReview(double MeanLatency, int WorstLatency, double WorstPdop, int CutOff)
{
    internal static LossReview Of(LinkView view, (int From, int To)[][] hops, LinkPair[] met, int lost, bool chained)
    {
        int satellites = view.System.Satellites.Count;
        SlotLatency latency = new(view, lost);
        ReadOnlySpan<int> slots = latency.Evaluate(hops, chained);
        (long sum, int count, int worst) = (0, 0, 0);
        HashSet<int> cut = [];
        for (int i = 0; i < slots.Length; i++)
        {
            int s = i % satellites;
            if (s == lost || view.SeesGround(s) || view.Degree(s) == 0)
            {
                continue;
            }

            if (slots[i] == 2 * hops.Length)
            {
                cut.Add(s);
            }
            else
            {
                (sum, count) = (sum + slots[i], count + 1);
            }

            worst = Math.Max(worst, slots[i]);
        }

        double[] pdop = RoundReview.PdopOf(view, met, lost);
        double worstPdop = Enumerable.Range(0, satellites).Where(s => s != lost && view.Terminals(s) > 0).Select(s => double.IsNaN(pdop[s]) ? double.PositiveInfinity : pdop[s]).DefaultIfEmpty(double.NaN).Max();
        return new(cut.Count > 0 ? double.PositiveInfinity : count > 0 ? (double)sum / count : double.NaN, worst, worstPdop, cut.Count);
    }
}
