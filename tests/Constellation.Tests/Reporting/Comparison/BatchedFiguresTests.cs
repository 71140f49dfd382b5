using Constellation.Core;
using Constellation.Positioning;
using Constellation.Reporting;

namespace Constellation.Tests.Reporting.Comparison;

public class BatchedFiguresTests
{
    private static readonly RandomDraws s_draws = new(1, 0, EntityId.Scenario, NoisePurpose.UserThermal);

    private static bool[] Every(int epochs) => [.. Enumerable.Repeat(true, epochs)];

    /// <summary>The whole is the percentile of the summary, and each part that of the epochs left; equal but for the order of sums (1e-12).</summary>
    [Fact]
    public void Percentiles_are_those_of_the_summary()
    {
        const int epochs = 40, users = 7;
        EpochBatches batches = new(Every(epochs));
        List<double> values = [], weights = [];
        List<int> at = [];
        for (int i = 0; i < epochs * users; i++)
        {
            values.Add(i % 11 == 0 ? double.NaN : Math.Abs(s_draws.NormalAt((ulong)i)));
            weights.Add(0.1 + (i % users));
            at.Add(i / users);
        }

        double[] figures = BatchedFigures.Percentile(batches, values, weights, at, 0.95);
        Assert.Equal(1 + batches.Count, figures.Length);
        for (int k = 0; k < figures.Length; k++)
        {
            int[] left = [.. Enumerable.Range(0, values.Count).Where(i => k == 0 || batches.Of(at[i]) != k - 1)];
            Assert.Equal(WeightedStatistics.Percentile([.. left.Select(i => values[i])], [.. left.Select(i => weights[i])], 0.95), figures[k], 1e-12);
        }
    }

    /// <summary>The deviation of a mean difference of white noise is sigma / sqrt(n): over 400 draws to 5 %, one standard error of 17 batches being 18 % / sqrt(400).</summary>
    [Fact]
    public void Sigma_of_a_mean_is_that_of_theory()
    {
        const int epochs = 289, draws = 400;
        EpochBatches batches = new(Every(epochs));
        double[] ones = [.. Enumerable.Repeat(1.0, epochs)], zeros = new double[epochs];
        double variance = 0;
        for (int d = 0; d < draws; d++)
        {
            double[] noise = [.. Enumerable.Range(0, epochs).Select(e => s_draws.NormalAt((ulong)((d * epochs) + e)))];
            double sigma = batches.Sigma(BatchedFigures.Mean(batches, zeros, ones), BatchedFigures.Mean(batches, noise, ones));
            variance += sigma * sigma / draws;
        }

        Assert.Equal(1, Math.Sqrt(variance * epochs), 0.05);
    }

    /// <summary>Neighbouring epochs that share their value count once: of runs of 12 equal values the mean has sqrt(12) times the deviation of white noise (15 %: the edges of batches cut runs).</summary>
    [Fact]
    public void Correlated_epochs_do_not_make_a_difference_surer()
    {
        const int epochs = 288, draws = 400;
        EpochBatches batches = new(Every(epochs));
        double[] ones = [.. Enumerable.Repeat(1.0, epochs)], zeros = new double[epochs];
        double variance = 0;
        for (int d = 0; d < draws; d++)
        {
            double[] noise = [.. Enumerable.Range(0, epochs).Select(e => s_draws.NormalAt((ulong)((d * epochs) + (e / 12))))];
            double sigma = batches.Sigma(BatchedFigures.Mean(batches, zeros, ones), BatchedFigures.Mean(batches, noise, ones));
            variance += sigma * sigma / draws;
        }

        Assert.InRange(Math.Sqrt(variance * epochs / 12), 0.85, 1.15);
    }

    [Fact]
    public void A_handful_of_epochs_tells_no_uncertainty()
    {
        EpochBatches batches = new(Every(5));
        Assert.Equal(0, batches.Count);
        Assert.True(double.IsNaN(batches.Sigma([1], [2])));
        Assert.Equal([3], BatchedFigures.Mean(batches, [1, 2, 3, 4, 5], [1, 1, 1, 1, 1]));
    }

    /// <summary>The first 16 of 400 epochs make four batches of four; the rest make none, but have a place.</summary>
    [Fact]
    public void Batches_share_the_epochs_that_have_values()
    {
        EpochBatches batches = new([.. Enumerable.Range(0, 400).Select(e => e < 16)]);
        Assert.Equal(4, batches.Count);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], Enumerable.Range(0, 16).Select(batches.Of));
        Assert.Equal(3, batches.Of(399));
        Assert.Equal(0, new EpochBatches(new bool[9]).Count);
    }
}
