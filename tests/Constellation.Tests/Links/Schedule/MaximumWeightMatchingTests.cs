using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class MaximumWeightMatchingTests
{
    /// <summary>Two thousand graphs of up to nine vertices, sparse and dense, with few and with many different weights: every set of disjoint edges was tried.</summary>
    [Fact]
    public void Weight_is_that_of_brute_force_on_small_graphs()
    {
        Random random = new(7);
        MaximumWeightMatching matching = new(9);
        for (int graph = 0; graph < 2000; graph++)
        {
            int n = random.Next(1, 10), most = graph % 3 == 0 ? 3 : 1000;
            long[,] weights = Draw(random, n, 0.2 + (0.8 * random.NextDouble()), most);
            long found = Weight(matching, n, weights);
            Assert.Equal(Best(weights, n, 0, (1 << n) - 1), found);
            Assert.Equal(found, matching.DualBound());
        }
    }

    /// <summary>At the size of a constellation with many terminals the dual value certifies the optimum: it bounds every matching and is reached.</summary>
    [Theory, InlineData(31, 1.0), InlineData(62, 0.6), InlineData(96, 0.3), InlineData(96, 0.05)]
    public void Dual_value_certifies_the_optimum_of_large_graphs(int n, double density)
    {
        Random random = new(n);
        MaximumWeightMatching matching = new(96);
        for (int graph = 0; graph < 30; graph++)
        {
            long[,] weights = Draw(random, n, density, graph % 2 == 0 ? 5 : 1_000_000);
            Assert.Equal(Weight(matching, n, weights), matching.DualBound());
        }
    }

    private static long[,] Draw(Random random, int n, double density, int most)
    {
        long[,] weights = new long[n, n];
        for (int a = 0; a < n; a++)
        {
            for (int b = a + 1; b < n; b++)
            {
                weights[a, b] = random.NextDouble() < density ? random.Next(1, most + 1) : 0;
            }
        }

        return weights;
    }

    private static long Weight(MaximumWeightMatching matching, int n, long[,] weights)
    {
        matching.Clear(n);
        for (int a = 0; a < n; a++)
        {
            for (int b = a + 1; b < n; b++)
            {
                matching.Join(a, b, weights[a, b]);
            }
        }

        ReadOnlySpan<int> mates = matching.Solve();
        long sum = 0;
        for (int a = 0; a < n; a++)
        {
            if (mates[a] >= 0)
            {
                Assert.Equal(a, mates[mates[a]]);
                long weight = weights[Math.Min(a, mates[a]), Math.Max(a, mates[a])];
                Assert.True(weight > 0);
                sum += weight;
            }
        }

        return sum / 2;
    }

    private static long Best(long[,] weights, int n, int from, int free)
    {
        if (from >= n)
        {
            return 0;
        }

        long best = Best(weights, n, from + 1, free & ~(1 << from));
        for (int b = from + 1; (free >> from & 1) != 0 && b < n; b++)
        {
            if ((free >> b & 1) != 0 && weights[from, b] > 0)
            {
                best = Math.Max(best, weights[from, b] + Best(weights, n, from + 1, free & ~(1 << from) & ~(1 << b)));
            }
        }

        return best;
    }
}
