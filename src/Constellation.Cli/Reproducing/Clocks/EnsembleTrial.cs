using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Drawn clocks of the catalogue as an ensemble, drift removed.</summary>
internal sealed class EnsembleTrial(int threads, CancellationToken cancel)
{
    private const int Rows = 32 * 96, Runs = 50, MixedRuns = 20;
    private const ulong Seed = 5;

    private static readonly Duration s_step = Duration.FromMinutes(15);

    public const string Text =
        "Clocks of the catalogue, noise alone (drift removed), over 32 days at 15 min: their deviation against perfect time. 50 runs, median; the mixed ensemble 20 runs, mean variance at every octave to a tenth of the run.";

    public IEnumerable<Requirement> Judge()
    {
        ClockModel maser = Noise("PHM-BDS3"), rubidium = Noise("RB-BDS3");
        foreach (bool smoothed in new[] { true, false })
        {
            double[] deviations = Each(Runs, run => Deviation(Scale([.. Enumerable.Repeat(maser, 24)], run, smoothed), 96));
            double median = Median.Of(deviations);
            yield return new(
                $"24 PHM-BDS3 at one day, {(smoothed ? "afterwards" : "in real time")}", "1e-15; 8.6e-16 for the clocks of BDS-3 [Yang23]", "below",
                FormattableString.Invariant($"{median:0.0e0}; theory of equal weights {Math.Sqrt(maser.AllanVariance(86_400) / 24):0.0e0}"), median < 1e-15);
        }

        ClockModel[] mixed = [.. Enumerable.Repeat(maser, 12), .. Enumerable.Repeat(rubidium, 12)];
        int[] octaves = [.. Enumerable.Range(0, 9).Select(k => 1 << k).Where(m => m <= Rows / 10)];
        double[][] variances = Each(MixedRuns, run =>
        {
            double[] scale = Scale(mixed, run, true);
            return octaves.Select(m => Math.Pow(Deviation(scale, m), 2)).ToArray();
        });
        (double worstOfSum, double worstOfBest) = (0, 0);
        bool met = true;
        foreach ((int i, int m) in octaves.Index())
        {
            double tau = m * s_step.TotalSeconds, variance = variances.Average(v => v[i]), together = 1 / mixed.Sum(c => 1 / c.AllanVariance(tau));
            worstOfSum = Math.Max(worstOfSum, variance / together);
            worstOfBest = Math.Max(worstOfBest, variance / mixed.Min(c => c.AllanVariance(tau)));
            double freedom = MixedRuns * EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, 0, Rows, m);
            met &= variance < together * (1.1 + (2 * Math.Sqrt(2 / freedom))) && variance < mixed.Min(c => c.AllanVariance(tau));
        }

        yield return new(
            "12 PHM-BDS3 and 12 RB-BDS3, variance over 1 / sum(1/sigma_i^2), to a tenth of the run", "1", "1.1 and two standard errors of the estimate; never above the best member",
            FormattableString.Invariant($"at most {worstOfSum:0.00}; of the best member at most {worstOfBest:0.00}"), met);
    }

    private static ClockModel Noise(string name) => EphemerisLibrary.BuiltIn.Clock(name, new SourceSpan(name)).NoiseOnly();

    private T[] Each<T>(int runs, Func<int, T> run)
    {
        T[] results = new T[runs];
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i => results[i] = run(i));
        return results;
    }

    private static double[] Scale(ClockModel[] models, int run, bool smoothed)
    {
        EnsembleMember[] members =
        [
            .. models.Select((model, unit) =>
            {
                double[] offsets = new double[Rows];
                new ClockSampler(model, Seed, (uint)run, EntityId.Station(unit)).Fill(s_step, offsets, new double[Rows]);
                return new EnsembleMember($"{model.Name}-{unit}", offsets, model);
            }),
        ];
        return smoothed ? SmoothedEnsemble.Run(members, s_step, out _).Offsets : KalmanEnsemble.Run(members, s_step).Offsets;
    }

    private static double Deviation(double[] offsets, int m) => FrequencyStability.Deviation(StabilityStatistic.Oadev, offsets, s_step, m);
}
