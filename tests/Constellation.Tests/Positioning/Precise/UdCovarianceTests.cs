using Constellation.Core;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning.Precise;

/// <summary>The factored covariance against the same operations on the full matrix, as textbooks have them.</summary>
public sealed class UdCovarianceTests
{
    private static readonly RandomDraws s_draws = new(7, 0, default, NoisePurpose.FilterInitial);

    private static Tolerance Rounding { get; } = Tolerance.Of(1e-9, "of the scale 1", "about a hundred operations on a well-conditioned matrix of size 9");

    [Fact]
    public void Observations_noise_renewal_and_removal_equal_the_full_matrix()
    {
        UdCovariance factored = new(4);                          // grows
        List<double[]> rows = [];
        ulong draw = 0;
        for (int i = 0; i < 9; i++)
        {
            double variance = 1 + s_draws.UniformAt(draw++);
            factored.Append(variance);
            rows.Add(new double[9]);
            rows[i][i] = variance;
        }

        double[][] full = [.. rows];
        for (int step = 0; step < 40; step++)
        {
            int n = full.Length;
            double[] h = [.. Enumerable.Range(0, n).Select(_ => s_draws.NormalAt(draw++))];
            double r = 0.1 + s_draws.UniformAt(draw++);
            double expected = r + Quadratic(full, h);
            Check.Within(Rounding, Quadratic(full, h), factored.VarianceOf(h), "variance of the prediction");
            double[] gain = [.. full.Select(row => row.Zip(h, (a, b) => a * b).Sum() / expected)];
            Check.Within(Rounding, expected, factored.Observe(h, r), "variance of the innovation");
            for (int i = 0; i < n; i++)
            {
                Check.Within(Rounding, gain[i], factored.Gain[i], "gain");
            }

            full = [.. full.Select((row, i) => row.Select((p, j) => p - (gain[i] * gain[j] * expected)).ToArray())];
            int state = step % n;
            switch (step % 4)
            {
                case 1:
                    full[state][state] += 0.3;
                    factored.AddNoise(state, 0.3);
                    break;
                case 2:
                    for (int i = 0; i < n; i++)
                    {
                        (full[state][i], full[i][state]) = (0, 0);
                    }

                    full[state][state] = 1.5;
                    factored.Renew(state, 1.5);
                    break;
                case 3 when n > 6:
                    full = [.. full.Where((_, i) => i != state).Select(row => row.Where((_, j) => j != state).ToArray())];
                    factored.Remove(state);
                    break;
            }

            Same(full, factored);
        }
    }

    /// <summary>A variance of 1e10 and an observation of 1e-6: the ordinary form P - K h' P loses all digits of the difference.</summary>
    [Fact]
    public void Keeps_its_digits_between_very_unequal_variances()
    {
        UdCovariance p = new(4);
        p.Append(1e10);
        p.Append(1e10);
        p.Observe([1, 1, 0, 0], 1e-6);
        p.Observe([1, -1, 0, 0], 1e-6);
        Check.Within(Tolerance.Of(5e-10, "m^2", "each is (1e-6 + 1e-6) / 4, less by 1e-16 of it for the prior"), 5e-7, p.Variance(0));
        Check.Within(Tolerance.Of(5e-10, "m^2", "likewise"), 5e-7, p.Variance(1));
    }

    [Fact]
    public void A_copy_is_a_copy()
    {
        UdCovariance a = new(4), b = new(8);
        a.Append(1);
        a.Append(2);
        a.Observe([1, 0.5, 0, 0], 0.1);
        b.CopyFrom(a);
        double before = b.Variance(0);
        a.Observe([1, 0, 0, 0], 0.1);
        Assert.Equal(before, b.Variance(0));
        Assert.NotEqual(before, a.Variance(0));
    }

    private static double Quadratic(double[][] p, double[] h) => p.Select((row, i) => h[i] * row.Zip(h, (a, b) => a * b).Sum()).Sum();

    private static void Same(double[][] full, UdCovariance factored)
    {
        Assert.Equal(full.Length, factored.Count);
        for (int i = 0; i < full.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                Check.Within(Rounding, full[i][j], factored.Covariance(i, j), $"element {i},{j}");
            }
        }
    }
}
