using System.Globalization;
using Constellation.Links;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>What a schedule reached over its rounds, beside the bounds that none can pass, in a few lines for people.</summary>
internal sealed class ScheduleSummary(LinkSystem system)
{
    private readonly List<RoundReview> _reviews = [];

    public void Add(RoundReview review) => _reviews.Add(review);

    public void Report(TextWriter people)
    {
        if (_reviews.Count == 0)
        {
            return;
        }

        int slots = system.Payload!.SlotsPerFrame;
        people.WriteLine($"links: {_reviews.Count} rounds of {slots} slots of {system.Payload.SlotLength} s ({Word(system.Payload.Access)}); in brackets what no schedule can pass");
        people.WriteLine($"links: {Number(_reviews.Average(r => r.Pairs), 2)} links in a slot ({Number(_reviews.Average(r => r.PairsBound), 2)}); "
            + $"{Number(_reviews.Average(r => r.Partners.Average()), 2)} partners of a satellite in a round ({Number(_reviews.Average(r => r.PartnersBound.Average()), 2)}), least {_reviews.Min(r => r.Partners.Min())}");
        foreach (OrbitClass kind in Enum.GetValues<OrbitClass>())
        {
            int[] own = [.. Enumerable.Range(0, system.Satellites.Count).Where(i => system.Satellites[i].OrbitClass == kind && system.Satellites[i].Payload is not null)];
            if (own.Length > 0)
            {
                double[] pdop = [.. _reviews.SelectMany(r => own.Select(i => r.Pdop[i])).Where(double.IsFinite)], bound = [.. _reviews.SelectMany(r => own.Select(i => r.PdopBound[i])).Where(double.IsFinite)];
                int without = (_reviews.Count * own.Length) - pdop.Length;
                people.WriteLine(
                    $"links: {kind.ToString().ToUpperInvariant()}: {Number(_reviews.Average(r => own.Average(i => r.Partners[i])), 1)} partners ({Number(_reviews.Average(r => own.Average(i => r.PartnersBound[i])), 1)}), PDOP of a round "
                    + (pdop.Length > 0 ? $"{Number(pdop.Min(), 2)} to {Number(pdop.Max(), 2)}, mean {Number(pdop.Average(), 3)} ({Number(bound.Min(), 2)} to {Number(bound.Max(), 2)}, mean {Number(bound.Average(), 3)})" : "none")
                    + (without > 0 ? $"; no place in {100.0 * without / (_reviews.Count * own.Length):0.#} % of the rounds" : ""));
            }
        }

        Latency(people);
        Losses(people);
    }

    private void Latency(TextWriter people)
    {
        if (!_reviews.Exists(r => r.SeesGround.Any(g => g)))
        {
            people.WriteLine("links: no satellite is in view of an anchor station: no latency");
            return;
        }

        string seen = $"links: {Number(_reviews.Average(r => r.SeesGround.Count(g => g)), 1)} satellites in view of the ground; ";
        (double Mean, int Worst)[] away = [.. _reviews.SelectMany(r => r.Latency.Select((l, i) => (Mean: l, Worst: r.WorstLatency[i], Away: !r.SeesGround[i] && system.Satellites[i].Payload is not null)))
            .Where(l => l.Away).Select(l => (l.Mean, l.Worst))];
        if (away.Length == 0)
        {
            people.WriteLine(seen + "none is out of it");
            return;
        }

        (double Mean, int Worst)[] arrived = [.. away.Where(l => double.IsFinite(l.Mean))];
        string bound = _reviews.Where(r => double.IsFinite(r.LatencyBound)).Select(r => r.LatencyBound).DefaultIfEmpty(double.NaN).Average() is var least && double.IsFinite(least) ? $" ({Number(least, 2)})" : "";
        if (arrived.Length == away.Length)
        {
            people.WriteLine($"{seen}the others reach one of them within {arrived.Max(l => l.Worst)} slots, mean {Number(arrived.Average(l => l.Mean), 2)}{bound}");
            return;
        }

        people.WriteLine(
            $"{seen}of the others {Number(100.0 * (away.Length - arrived.Length) / away.Length, 1)} % never reach one, so that the mean over all is infinite{bound}"
            + (arrived.Length > 0 ? $"; those that do within {arrived.Max(l => l.Worst)} slots, mean {Number(arrived.Average(l => l.Mean), 2)}" : ""));
    }

    private void Losses(TextWriter people)
    {
        // A satellite that is alone leaves none behind.
        LossReview[] losses = [.. _reviews.SelectMany(r => r.Losses).Where(l => !double.IsNaN(l.WorstPdop))];
        if (losses.Length == 0)
        {
            return;
        }

        RoundReview[] looked = [.. _reviews.Where(r => r.Losses.Length > 0)];
        (double latency, int lost) = Enumerable.Range(0, system.Satellites.Count)
            .Select(i => (Latency: looked.Average(r => double.IsNaN(r.Losses[i].MeanLatency) ? 0 : r.Losses[i].MeanLatency), i)).MaxBy(x => x.Latency);
        people.WriteLine(
            $"links: one satellite lost, schedule unchanged: mean latency at most {Number(latency, 2)} slots ({system.NameOf(lost)}), longest {losses.Max(l => l.WorstLatency)}; "
            + $"PDOP at most {Number(losses.Max(l => l.WorstPdop), 2)}; {losses.Max(l => l.CutOff)} satellites cut off at worst");
    }

    private static string Word(LinkAccess access) => access switch
    {
        LinkAccess.TimeDivision => "time division",
        LinkAccess.Broadcast => "one transmits to all",
        LinkAccess.Polling => "polling",
        _ => "continuous",
    };

    private static string Number(double value, int decimals) => double.IsPositiveInfinity(value) ? "infinite" : value.ToString("F" + decimals, CultureInfo.InvariantCulture);
}
