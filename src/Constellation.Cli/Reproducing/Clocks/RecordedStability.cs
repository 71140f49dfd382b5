using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;
using static Constellation.Cli.ClockKindsOnRecord;

namespace Constellation.Cli;

/// <summary>Deviations of recorded clocks against published ones of their kinds.</summary>
internal sealed class RecordedStability(ClockRecords records, CancellationToken cancel)
{
    private const string Evaluation = "evaluation of CODE clocks of 2021 and 2023";
    private const string OrbitRules = "orbit error of an early product is in the clocks from half an hour on; the next row has it taken out";

    public const string Text =
        "Overlapping Allan deviation, each satellite against the median of its system, median over the satellites of a kind. One day at 30 s: GRG of 2020-06-25, WUM of 2020-01-01.\n"
        + "One day of averaging from a week at 15 min (WUM, 2019-04-07 to 13): the 95 % band of the satellite with the median deviation holds the published value; Hadamard, which sees no drift.";

    public IEnumerable<Requirement> Judge()
    {
        foreach ((string product, IReadOnlyList<string> files) in new[] { ("GRG", records.DayOfJune), ("WUM", records.NewYear) })
        {
            foreach (Requirement row in Day($"GPS IIF rubidium, {product}", files, GpsRubidiums, [3.9e-14, 2.9e-14, 3.4e-14], Evaluation).Concat(Day($"Galileo maser, {product}", files, "E", [2.7e-14, 1.7e-14, 1.6e-14], Evaluation)))
            {
                yield return row;
            }
        }

        foreach (Requirement row in Day("BDS-3 maser, WUM", records.NewYear, BeiDouMasers, [3.3e-14], Evaluation))
        {
            yield return row;
        }

        foreach (Requirement row in Day("BDS-3 maser, WUM, as it is", records.NewYear, BeiDouMasers, [double.NaN, 2.0e-14, 1.6e-14], Evaluation))
        {
            yield return row with { Met = null, Reason = row.Met == true ? "" : OrbitRules };
        }

        foreach (Requirement row in Day("BDS-3 maser, WUM, without the orbit's period and its half", records.NewYear, BeiDouMasers, [double.NaN, 2.0e-14, 1.6e-14], Evaluation + "; 10,000 s: crosslinks [Yang23]", BeiDouPeriod))
        {
            yield return row;
        }

        yield return AtADay("BDS-3 maser", BeiDouMasersOfTheWeek, 6e-15, "[Wu18], 5.1e-15 in a survey of two years");
        yield return AtADay("Galileo", "E", 4.5e-15, "a little better than BDS-3's 5.1e-15");
        yield return AtADay("GPS IIF rubidium", GpsRubidiums, 5e-15, Evaluation);
    }

    private IEnumerable<Requirement> Day(string what, IReadOnlyList<string> files, string satellites, double[] published, string source, double period = 0)
    {
        IReadOnlyList<StabilitySource> clocks = ClockRecords.Read(files, satellites);
        double[] taus = [900, 3000, 9900];
        List<double>[] found = [[], [], []];
        foreach (StabilitySource clock in clocks)
        {
            StabilitySource used = period > 0 ? clock with { Values = PeriodicPart.Removed(clock.Values, clock.Interval, [Duration.FromSeconds(period), Duration.FromSeconds(period / 2)]) } : clock;
            int[] factors = [.. taus.Select(t => (int)Math.Round(t / used.Interval.TotalSeconds))];
            foreach (StabilityEstimate e in StabilityAnalysis.Of(used.ToRecord(), StabilityStatistic.Oadev, factors, 0.95, cancel))
            {
                found[Array.FindIndex(taus, t => Math.Abs(t - e.Tau) < 1)].Add(e.Deviation);
            }
        }

        for (int i = 0; i < published.Length; i++)
        {
            if (double.IsNaN(published[i]))
            {
                continue;
            }

            string target = FormattableString.Invariant($"{published[i]:0.0e0} ({source})");
            if (found[i].Count == 0)
            {
                yield return new($"{what}, {taus[i]:0} s", target, "30 %", "-", null, "the file is not at hand");
                continue;
            }

            double median = Median.Of(found[i]);
            yield return new($"{what}, {taus[i]:0} s", target, "30 %", FormattableString.Invariant($"{median:0.00e0} of {found[i].Count} ({100 * ((median / published[i]) - 1):+0;-0} %)"), Math.Abs((median / published[i]) - 1) <= 0.3);
        }
    }

    private Requirement AtADay(string kind, string satellites, double published, string source)
    {
        const string tolerance = "in the 95 % band of the median satellite";
        string what = $"{kind}, one day", target = FormattableString.Invariant($"{published:0.0e0} ({source})");
        List<StabilityEstimate> estimates = [];
        foreach (StabilitySource clock in ClockRecords.Read(records.Week, satellites))
        {
            int factor = (int)Math.Round(86_400 / clock.Interval.TotalSeconds);
            estimates.AddRange(StabilityAnalysis.Of(clock.ToRecord(), StabilityStatistic.Ohdev, [factor], 0.95, cancel));
        }

        if (estimates.Count == 0)
        {
            return new(what, target, tolerance, "-", null, "the files are not at hand");
        }

        StabilityEstimate[] sorted = [.. estimates.OrderBy(e => e.Deviation)];
        StabilityEstimate median = sorted[(sorted.Length - 1) / 2];
        int inside = estimates.Count(e => Holds(e, published));
        return new(what, target, tolerance, FormattableString.Invariant($"{median.Deviation:0.00e0} ({median.Low:0.0e0} to {median.High:0.0e0}); in the bands of {inside} of {estimates.Count}"), Holds(median, published));
    }

    private static bool Holds(StabilityEstimate e, double value) => e.Low <= value && value <= e.High;
}
