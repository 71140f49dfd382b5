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
        RoundReview[] some = [.. _reviews.Where(r => r.SeesGround.Any(g => g) && double.IsFinite(r.LatencyBound))];
        if (some.Length == 0)
        {
            people.WriteLine("links: no satellite is in view of an anchor station: no latency");
            return;
        }

        double[] latencies = [.. some.SelectMany(r => r.Latency.Where((l, i) => !r.SeesGround[i] && system.Satellites[i].Payload is not null))];
        double never = (double)latencies.Count(double.IsNaN) / latencies.Length;
        int worst = some.Max(r => r.WorstLatency.Max());
        people.WriteLine(
            $"links: {Number(_reviews.Average(r => r.SeesGround.Count(g => g)), 1)} satellites in view of the ground; the others reach one of them within {(worst == 2 * system.Payload!.SlotsPerFrame ? "more than a round" : $"{worst} slots")}, "
            + $"mean {Number(latencies.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average(), 2)} ({Number(some.Average(r => r.LatencyBound), 2)})"
            + (never > 0 ? $"; {100 * never:0.#} % never" : ""));
    }

    private void Losses(TextWriter people)
    {
        LossReview[] losses = [.. _reviews.SelectMany(r => r.Losses)];
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
